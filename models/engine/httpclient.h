// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/endpoint.h"
#include "engine/httpcall.h"
#include "engine/transport.h"

#include <QList>
#include <QObject>

#include <memory>

namespace Gantry {

/// The error of an answer with an HTTP error status: the engine's {"message": …} where there is one.
EngineError errorOfAnswer(const QString &attempted, int status, const QString &reason, const QByteArray &body);

/// HTTP/1.1 to one endpoint: calls share kept connections, each stream has one of its own.
class HttpClient : public QObject
{
    Q_OBJECT

public:
    explicit HttpClient(const Endpoint &endpoint, QObject *parent = nullptr);
    ~HttpClient() override;

    const Endpoint &endpoint() const { return m_endpoint; }

    /// No call waits longer than this for a silent engine, unless it may wait for ever.
    void setPatienceMs(int ms) { m_patienceMs = ms; }
    int patienceMs() const { return m_patienceMs; }

    /// Begins a finite call; connect to its signals at once.
    HttpCall *send(const HttpRequest &request);
    /// A new connection for a stream, owned by \a parent; it does not need the client any more.
    HttpConnection *openConnection(QObject *parent) const;

    /// For HttpCall: a connection that is kept, unless \a fresh, or a new one.
    HttpConnection *take(bool fresh, bool *reused);
    /// For HttpCall: keeps a reusable connection, and drops any other.
    void giveBack(HttpConnection *connection);

Q_SIGNALS:
    /// A call has had no complete answer for HttpCall::waitMs, or for as much again.
    void callWaits();

private:
    Endpoint m_endpoint;
    std::shared_ptr<Transport> m_transport;
    QList<HttpConnection *> m_kept;
    int m_patienceMs = HttpRequest::UsualPatienceMs;
};

} // namespace Gantry
