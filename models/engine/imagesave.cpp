// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imagesave.h"

#include "engine/imagearchive.h"

#include <QMutex>
#include <QWaitCondition>

#include <utility>

namespace Gantry {

namespace {

constexpr qsizetype mostWaiting = 8 * 1024 * 1024;

} // namespace

class ImageSave::Pipe
{
public:
    /// Called in the pool when there is room again. Set before it is used in two threads.
    std::function<void()> wanted;

    /// False when no more should come for now.
    bool put(const QByteArray &bytes)
    {
        const QMutexLocker lock(&m_mutex);
        m_bytes += bytes;
        m_changed.wakeAll();
        m_full = m_bytes.size() >= mostWaiting;
        return !m_full;
    }

    void end(const QString &problem)
    {
        const QMutexLocker lock(&m_mutex);
        m_ended = true;
        m_problem = problem;
        m_changed.wakeAll();
    }

    /// The next bytes; none at the end.
    QByteArray take()
    {
        const QMutexLocker lock(&m_mutex);
        while (m_bytes.isEmpty() && !m_ended)
            m_changed.wait(&m_mutex);
        QByteArray bytes = std::exchange(m_bytes, {});
        if (std::exchange(m_full, false) && wanted)
            wanted(); // within the lock: who is called lives until abandon()
        return bytes;
    }

    /// Nobody fills it any more.
    void abandon()
    {
        const QMutexLocker lock(&m_mutex);
        wanted = nullptr;
        m_ended = true;
        m_changed.wakeAll();
    }

    QString problem()
    {
        const QMutexLocker lock(&m_mutex);
        return m_problem;
    }

private:
    QMutex m_mutex;
    QWaitCondition m_changed;
    QByteArray m_bytes;
    QString m_problem;
    bool m_full = false;
    bool m_ended = false;
};

ImageSave::ImageSave(ArchiveStream *stream, const QString &path, qint64 expected, QObject *parent)
    : ImageSave(std::make_shared<Pipe>(), stream, path, expected, parent)
{
}

ImageSave::ImageSave(std::shared_ptr<Pipe> pipe, ArchiveStream *stream, const QString &path, qint64 expected,
                     QObject *parent)
    : FileExport([pipe](Sink *sink) { return produce(sink, pipe.get()); }, path, expected, parent)
    , m_pipe(std::move(pipe))
    , m_stream(stream)
{
    stream->setParent(this);
    connect(
        this, &ImageSave::roomMade, this,
        [this] {
            if (m_stream)
                m_stream->setPaused(false);
        },
        Qt::QueuedConnection);
    m_pipe->wanted = [this] { Q_EMIT roomMade(); };
    connect(stream, &ArchiveStream::data, this, [this](const QByteArray &bytes) {
        if (!m_pipe->put(bytes) && m_stream)
            m_stream->setPaused(true);
    });
    connect(stream, &EngineStream::finished, this, [this] { m_pipe->end({}); });
    connect(stream, &EngineStream::failed, this, [this](const EngineError &error) { m_pipe->end(error.sentence()); });
    // The disk may have ended it.
    connect(this, &FileExport::failed, stream, &EngineStream::cancel);
}

ImageSave::~ImageSave()
{
    m_pipe->abandon();
}

void ImageSave::cancel()
{
    FileExport::cancel();
    if (m_stream)
        m_stream->cancel();
    m_pipe->end({});
}

QString ImageSave::produce(Sink *sink, Pipe *pipe)
{
    QByteArray tail;
    qint64 written = 0;
    for (;;) {
        const QByteArray bytes = pipe->take();
        if (bytes.isEmpty())
            break;
        sink->buffer() += bytes;
        written += bytes.size();
        tail = (tail + bytes.last(qMin(bytes.size(), ImageArchive::tailSize)))
                   .last(qMin(tail.size() + bytes.size(), ImageArchive::tailSize));
        if (!sink->goOn(written))
            return {};
    }
    const QString problem = pipe->problem();
    return problem.isEmpty() && !sink->isCancelled() ? ImageArchive::endProblem(tail) : problem;
}

} // namespace Gantry
