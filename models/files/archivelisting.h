// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/archivefeed.h"
#include "files/filenode.h"

#include <QCoreApplication>

#include <atomic>
#include <memory>

namespace Gantry {

/// What is in a folder as its archive tells: the heads of all entries, while their content passes by.
class ArchiveListing
{
    Q_DECLARE_TR_FUNCTIONS(Gantry::ArchiveListing)

public:
    /// As much as is kept of folders below the one that was asked for; of the folder itself everything is.
    static constexpr qint64 mostNodes = 300'000;

    struct Result
    {
        std::shared_ptr<FileNode> folder; ///< its own entry is empty
        QString problem; ///< why that is not all, a translated sentence; empty where it is
    };
    /// How far a reading has come, for another thread.
    struct Progress
    {
        std::atomic<qint64> entries = 0;
        std::atomic_bool stopped = false; ///< set it to end the reading with what has come
    };

    /// Reads the archive of "FOLDER/." to its end; blocks. What the reading was stopped in, or could not keep, is
    /// FileNode::Known::Some or Nothing.
    static Result read(ArchiveFeed::Pipe *pipe, const FileOrder &order, Progress *progress);
};

} // namespace Gantry
