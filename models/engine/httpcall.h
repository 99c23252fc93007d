// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engineerror.h"
#include "engine/httprequest.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTimer>

namespace Gantry {

class HttpClient;
class HttpConnection;

/// A complete answer of the engine.
struct HttpResponse
{
    int status = 0;
    QByteArray body;
    QByteArray apiVersion; ///< header Api-Version
    QByteArray pathStat; ///< header X-Docker-Container-Path-Stat
};

/// One finite request and its whole answer. Emits finished() or failed() once, and then deletes itself; made by
/// HttpClient::send().
class HttpCall : public QObject
{
    Q_OBJECT

public:
    /// A call that has no answer yet says so to its client each time as much time has passed.
    static constexpr int waitMs = 5000;
    /// Largest answer, bytes: a list of 100,000 containers fits.
    static constexpr qsizetype answerLimit = 256 * 1024 * 1024;

    HttpCall(HttpClient *client, HttpRequest request);

    const HttpRequest &request() const { return m_request; }

public Q_SLOTS:
    /// Takes the call back: it fails with Cancelled; whether the engine did the work is not known.
    void abort();

Q_SIGNALS:
    /// Any HTTP status below 400, and 304.
    void finished(const Gantry::HttpResponse &response);
    void failed(const Gantry::EngineError &error);

private:
    void start(bool fresh);
    void onFinished();
    void onFailed(const EngineError &error);
    void end(const EngineError &error);

    HttpClient *m_client;
    HttpRequest m_request;
    QPointer<HttpConnection> m_connection;
    QTimer m_wait;
    QByteArray m_body;
    bool m_reused = false;
    bool m_ended = false;
};

} // namespace Gantry
