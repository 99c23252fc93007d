// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/tunnelserver.h"

#include "engine/onanswer.h"
#include "postgres/tunnelconnection.h"

namespace Gantry {

using namespace Qt::StringLiterals;

TunnelServer::TunnelServer(Endpoint endpoint, QString containerId, quint16 port, QStringList tools,
                           std::unique_ptr<QTemporaryDir> folder)
    : m_endpoint(std::move(endpoint))
    , m_containerId(std::move(containerId))
    , m_port(port)
    , m_tools(std::move(tools))
    , m_folder(std::move(folder))
{
}

TunnelServer::~TunnelServer()
{
    // First: both remove the socket, and the folder stays when it meets a file that vanishes.
    delete m_server;
}

void TunnelServer::start()
{
    m_client = new EngineClient(m_endpoint, this);
    ExecConfig probe;
    probe.command = TunnelTool::probe();
    probe.attachStdin = false;
    const auto fail = [this](const EngineError &error) { Q_EMIT failed(error.sentence()); };
    onAnswer<EngineError>(
        m_client->negotiate(), this,
        [this, probe, fail](const EngineInfo &) {
            onAnswer<EngineError>(
                m_client->runExec(m_containerId, probe), this, [this](const ExecResult &result) { choose(result); },
                fail);
        },
        fail);
}

void TunnelServer::choose(const ExecResult &probed)
{
    m_tool = TunnelTool::choose(QString::fromUtf8(probed.output), m_tools);
    if (!m_tool) {
        const QString words = QString::fromUtf8(probed.errorOutput).trimmed();
        QString sentence = tr("The container has no program that could carry the connection (one of: %1).")
                               .arg(m_tools.join(u", "_s));
        if (!words.isEmpty())
            sentence += u' ' + tr("It says: “%1”").arg(words.left(500));
        Q_EMIT failed(sentence);
        return;
    }
    m_server = new QLocalServer(this);
    connect(m_server, &QLocalServer::newConnection, this, &TunnelServer::accept);
    const QString path = m_folder->filePath(u".s.PGSQL.5432"_s);
    if (!m_server->listen(path)) {
        Q_EMIT failed(tr("Could not open a socket for the tunnel at %1: %2").arg(path, m_server->errorString()));
        return;
    }
    Q_EMIT ready(m_tool->name());
}

void TunnelServer::accept()
{
    while (QLocalSocket *socket = m_server->nextPendingConnection()) {
        auto *connection = new TunnelConnection(m_client, m_containerId, m_tool->command(m_port), socket, this);
        Q_EMIT connectionsChanged(++m_connections);
        connect(connection, &TunnelConnection::failed, this, &TunnelServer::connectionFailed);
        connect(connection, &TunnelConnection::ended, this, [this, connection] {
            connection->deleteLater();
            Q_EMIT connectionsChanged(--m_connections);
        });
    }
}

} // namespace Gantry
