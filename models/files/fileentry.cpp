// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/fileentry.h"

#include <QByteArrayList>

#include <sys/stat.h>

namespace Gantry {

FileEntry::Type FileEntry::typeOf(quint32 mode)
{
    switch (mode & S_IFMT) {
    case S_IFREG:
        return Type::File;
    case S_IFDIR:
        return Type::Folder;
    case S_IFLNK:
        return Type::Link;
    case S_IFIFO:
        return Type::Pipe;
    case S_IFSOCK:
        return Type::Socket;
    case S_IFCHR:
        return Type::Character;
    case S_IFBLK:
        return Type::Block;
    default:
        return Type::Unknown;
    }
}

QString FileEntry::modeText() const
{
    constexpr char types[] = "-dlpscb?";
    QString text(10, u'-');
    text[0] = QLatin1Char(types[int(type)]);
    for (int bit = 0; bit < 9; ++bit) {
        if (permissions & (0400 >> bit))
            text[1 + bit] = QLatin1Char("rwx"[bit % 3]);
    }
    const auto mark = [this, &text](quint16 bit, int place, char16_t with, char16_t without) {
        if (permissions & bit)
            text[place] = text[place] == u'x' ? with : without;
    };
    mark(S_ISUID, 3, u's', u'S');
    mark(S_ISGID, 6, u's', u'S');
    mark(S_ISVTX, 9, u't', u'T');
    return text;
}

bool isPlainName(const QByteArray &name)
{
    return !name.isEmpty() && name != "." && name != ".." && !name.contains('/') && !name.contains('\0');
}

QByteArray pathIn(const QByteArray &folder, const QByteArray &name)
{
    return folder.endsWith('/') ? folder + name : folder + '/' + name;
}

QByteArray parentPath(const QByteArray &path)
{
    const qsizetype slash = path.lastIndexOf('/');
    return slash <= 0 ? QByteArray("/") : path.left(slash);
}

QByteArray lastName(const QByteArray &path)
{
    return path.mid(path.lastIndexOf('/') + 1);
}

QByteArray cleanPath(const QByteArray &path)
{
    QByteArrayList parts;
    const QByteArrayList given = path.split('/');
    for (const QByteArray &part : given) {
        if (part == ".." && !parts.isEmpty())
            parts.removeLast();
        else if (isPlainName(part))
            parts << part;
    }
    return '/' + parts.join('/');
}

} // namespace Gantry
