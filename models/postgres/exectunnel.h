// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/endpoint.h"

#include <QObject>
#include <QStringList>

namespace Gantry {

class TunnelServer;
class WorkerThread;

/// A Unix socket ".s.PGSQL.5432" in a private folder (libpq takes the folder as host) whose connections travel through
/// execs in a container to a port on its loopback. Needs no published port and no route to the container, only the
/// engine. The bytes are moved by a thread of its own with its own connections to the engine. Nothing is left behind
/// in the container when a connection ends, from whichever side, or when this program is killed.
class ExecTunnel : public QObject
{
    Q_OBJECT

public:
    enum class State { Idle, Starting, Ready, Failed };
    Q_ENUM(State)

    ExecTunnel(const Endpoint &endpoint, const QString &containerId, quint16 port, QObject *parent = nullptr);
    ~ExecTunnel() override;

    /// Only these of TunnelTool::names() may be used. Before start().
    void setTools(const QStringList &names) { m_tools = names; }
    /// Looks for a tool in the container and opens the socket; answered by ready() or failed(), once.
    void start();

    State state() const { return m_state; }
    /// The folder of the socket: ConnectionParameters::host. Its port is 5432, whatever the container's is.
    const QString &directory() const { return m_directory; }
    /// The program in the container that moves the bytes ("bash", "socat", …); empty until ready().
    const QString &tool() const { return m_tool; }
    /// Why the last connection ended without a byte from the server, in the tool's words (untrusted).
    const QString &lastProblem() const { return m_lastProblem; }
    int connections() const { return m_connections; }

Q_SIGNALS:
    void ready();
    /// \a sentence says what is missing, translated.
    void failed(const QString &sentence);
    /// A connection ended without a byte from the server; lastProblem() says why.
    void connectionFailed(const QString &words);
    void connectionsChanged(int connections);

private:
    Endpoint m_endpoint;
    QString m_containerId;
    quint16 m_port;
    QStringList m_tools;
    State m_state = State::Idle;
    QString m_directory;
    WorkerThread *m_thread = nullptr; // ends by itself after the tunnel
    TunnelServer *m_server = nullptr; // lives in that thread
    QString m_tool;
    QString m_lastProblem;
    int m_connections = 0;
};

} // namespace Gantry
