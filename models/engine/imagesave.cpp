// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imagesave.h"

#include "engine/imagearchive.h"
#include "transferpool.h"

namespace Gantry {

ImageSave::ImageSave(ArchiveStream *stream, const QString &path, qint64 expected, QObject *parent)
    : ImageSave(new ArchiveFeed(stream), path, expected, parent)
{
}

ImageSave::ImageSave(ArchiveFeed *feed, const QString &path, qint64 expected, QObject *parent)
    : FileExport([pipe = feed->pipe()](Sink *sink) { return produce(sink, pipe.get()); }, path, expected, parent,
                 transferPool())
    , m_feed(feed)
{
    feed->setParent(this);
    // The disk may have ended it.
    connect(this, &FileExport::failed, feed, &ArchiveFeed::cancel);
}

void ImageSave::cancel()
{
    FileExport::cancel();
    m_feed->cancel();
}

QString ImageSave::produce(Sink *sink, ArchiveFeed::Pipe *pipe)
{
    QByteArray tail;
    qint64 written = 0;
    for (;;) {
        const QByteArray bytes = pipe->take();
        if (bytes.isEmpty())
            break;
        sink->buffer() += bytes;
        written += bytes.size();
        ImageArchive::keepTail(&tail, bytes);
        if (!sink->goOn(written))
            return {};
    }
    const QString problem = pipe->problem();
    return problem.isEmpty() && !sink->isCancelled() ? ImageArchive::endProblem(tail) : problem;
}

} // namespace Gantry
