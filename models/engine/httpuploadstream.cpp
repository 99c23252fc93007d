// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/httpuploadstream.h"

#include "engine/httpconnection.h"

namespace Gantry {

HttpUploadStream::HttpUploadStream(HttpConnection *connection, const HttpRequest &request, QObject *parent)
    : UploadStream(parent)
    , m_stream(new HttpStream(connection, request, this))
    , m_chunked(request.isChunked)
{
    connect(connection, &HttpConnection::bytesWritten, this, &UploadStream::wantsBytes);
    connect(m_stream, &HttpStream::opened, this, &EngineStream::opened);
    connect(m_stream, &HttpStream::data, this, &UploadStream::answered);
    connect(m_stream, &HttpStream::finished, this, &EngineStream::finished);
    connect(m_stream, &HttpStream::failed, this, &EngineStream::failed);
}

void HttpUploadStream::cancel()
{
    disconnect(m_stream, nullptr, this, nullptr);
    disconnect(m_stream->connection(), nullptr, this, nullptr);
    m_stream->cancel();
}

void HttpUploadStream::write(const QByteArray &bytes)
{
    // A chunk of no bytes would be the end.
    if (!m_chunked)
        m_stream->connection()->write(bytes);
    else if (!bytes.isEmpty())
        m_stream->connection()->write(QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n");
}

void HttpUploadStream::writeEnd()
{
    if (m_chunked)
        m_stream->connection()->write("0\r\n\r\n");
}

qint64 HttpUploadStream::bytesToWrite() const
{
    return m_stream->connection()->bytesToWrite();
}

} // namespace Gantry
