// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/enginestream.h"
#include "fileexport.h"

#include <QPointer>

#include <memory>

namespace Gantry {

/// Writes an archive of images to a file, as it comes from the engine. The engine waits while the disk is behind.
class ImageSave : public FileExport
{
    Q_OBJECT

public:
    /// Takes \a stream over. \a expected is how many bytes there will be, about.
    ImageSave(ArchiveStream *stream, const QString &path, qint64 expected, QObject *parent);
    ~ImageSave() override;

    void cancel() override;

Q_SIGNALS:
    /// Emitted in the pool.
    void roomMade();

private:
    /// What has come and is not written yet: filled in this thread, emptied in the pool.
    class Pipe;

    ImageSave(std::shared_ptr<Pipe> pipe, ArchiveStream *stream, const QString &path, qint64 expected, QObject *parent);
    static QString produce(Sink *sink, Pipe *pipe);

    std::shared_ptr<Pipe> m_pipe;
    QPointer<ArchiveStream> m_stream;
};

} // namespace Gantry
