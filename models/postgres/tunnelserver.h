// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engineclient.h"
#include "postgres/tunneltool.h"

#include <QLocalServer>
#include <QObject>
#include <QTemporaryDir>

#include <memory>
#include <optional>

namespace Gantry {

/// The part of an ExecTunnel that lives in its thread: the socket and its folder, the client of the engine, and the
/// connections.
class TunnelServer : public QObject
{
    Q_OBJECT

public:
    TunnelServer(Endpoint endpoint, QString containerId, quint16 port, QStringList tools,
                 std::unique_ptr<QTemporaryDir> folder);
    ~TunnelServer() override;

    /// Called in the thread of the tunnel.
    void start();

Q_SIGNALS:
    void ready(const QString &tool);
    void failed(const QString &sentence);
    void connectionFailed(const QString &words);
    void connectionsChanged(int connections);

private:
    void choose(const ExecResult &probed);
    void accept();

    Endpoint m_endpoint;
    QString m_containerId;
    quint16 m_port;
    QStringList m_tools;
    std::unique_ptr<QTemporaryDir> m_folder;
    EngineClient *m_client = nullptr;
    QLocalServer *m_server = nullptr;
    std::optional<TunnelTool> m_tool;
    int m_connections = 0;
};

} // namespace Gantry
