// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/httpcall.h"

#include "engine/httpclient.h"
#include "engine/httpconnection.h"

namespace Gantry {

HttpCall::HttpCall(HttpClient *client, HttpRequest request)
    : QObject(client)
    , m_client(client)
    , m_request(std::move(request))
{
    if (!m_request.isSignOfLife) {
        connect(&m_wait, &QTimer::timeout, client, &HttpClient::callWaits);
        m_wait.start(waitMs);
    }
    // What must not be done twice never travels on a connection that may be dead already.
    start(!m_request.isRepeatable() || m_request.isSignOfLife);
}

void HttpCall::start(bool fresh)
{
    m_body.clear();
    m_connection = m_client->take(fresh, &m_reused);
    connect(m_connection, &HttpConnection::bodyReceived, this, [this](const QByteArray &bytes) {
        m_body += bytes;
        if (m_body.size() > answerLimit) {
            m_connection->abort();
            end(EngineError(EngineError::Kind::Protocol, m_request.attempted,
                            tr("the answer is larger than %n MiB", nullptr, int(answerLimit / (1024 * 1024)))));
        }
    });
    connect(m_connection, &HttpConnection::finished, this, &HttpCall::onFinished);
    connect(m_connection, &HttpConnection::failed, this, &HttpCall::onFailed);
    m_connection->send(m_request);
}

void HttpCall::abort()
{
    if (m_ended)
        return;
    if (m_connection)
        m_connection->abort();
    // Through the event loop: the one who takes a call back must not be answered inside that.
    QMetaObject::invokeMethod(
        this, [this] { end(EngineError(EngineError::Kind::Cancelled, m_request.attempted, {})); },
        Qt::QueuedConnection);
}

void HttpCall::onFinished()
{
    if (m_ended)
        return;
    const HttpResponseParser &head = m_connection->response();
    if (head.status() >= 400 || (head.status() >= 300 && head.status() != 304)) {
        end(errorOfAnswer(m_request.attempted, head.status(), head.reason(), m_body));
        return;
    }
    m_ended = true;
    m_wait.stop();
    const HttpResponse response{head.status(), std::move(m_body), head.header("Api-Version"),
                                head.header("X-Docker-Container-Path-Stat")};
    m_connection->disconnect(this);
    m_client->giveBack(m_connection);
    Q_EMIT finished(response);
    deleteLater();
}

void HttpCall::onFailed(const EngineError &error)
{
    if (m_ended)
        return;
    // The engine closed a kept connection just when it was taken: that says nothing about the engine.
    if (error.kind() == EngineError::Kind::ConnectionLost && m_reused && !m_connection->hasAnswer()) {
        m_connection->disconnect(this);
        m_client->giveBack(m_connection);
        start(true);
        return;
    }
    end(error);
}

void HttpCall::end(const EngineError &error)
{
    if (std::exchange(m_ended, true))
        return;
    m_wait.stop();
    if (m_connection) {
        m_connection->disconnect(this);
        m_client->giveBack(m_connection);
    }
    Q_EMIT failed(error);
    deleteLater();
}

} // namespace Gantry
