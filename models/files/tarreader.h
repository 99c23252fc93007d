// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/archivefeed.h"
#include "files/fileentry.h"

#include <QCoreApplication>

#include <optional>

struct archive;
struct archive_entry;

namespace Gantry {

/// Reads a tar archive that an engine sends, entry by entry, with libarchive. Blocks while nothing comes.
class TarReader
{
    Q_DECLARE_TR_FUNCTIONS(Gantry::TarReader)

public:
    explicit TarReader(ArchiveFeed::Pipe *pipe);
    ~TarReader();
    TarReader(const TarReader &) = delete;
    TarReader &operator=(const TarReader &) = delete;

    /// The next entry, which lives until the next call; null at the end or where there is a problem().
    archive_entry *next();
    /// The next bytes of the entry's content, at most \a most; none at its end.
    QByteArray content(qsizetype most);
    /// Why the archive is not whole, a translated sentence; empty while all is well.
    const QString &problem() const { return m_problem; }

    /// What the entry says of a file, but its name.
    static FileEntry describe(archive_entry *entry);
    /// The name that it has in the archive, without "./" or "/" before it and "/" behind it. Nothing where it leads
    /// outside, and thus has no place.
    static std::optional<QByteArray> pathOf(archive_entry *entry);
    static std::optional<QByteArray> safePath(const QByteArray &path);

private:
    static ssize_t feed(archive *tar, void *self, const void **bytes);
    void takeMore();
    void endOrFail(int result);

    ArchiveFeed::Pipe *m_pipe;
    archive *m_tar;
    QByteArray m_bytes; ///< that libarchive reads
    QByteArray m_tail;
    QString m_problem;
};

} // namespace Gantry
