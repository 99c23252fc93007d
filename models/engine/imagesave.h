// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/archivefeed.h"
#include "fileexport.h"

namespace Gantry {

/// Writes an archive of images to a file, as it comes from the engine. The engine waits while the disk is behind.
class ImageSave : public FileExport
{
    Q_OBJECT

public:
    /// Takes \a stream over. \a expected is how many bytes there will be, about.
    ImageSave(ArchiveStream *stream, const QString &path, qint64 expected, QObject *parent);

    void cancel() override;

private:
    ImageSave(ArchiveFeed *feed, const QString &path, qint64 expected, QObject *parent);
    static QString produce(Sink *sink, ArchiveFeed::Pipe *pipe);

    ArchiveFeed *m_feed;
};

} // namespace Gantry
