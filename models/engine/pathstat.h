// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace Gantry {

/// What the engine tells of one path in a container: the header X-Docker-Container-Path-Stat of HEAD and GET
/// /containers/{id}/archive (API 1.20). Names and paths are bytes, as the container has them.
struct PathStat
{
    QByteArray name;
    qint64 size = 0;
    quint32 mode = 0; ///< of Go's os.FileMode: its high bits say what it is
    qint64 modified = 0; ///< seconds since 1970
    QByteArray linkTarget; ///< of a link: where it leads in the end, a whole path

    bool isFolder() const { return mode & 0x80000000U; }
    bool isLink() const { return mode & 0x08000000U; }
    bool isFile() const { return (mode & 0x8F280000U) == 0; }

    /// \a header is JSON in base64. False where it is not.
    static bool parse(const QByteArray &header, PathStat *stat);
};

} // namespace Gantry
