// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace Gantry {

/// A file, folder or link in a container. Names are bytes, as the container has them: any but "/" and zero.
struct FileEntry
{
    enum class Type { File, Folder, Link, Pipe, Socket, Character, Block, Unknown };

    QByteArray name;
    QByteArray owner; ///< a name, or the number where nobody told the name
    QByteArray group;
    QByteArray linkTarget; ///< as it stands in the link; of a hard link in an archive, too
    qint64 size = 0;
    qint64 modified = 0; ///< seconds since 1970
    quint16 permissions = 0; ///< of the mode: 07777
    Type type = Type::Unknown;
    bool leadsToFolder = false; ///< a link, as far as that is known

    bool isFolder() const { return type == Type::Folder; }
    bool isLink() const { return type == Type::Link; }
    /// Whether something can be below it.
    bool canOpen() const { return isFolder() || leadsToFolder; }

    /// What a mode of stat(2) says.
    static Type typeOf(quint32 mode);
    /// As ls prints it: "drwxr-xr-x", with s, t, S and T.
    QString modeText() const;
    /// For places of one line, not for the engine.
    QString shownName() const { return QString::fromUtf8(name); }

    friend bool operator==(const FileEntry &, const FileEntry &) = default;
};

/// Whether this can be the name of something in a folder, and of nothing outside: not empty, ".", "..", nor with "/" or
/// zero.
bool isPlainName(const QByteArray &name);

/// The path of what is called \a name in \a folder, which begins with "/".
QByteArray pathIn(const QByteArray &folder, const QByteArray &name);
/// The folder that \a path, a whole one, is in; "/" of "/".
QByteArray parentPath(const QByteArray &path);
/// The last part of the path; empty of "/".
QByteArray lastName(const QByteArray &path);
/// A whole path without ".", ".." and "//" in it. What does not begin with "/" counts from there.
QByteArray cleanPath(const QByteArray &path);

} // namespace Gantry
