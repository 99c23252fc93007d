// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/httpprogressstream.h"

#include "engine/httpconnection.h"

#include <QJsonDocument>
#include <QPointer>

#include <utility>

namespace Gantry {

namespace {

/// Each message is parsed on arrival: some hundred of them a turn.
constexpr qint64 progressSlice = 64 * 1024;
constexpr qsizetype longestProgressLine = 4 * 1024 * 1024;

} // namespace

HttpProgressStream::HttpProgressStream(HttpConnection *connection, const HttpRequest &request, QObject *parent)
    : ProgressStream(parent)
    , m_stream(new HttpStream(connection, request, this))
{
    connection->setSlice(progressSlice);
    connect(m_stream, &HttpStream::opened, this, &EngineStream::opened);
    connect(m_stream, &HttpStream::data, this, &HttpProgressStream::take);
    connect(m_stream, &HttpStream::finished, this, &HttpProgressStream::end);
    connect(m_stream, &HttpStream::failed, this, &EngineStream::failed);
}

void HttpProgressStream::cancel()
{
    disconnect(m_stream, nullptr, this, nullptr);
    m_stream->cancel();
}

void HttpProgressStream::take(const QByteArray &bytes)
{
    m_line += bytes;
    qsizetype begin = 0;
    for (qsizetype end = m_line.indexOf('\n'); end >= 0; end = m_line.indexOf('\n', begin)) {
        const QByteArray line = m_line.mid(begin, end - begin);
        begin = end + 1;
        if (!takeLine(line))
            return;
    }
    m_line.remove(0, begin);
    if (m_line.size() > longestProgressLine)
        m_stream->failProtocol(tr("a message has no end"));
}

bool HttpProgressStream::takeLine(const QByteArray &line)
{
    const QByteArray message = line.trimmed();
    if (message.isEmpty())
        return true;
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(message, &error);
    if (!document.isObject()) {
        m_stream->failProtocol(tr("a message is not readable (%1)").arg(error.errorString()));
        return false;
    }
    const QPointer<HttpProgressStream> guard(this);
    Q_EMIT arrived(document.object());
    return guard;
}

void HttpProgressStream::end()
{
    // The last one may have no line break.
    if (takeLine(std::exchange(m_line, {})))
        Q_EMIT finished();
}

} // namespace Gantry
