// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QNetworkReply>
#include <QObject>
#include <QPointer>
#include <QUrl>

class QNetworkAccessManager;

namespace Gantry {

/// What a program behind a port answered to one GET, or why it did not. Untrusted plain text.
struct HttpAnswer
{
    int status = 0; ///< 0 where there was no answer
    QString reason; ///< "OK"
    QString contentType;
    QString body; ///< JSON laid out; at most 64 KiB of what came
    bool isCut = false; ///< there was more
    QString redirect; ///< where it points, if that is another host: not followed
    qint64 milliseconds = 0;
    QString problem; ///< why there was no answer, translated; empty if there was one
    QString advice;

    bool isAnswer() const { return problem.isEmpty(); }
};

/// Calls an address once, as a browser would: GET, no cookies, no proxy, redirections on the same host only.
class HttpCheck : public QObject
{
    Q_OBJECT

public:
    explicit HttpCheck(QObject *parent = nullptr);

    /// Takes the place of a call that still runs.
    void start(const QUrl &url, int timeoutMs = 10'000);
    /// Nothing is emitted afterwards.
    void cancel();
    bool isRunning() const { return m_reply; }

Q_SIGNALS:
    void finished(const Gantry::HttpAnswer &answer);

private:
    void get(const QUrl &url);
    void read();
    void ended();
    HttpAnswer failure() const;

    QNetworkAccessManager *m_network;
    QPointer<QNetworkReply> m_reply;
    QByteArray m_body;
    QElapsedTimer m_clock;
    int m_timeoutMs = 0;
    int m_hops = 0;
    bool m_cut = false;
};

} // namespace Gantry
