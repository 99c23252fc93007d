// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/archivefeed.h"

#include <QCoreApplication>

#include <atomic>
#include <memory>

namespace Gantry {

/// Unpacks what an engine sends into a folder, and nowhere else: no entry leaves it by its name, by "..", or through a
/// link that came before. Files belong to the user; devices, pipes and sockets are left out.
class ArchiveExtraction
{
    Q_DECLARE_TR_FUNCTIONS(Gantry::ArchiveExtraction)

public:
    /// How far it has come, for another thread.
    struct Progress
    {
        std::atomic<qint64> bytes = 0; ///< of files
        std::atomic<qint64> files = 0;
        std::atomic<qint64> leftOut = 0; ///< what cannot be here, or has no place
        std::atomic_bool cancelled = false;
    };

    /// Unpacks the archive of one file or folder into \a folder, a path without links which is there and the caller's
    /// alone; blocks. All of it is, or is below, \a name, whatever the archive calls it. Answers why it could not be
    /// done whole, a translated sentence, else nothing.
    static QString run(ArchiveFeed::Pipe *pipe, const QByteArray &folder, const QByteArray &name, Progress *progress);
};

} // namespace Gantry
