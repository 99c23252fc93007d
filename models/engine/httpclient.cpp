// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/httpclient.h"

#include "engine/httpconnection.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace Gantry {

namespace {

constexpr qsizetype keptConnections = 6;
/// Routers forget silent connections; better a new one than a call that hangs.
constexpr qint64 longestIdleMs = 60'000;
constexpr qsizetype longestReason = 4000;
/// Of what no engine wrote: a proxy's page, another server's words.
constexpr qsizetype longestForeignMessage = 300;

/// One line of an answer that is not an engine's, empty for a page of HTML.
QString foreignMessage(const QByteArray &body)
{
    const QString text = QString::fromUtf8(body.left(longestReason)).simplified();
    const bool isPage
        = (text.startsWith(u'<') && text.contains(u'>')) || text.contains(QLatin1String("<html"), Qt::CaseInsensitive);
    if (isPage)
        return {};
    return text.size() > longestForeignMessage ? text.left(longestForeignMessage - 1) + u'…' : text;
}

} // namespace

EngineError errorOfAnswer(const QString &attempted, int status, const QString &reason, const QByteArray &body)
{
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    QString message = object[QLatin1String("message")].toString();
    if (message.isEmpty())
        message = object[QLatin1String("cause")].toString();
    if (message.isEmpty())
        message = foreignMessage(body);
    message = message.trimmed().left(longestReason);
    if (message.isEmpty())
        message = reason.isEmpty() ? HttpClient::tr("HTTP status %1").arg(status) : reason;
    return {EngineError::Kind::Refused, attempted, message, status};
}

HttpClient::HttpClient(const Endpoint &endpoint, QObject *parent)
    : QObject(parent)
    , m_endpoint(endpoint)
    , m_transport(Transport::create(endpoint))
{
}

HttpClient::~HttpClient() = default;

HttpCall *HttpClient::send(const HttpRequest &request)
{
    HttpRequest bounded = request;
    bounded.stallTimeoutMs = std::min(bounded.stallTimeoutMs, m_patienceMs);
    return new HttpCall(this, bounded);
}

HttpConnection *HttpClient::openConnection(QObject *parent) const
{
    return new HttpConnection(m_transport, parent);
}

HttpConnection *HttpClient::take(bool fresh, bool *reused)
{
    *reused = false;
    while (!fresh && !m_kept.isEmpty()) {
        HttpConnection *connection = m_kept.takeLast();
        connection->disconnect(this);
        if (connection->isReusable() && connection->idleTime() < longestIdleMs) {
            *reused = true;
            return connection;
        }
        connection->deleteLater();
    }
    return new HttpConnection(m_transport, this);
}

void HttpClient::giveBack(HttpConnection *connection)
{
    if (!connection->isReusable() || m_kept.size() >= keptConnections) {
        connection->deleteLater();
        return;
    }
    connect(connection, &HttpConnection::closed, this, [this, connection] {
        m_kept.removeOne(connection);
        connection->deleteLater();
    });
    m_kept << connection;
}

} // namespace Gantry
