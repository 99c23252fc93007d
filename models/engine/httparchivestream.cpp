// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/httparchivestream.h"

#include "engine/httpconnection.h"

namespace Gantry {

HttpArchiveStream::HttpArchiveStream(HttpConnection *connection, const HttpRequest &request, QObject *parent)
    : ArchiveStream(parent)
    , m_stream(new HttpStream(connection, request, this))
{
    connect(m_stream, &HttpStream::opened, this, &EngineStream::opened);
    connect(m_stream, &HttpStream::data, this, &ArchiveStream::data);
    connect(m_stream, &HttpStream::finished, this, &EngineStream::finished);
    connect(m_stream, &HttpStream::failed, this, &EngineStream::failed);
}

void HttpArchiveStream::cancel()
{
    disconnect(m_stream, nullptr, this, nullptr);
    m_stream->cancel();
}

void HttpArchiveStream::setPaused(bool paused)
{
    m_stream->connection()->setPaused(paused);
}

} // namespace Gantry
