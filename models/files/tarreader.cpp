// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/tarreader.h"

#include "engine/imagearchive.h"
#include "quoted.h"

#include <QByteArrayList>

#include <archive.h>
#include <archive_entry.h>

namespace Gantry {

TarReader::TarReader(ArchiveFeed::Pipe *pipe)
    : m_pipe(pipe)
    , m_tar(archive_read_new())
{
    archive_read_support_format_tar(m_tar);
    archive_read_open(m_tar, this, nullptr, &TarReader::feed, nullptr);
}

TarReader::~TarReader()
{
    archive_read_free(m_tar);
}

ssize_t TarReader::feed(archive *, void *self, const void **bytes)
{
    auto *reader = static_cast<TarReader *>(self);
    reader->takeMore();
    *bytes = reader->m_bytes.constData();
    return reader->m_bytes.size();
}

void TarReader::takeMore()
{
    m_bytes = m_pipe->take();
    ImageArchive::keepTail(&m_tail, m_bytes);
}

archive_entry *TarReader::next()
{
    if (!m_problem.isEmpty())
        return nullptr;
    archive_entry *entry = nullptr;
    const int result = archive_read_next_header(m_tar, &entry);
    // A warning is about a name that is not UTF-8: it is taken as it is.
    if (result == ARCHIVE_OK || result == ARCHIVE_WARN)
        return entry;
    endOrFail(result);
    return nullptr;
}

void TarReader::endOrFail(int result)
{
    const QString broken = QString::fromUtf8(archive_error_string(m_tar));
    // What an engine writes behind the end of the archive is still in the connection.
    while (result == ARCHIVE_EOF && !m_bytes.isEmpty())
        takeMore();
    m_problem = m_pipe->problem();
    if (m_problem.isEmpty())
        m_problem = ImageArchive::endProblem(m_tail);
    if (m_problem.isEmpty() && result != ARCHIVE_EOF)
        m_problem = tr("The archive that the engine sent cannot be read. %1").arg(quoted(broken));
}

QByteArray TarReader::content(qsizetype most)
{
    QByteArray bytes(most, Qt::Uninitialized);
    const la_ssize_t size = archive_read_data(m_tar, bytes.data(), size_t(most));
    if (size < 0)
        endOrFail(int(size));
    bytes.resize(qMax<qsizetype>(0, size));
    return bytes;
}

FileEntry TarReader::describe(archive_entry *entry)
{
    const auto nameOr = [](const char *name, qint64 number) {
        return name && *name ? QByteArray(name) : number == 0 ? QByteArray("root") : QByteArray::number(number);
    };
    FileEntry file;
    file.type = FileEntry::typeOf(archive_entry_filetype(entry));
    file.permissions = quint16(archive_entry_perm(entry) & 07777);
    file.size = archive_entry_size(entry);
    file.modified = archive_entry_mtime(entry);
    file.owner = nameOr(archive_entry_uname(entry), archive_entry_uid(entry));
    file.group = nameOr(archive_entry_gname(entry), archive_entry_gid(entry));
    if (const char *target = archive_entry_symlink(entry); target && file.isLink())
        file.linkTarget = target;
    if (archive_entry_hardlink(entry)) {
        file.type = FileEntry::Type::File;
        file.linkTarget = archive_entry_hardlink(entry);
    }
    return file;
}

std::optional<QByteArray> TarReader::pathOf(archive_entry *entry)
{
    const char *path = archive_entry_pathname(entry);
    return path ? safePath(path) : std::nullopt;
}

std::optional<QByteArray> TarReader::safePath(const QByteArray &path)
{
    QByteArrayList parts;
    const QByteArrayList given = path.split('/');
    for (const QByteArray &part : given) {
        if (part == "..")
            return std::nullopt;
        if (isPlainName(part))
            parts << part;
    }
    return parts.join('/');
}

} // namespace Gantry
