// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/httpstatsstream.h"

#include "engine/httpconnection.h"

#include <QPointer>

namespace Gantry {

namespace {

/// With hundreds of cores and disks.
constexpr qsizetype longestAnswer = 1024 * 1024;

} // namespace

HttpStatsStream::HttpStatsStream(HttpConnection *connection, const HttpRequest &request, QObject *parent)
    : StatsStream(parent)
    , m_stream(new HttpStream(connection, request, this))
{
    connect(m_stream, &HttpStream::opened, this, &EngineStream::opened);
    connect(m_stream, &HttpStream::data, this, &HttpStatsStream::take);
    connect(m_stream, &HttpStream::finished, this, &EngineStream::finished);
    connect(m_stream, &HttpStream::failed, this, &EngineStream::failed);
}

void HttpStatsStream::cancel()
{
    disconnect(m_stream, nullptr, this, nullptr);
    m_stream->cancel();
}

void HttpStatsStream::setGathering(bool gathering)
{
    m_stream->connection()->setGathering(gathering);
}

void HttpStatsStream::setListening(bool listening)
{
    m_stream->connection()->setListening(listening);
}

void HttpStatsStream::take(const QByteArray &bytes)
{
    // Nearly always they are one whole line.
    if (m_line.isEmpty() && bytes.indexOf('\n') == bytes.size() - 1) {
        Q_EMIT arrived(bytes);
        return;
    }
    m_line += bytes;
    const QPointer<HttpStatsStream> guard(this);
    for (qsizetype end = m_line.indexOf('\n'); end >= 0; end = m_line.indexOf('\n')) {
        const QByteArray line = m_line.left(end + 1);
        m_line.remove(0, end + 1);
        Q_EMIT arrived(line);
        if (!guard)
            return;
    }
    if (m_line.size() > longestAnswer)
        m_stream->failProtocol(tr("what a container uses has no end"));
}

} // namespace Gantry
