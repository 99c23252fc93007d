// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/httplogstream.h"

#include "engine/httpconnection.h"

#include <QPointer>

namespace Gantry {

namespace {

/// A refusal comes sooner.
constexpr int quietMs = 300;

} // namespace

HttpLogStream::HttpLogStream(HttpConnection *connection, const HttpRequest &request, bool tty, bool answersQuiet,
                             QObject *parent)
    : LogStream(parent)
    , m_stream(new HttpStream(connection, request, this))
    , m_tty(tty)
{
    m_quiet.setSingleShot(true);
    connect(&m_quiet, &QTimer::timeout, this, &HttpLogStream::open);
    if (!answersQuiet)
        m_quiet.start(quietMs);
    connect(m_stream, &HttpStream::opened, this, &HttpLogStream::open);
    connect(m_stream, &HttpStream::data, this, &HttpLogStream::take);
    connect(m_stream, &HttpStream::finished, this, &EngineStream::finished);
    connect(m_stream, &HttpStream::failed, &m_quiet, &QTimer::stop);
    connect(m_stream, &HttpStream::failed, this, &EngineStream::failed);
}

void HttpLogStream::open()
{
    m_quiet.stop();
    if (!std::exchange(m_open, true))
        Q_EMIT opened();
}

void HttpLogStream::cancel()
{
    m_quiet.stop();
    disconnect(m_stream, nullptr, this, nullptr);
    m_stream->cancel();
}

void HttpLogStream::setPaused(bool paused)
{
    m_stream->connection()->setPaused(paused);
}

void HttpLogStream::take(const QByteArray &bytes)
{
    if (m_tty) {
        Q_EMIT data(Channel::Output, bytes);
        return;
    }
    QList<MultiplexedReader::Piece> pieces;
    const bool valid = m_reader.feed(bytes, &pieces);
    const QPointer<HttpStream> guard(m_stream);
    for (const MultiplexedReader::Piece &piece : pieces) {
        Q_EMIT data(piece.error ? Channel::Error : Channel::Output, piece.bytes, piece.beginsFrame);
        if (!guard)
            return;
    }
    if (!valid)
        m_stream->failProtocol(tr("the output is not in the engine's format of frames"));
}

} // namespace Gantry
