// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QLocalServer>
#include <QObject>
#include <QRandomGenerator>
#include <QTcpServer>

#include <functional>

namespace Gantry {

/// What a FaultProxy does to the bytes of one direction.
struct Fault
{
    enum class Kind {
        None,
        Refuse, ///< new connections are closed at once
        Cut, ///< both sides are closed after a number of bytes
        Reset, ///< the same, and a client on TCP is told by a reset (RST)
        Stall, ///< after a number of bytes nothing passes until the fault ends
        Trickle, ///< one byte at a time
        Flip, ///< one bit in some of the bytes is another
        EndlessHeader, ///< an answer is a header without an end
        WrongLength, ///< Content-Length is another number than what follows
        Unavailable, ///< requests are answered with 503 and do not reach the server
    };

    Kind kind = Kind::None;
    bool ofAnswers = true; ///< the bytes of the server; else those of the client
    qint64 after = 0; ///< bytes of each connection that pass unharmed, counted since the fault began
};

QString describe(const Fault &fault);

/// A fault of \a kinds, at a place that is early more often than late.
Fault chooseFault(QRandomGenerator *random, const QList<Fault::Kind> &kinds);

/// Passes the bytes of connections on to a server, and harms them as it is told.
class FaultProxy : public QObject
{
    Q_OBJECT

public:
    /// Listens at \a path and at tcpPort(), in front of the Unix socket \a server, or the host of that name where a
    /// port is given.
    FaultProxy(const QString &path, const QString &server, quint16 port = 0);
    ~FaultProxy() override;

    /// Of 127.0.0.1.
    quint16 tcpPort() const { return m_tcpListener.serverPort(); }

    /// Harms what passes from now on, on connections old and new.
    void begin(const Fault &fault, quint32 seed);
    /// Everything passes again; connections that have been harmed are closed, as no network mends them either.
    void end();

    int connections() const;

private:
    friend class FaultyConnection;

    template <typename Socket> void accept(Socket *client);

    QLocalServer m_listener;
    QTcpServer m_tcpListener;
    QString m_server;
    quint16 m_port;
    Fault m_fault;
    QRandomGenerator m_random;
};

} // namespace Gantry
