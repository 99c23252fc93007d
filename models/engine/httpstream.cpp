// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/httpstream.h"

#include "engine/httpclient.h"
#include "engine/httpconnection.h"

namespace Gantry {

namespace {

constexpr qsizetype longestErrorBody = 64 * 1024;

} // namespace

HttpStream::HttpStream(HttpConnection *connection, const HttpRequest &request, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_request(request)
{
    m_request.stallTimeoutMs = 0;
    connection->setParent(this);
    connect(connection, &HttpConnection::headReceived, this, &HttpStream::onHead);
    connect(connection, &HttpConnection::bodyReceived, this, [this](const QByteArray &bytes) {
        if (m_over)
            return;
        if (!m_refused)
            Q_EMIT data(bytes);
        else if (m_errorBody.size() < longestErrorBody)
            m_errorBody += bytes;
    });
    connect(connection, &HttpConnection::finished, this, [this] {
        if (std::exchange(m_over, true))
            return;
        if (m_refused) {
            const HttpResponseParser &head = m_connection->response();
            Q_EMIT failed(errorOfAnswer(m_request.attempted, head.status(), head.reason(), m_errorBody));
        } else {
            Q_EMIT finished();
        }
    });
    connect(connection, &HttpConnection::failed, this, [this](const EngineError &error) {
        if (!std::exchange(m_over, true))
            Q_EMIT failed(error);
    });
    connection->send(m_request);
}

void HttpStream::cancel()
{
    m_over = true;
    m_connection->abort();
}

void HttpStream::failProtocol(const QString &message)
{
    if (m_over)
        return;
    cancel();
    Q_EMIT failed(EngineError(EngineError::Kind::Protocol, m_request.attempted, message));
}

void HttpStream::onHead()
{
    if (m_over)
        return;
    const int status = m_connection->response().status();
    if (status >= 300) {
        m_refused = true;
        m_connection->setPaused(false);
        return;
    }
    if (m_request.upgrade && status != 101) {
        failProtocol(tr("the engine did not hand over the connection (HTTP status %1)").arg(status));
        return;
    }
    Q_EMIT opened();
}

} // namespace Gantry
