// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/filelisting.h"

#include <QByteArrayView>
#include <QHash>
#include <QSet>

namespace Gantry::FileListing {

using namespace Qt::StringLiterals;

namespace {

/// What cannot be in a name ends it: "/". A line "//" parts the entries from the targets of the links.
const auto script = R"SH(cd -- "$1" || exit 1
find . -mindepth 1 -maxdepth 1 -exec stat -c '%f %s %Y %u %g %U %G %n/' {} +
printf '//\n'
find . -mindepth 1 -maxdepth 1 -type l -exec sh -c 'for l; do k=-; [ -d "$l/." ] && k=d
printf "%s/%s%s\0" "$l" "$k" "$(readlink "$l"; echo x)"; done' sh {} +
)SH"_L1;

/// Owners and groups are few and the same again and again.
class Shared
{
public:
    QByteArray of(QByteArrayView text)
    {
        const QByteArray wanted = text.toByteArray();
        return *m_texts.insert(wanted);
    }

private:
    QSet<QByteArray> m_texts;
};

/// Takes a text apart from its beginning.
class Cursor
{
public:
    explicit Cursor(const QByteArray &text)
        : m_rest(text)
    {
    }

    bool atEnd() const { return m_rest.isEmpty(); }
    bool startsWith(QByteArrayView text) const { return m_rest.startsWith(text); }
    void skip(qsizetype count) { m_rest = m_rest.sliced(qMin(count, m_rest.size())); }
    /// Up to \a separator, which is passed over. Nothing, and the end, where there is none.
    std::optional<QByteArrayView> upTo(char separator)
    {
        const qsizetype end = m_rest.indexOf(separator);
        if (end < 0) {
            m_rest = {};
            return std::nullopt;
        }
        const QByteArrayView found = m_rest.first(end);
        m_rest = m_rest.sliced(end + 1);
        return found;
    }

private:
    QByteArrayView m_rest;
};

FileEntry::Type typeOfLetter(char letter)
{
    switch (letter) {
    case 'f':
        return FileEntry::Type::File;
    case 'd':
        return FileEntry::Type::Folder;
    case 'l':
        return FileEntry::Type::Link;
    case 'p':
        return FileEntry::Type::Pipe;
    case 's':
        return FileEntry::Type::Socket;
    case 'c':
        return FileEntry::Type::Character;
    case 'b':
        return FileEntry::Type::Block;
    default:
        return FileEntry::Type::Unknown;
    }
}

/// "ld 777 7 1795910777.5": type, type of what a link leads to, mode, size, time.
bool readHead(const QByteArray &head, FileEntry *entry)
{
    const QList<QByteArray> fields = head.split(' ');
    if (fields.size() != 4 || fields[0].size() != 2)
        return false;
    bool isMode = false;
    bool isSize = false;
    bool isTime = false;
    entry->type = typeOfLetter(fields[0][0]);
    entry->leadsToFolder = entry->isLink() && fields[0][1] == 'd';
    entry->permissions = quint16(fields[1].toUInt(&isMode, 8) & 07777);
    entry->size = fields[2].toLongLong(&isSize);
    entry->modified = fields[3].left(fields[3].indexOf('.')).toLongLong(&isTime);
    return isMode && isSize && isTime;
}

std::optional<QList<FileEntry>> parseFind(const QByteArray &output)
{
    QList<FileEntry> entries;
    Shared shared;
    Cursor cursor(output);
    while (!cursor.atEnd()) {
        const auto head = cursor.upTo('\0');
        const auto owner = cursor.upTo('\0');
        const auto group = cursor.upTo('\0');
        const auto name = cursor.upTo('\0');
        const auto target = cursor.upTo('\0');
        FileEntry entry;
        if (!head || !readHead(head->toByteArray(), &entry))
            return std::nullopt;
        if (!target)
            break;
        entry.name = name->toByteArray();
        entry.owner = shared.of(*owner);
        entry.group = shared.of(*group);
        entry.linkTarget = target->toByteArray();
        if (isPlainName(entry.name))
            entries << entry;
    }
    return entries;
}

/// "a1ff 7 1795910777 0 0 root root ": mode, size, time, numbers and names of owner and group.
bool readStat(const QByteArray &head, Shared *shared, FileEntry *entry)
{
    const QList<QByteArray> fields = head.split(' ');
    if (fields.size() != 8)
        return false;
    bool isMode = false;
    bool isSize = false;
    bool isTime = false;
    const quint32 mode = fields[0].toUInt(&isMode, 16);
    entry->type = FileEntry::typeOf(mode);
    entry->permissions = quint16(mode & 07777);
    entry->size = fields[1].toLongLong(&isSize);
    entry->modified = fields[2].toLongLong(&isTime);
    // stat's word for who has no name.
    entry->owner = shared->of(fields[5] == "UNKNOWN" ? fields[3] : fields[5]);
    entry->group = shared->of(fields[6] == "UNKNOWN" ? fields[4] : fields[6]);
    return isMode && isSize && isTime;
}

std::optional<QList<FileEntry>> parseShell(const QByteArray &output)
{
    QList<FileEntry> entries;
    QHash<QByteArray, qsizetype> links;
    Shared shared;
    Cursor cursor(output);
    while (!cursor.atEnd() && !cursor.startsWith("//\n")) {
        const auto head = cursor.upTo('.');
        const auto nothing = cursor.upTo('/');
        const auto name = cursor.upTo('/');
        FileEntry entry;
        if (!head || !nothing || !nothing->isEmpty() || !readStat(head->toByteArray(), &shared, &entry))
            return std::nullopt;
        if (!name || !cursor.startsWith("\n"))
            break;
        cursor.skip(1);
        entry.name = name->toByteArray();
        if (!isPlainName(entry.name))
            continue;
        if (entry.isLink())
            links.insert(entry.name, entries.size());
        entries << entry;
    }
    cursor.skip(3);
    while (!cursor.atEnd()) {
        const auto dot = cursor.upTo('/');
        const auto name = cursor.upTo('/');
        const auto target = cursor.upTo('\0');
        if (!dot || !target)
            break;
        const qsizetype at = links.value(name->toByteArray(), -1);
        if (at < 0 || target->isEmpty())
            continue;
        entries[at].leadsToFolder = target->front() == 'd';
        // readlink's line break, and the x before which no shell takes line breaks away.
        QByteArrayView leads = target->sliced(1);
        leads = leads.endsWith("\nx") ? leads.chopped(2) : QByteArrayView();
        entries[at].linkTarget = leads.toByteArray();
    }
    return entries;
}

} // namespace

QStringList command(Way way, const QString &folder)
{
    if (way == Way::Shell)
        return {u"sh"_s, u"-c"_s, script, u"sh"_s, folder};
    // The slash leads through a link.
    return {
        u"find"_s,    folder.endsWith(u'/') ? folder : folder + u'/', u"-mindepth"_s, u"1"_s, u"-maxdepth"_s, u"1"_s,
        u"-printf"_s, u"%y%Y %m %s %T@\\0%u\\0%g\\0%f\\0%l\\0"_s};
}

std::optional<QList<FileEntry>> parse(Way way, const QByteArray &output)
{
    return way == Way::Find ? parseFind(output) : parseShell(output);
}

} // namespace Gantry::FileListing
