// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/archivefeed.h"

#include <utility>

namespace Gantry {

namespace {

constexpr qsizetype mostWaiting = 8 * 1024 * 1024;

} // namespace

/// False when no more should come for now.
bool ArchiveFeed::Pipe::put(const QByteArray &bytes)
{
    const QMutexLocker lock(&m_mutex);
    m_bytes += bytes;
    m_changed.wakeAll();
    m_full = m_bytes.size() >= mostWaiting;
    return !m_full;
}

void ArchiveFeed::Pipe::end(const QString &problem)
{
    const QMutexLocker lock(&m_mutex);
    if (m_ended)
        return;
    m_ended = true;
    m_problem = problem;
    m_changed.wakeAll();
}

QByteArray ArchiveFeed::Pipe::take()
{
    const QMutexLocker lock(&m_mutex);
    while (m_bytes.isEmpty() && !m_ended)
        m_changed.wait(&m_mutex);
    QByteArray bytes = std::exchange(m_bytes, {});
    if (std::exchange(m_full, false) && m_feed)
        Q_EMIT m_feed->roomMade(); // within the lock: the feed lives until abandon()
    return bytes;
}

/// Nobody fills it any more.
void ArchiveFeed::Pipe::abandon()
{
    const QMutexLocker lock(&m_mutex);
    m_feed = nullptr;
    m_ended = true;
    m_changed.wakeAll();
}

QString ArchiveFeed::Pipe::problem()
{
    const QMutexLocker lock(&m_mutex);
    return m_problem;
}

ArchiveFeed::ArchiveFeed(ArchiveStream *stream, QObject *parent)
    : QObject(parent)
    , m_pipe(std::make_shared<Pipe>())
    , m_stream(stream)
{
    stream->setParent(this);
    m_pipe->m_feed = this;
    connect(
        this, &ArchiveFeed::roomMade, this,
        [this] {
            m_full = false;
            pause();
        },
        Qt::QueuedConnection);
    connect(stream, &ArchiveStream::data, this, [this](const QByteArray &bytes) {
        m_received += bytes.size();
        if (!m_pipe->put(bytes)) {
            m_full = true;
            pause();
        }
        Q_EMIT progressed();
    });
    connect(stream, &EngineStream::finished, this, [this] { m_pipe->end({}); });
    connect(stream, &EngineStream::failed, this, [this](const EngineError &error) { m_pipe->end(error.sentence()); });
}

ArchiveFeed::~ArchiveFeed()
{
    m_pipe->abandon();
}

void ArchiveFeed::cancel()
{
    if (m_stream)
        m_stream->cancel();
    m_pipe->end({});
}

void ArchiveFeed::pause()
{
    if (m_stream)
        m_stream->setPaused(m_full);
}

} // namespace Gantry
