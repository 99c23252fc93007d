// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/httpexecstream.h"

#include "engine/httpconnection.h"

#include <QPointer>

namespace Gantry {

HttpExecStream::HttpExecStream(HttpConnection *connection, const HttpRequest &request, QString execId, bool tty,
                               QObject *parent)
    : ExecStream(parent)
    , m_stream(new HttpStream(connection, request, this))
    , m_execId(std::move(execId))
    , m_tty(tty)
{
    connect(m_stream, &HttpStream::opened, this, [this] {
        m_open = true;
        if (!m_early.isEmpty())
            m_stream->connection()->write(std::exchange(m_early, {}));
        if (m_closeWhenOpen)
            m_stream->connection()->closeWriting();
        Q_EMIT opened();
    });
    connect(m_stream, &HttpStream::data, this, &HttpExecStream::take);
    connect(m_stream, &HttpStream::finished, this, &EngineStream::finished);
    connect(m_stream, &HttpStream::failed, this, &EngineStream::failed);
    connect(connection, &HttpConnection::bytesWritten, this, &ExecStream::bytesWritten);
}

void HttpExecStream::cancel()
{
    disconnect(m_stream, nullptr, this, nullptr);
    disconnect(m_stream->connection(), nullptr, this, nullptr);
    m_stream->cancel();
}

void HttpExecStream::write(const QByteArray &bytes)
{
    if (m_open)
        m_stream->connection()->write(bytes);
    else
        m_early += bytes;
}

qint64 HttpExecStream::bytesToWrite() const
{
    return m_open ? m_stream->connection()->bytesToWrite() : m_early.size();
}

void HttpExecStream::closeInput()
{
    if (m_open)
        m_stream->connection()->closeWriting();
    else
        m_closeWhenOpen = true;
}

void HttpExecStream::setPaused(bool paused)
{
    m_stream->connection()->setPaused(paused);
}

void HttpExecStream::take(const QByteArray &bytes)
{
    if (m_tty) {
        Q_EMIT output(bytes);
        return;
    }
    QList<MultiplexedReader::Piece> pieces;
    const bool valid = m_reader.feed(bytes, &pieces);
    const QPointer<HttpStream> guard(m_stream);
    for (const MultiplexedReader::Piece &piece : pieces) {
        if (piece.error)
            Q_EMIT errorOutput(piece.bytes);
        else
            Q_EMIT output(piece.bytes);
        if (!guard)
            return;
    }
    if (!valid)
        m_stream->failProtocol(tr("the output is not in the engine's format of frames"));
}

} // namespace Gantry
