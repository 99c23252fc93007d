// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/httpeventstream.h"

#include "engine/httpconnection.h"

#include <QJsonDocument>
#include <QPointer>

namespace Gantry {

namespace {

/// Each event is parsed on arrival: some 150 of them a turn.
constexpr qint64 eventSlice = 64 * 1024;
constexpr qsizetype longestLine = 4 * 1024 * 1024;

} // namespace

HttpEventStream::HttpEventStream(HttpConnection *connection, const HttpRequest &request, QObject *parent)
    : EventStream(parent)
    , m_stream(new HttpStream(connection, request, this))
{
    connection->setSlice(eventSlice);
    connect(m_stream, &HttpStream::opened, this, &EngineStream::opened);
    connect(m_stream, &HttpStream::data, this, &HttpEventStream::take);
    connect(m_stream, &HttpStream::finished, this, &EngineStream::finished);
    connect(m_stream, &HttpStream::failed, this, &EngineStream::failed);
}

void HttpEventStream::cancel()
{
    disconnect(m_stream, nullptr, this, nullptr);
    m_stream->cancel();
}

void HttpEventStream::take(const QByteArray &bytes)
{
    m_line += bytes;
    const QPointer<HttpEventStream> guard(this);
    qsizetype begin = 0;
    for (qsizetype end = m_line.indexOf('\n'); end >= 0; end = m_line.indexOf('\n', begin)) {
        const QByteArray line = m_line.mid(begin, end - begin).trimmed();
        begin = end + 1;
        if (line.isEmpty())
            continue;
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(line, &error);
        if (!document.isObject()) {
            m_stream->failProtocol(tr("an event is not readable (%1)").arg(error.errorString()));
            return;
        }
        Q_EMIT arrived(EngineEvent::fromJson(document.object()));
        if (!guard)
            return;
    }
    m_line.remove(0, begin);
    if (m_line.size() > longestLine)
        m_stream->failProtocol(tr("an event has no end"));
}

} // namespace Gantry
