// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/exectunnel.h"

#include "postgres/tunnelserver.h"
#include "postgres/workerthread.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <cerrno>
#include <csignal>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr auto folderPrefix = "gantry-tunnel-"_L1;
/// sockaddr_un::sun_path holds 107 characters.
constexpr qsizetype longestPath = 107;

/// Folders of programs that were killed.
void removeLeftFolders(const QDir &place)
{
    const QStringList folders = place.entryList({folderPrefix + u'*'}, QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &folder : folders) {
        const pid_t owner = folder.section(u'-', 2, 2).toInt();
        if (owner > 0 && ::kill(owner, 0) != 0 && errno == ESRCH)
            QDir(place.filePath(folder)).removeRecursively();
    }
}

std::unique_ptr<QTemporaryDir> makeFolder()
{
    const QString name = folderPrefix + QString::number(QCoreApplication::applicationPid()) + "-XXXXXX"_L1;
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    for (const QString &place : {runtime, QDir::tempPath()}) {
        if (place.isEmpty())
            continue;
        removeLeftFolders(QDir(place));
        auto folder = std::make_unique<QTemporaryDir>(place + u'/' + name);
        if (folder->isValid() && folder->filePath(u".s.PGSQL.5432"_s).toUtf8().size() <= longestPath)
            return folder;
    }
    return nullptr;
}

} // namespace

ExecTunnel::ExecTunnel(const Endpoint &endpoint, const QString &containerId, quint16 port, QObject *parent)
    : QObject(parent)
    , m_endpoint(endpoint)
    , m_containerId(containerId)
    , m_port(port)
    , m_tools(TunnelTool::names())
{
}

ExecTunnel::~ExecTunnel()
{
    if (m_thread)
        m_thread->leave(this);
}

void ExecTunnel::start()
{
    if (m_state != State::Idle)
        return;
    m_state = State::Starting;
    std::unique_ptr<QTemporaryDir> folder = makeFolder();
    if (!folder) {
        m_state = State::Failed;
        QMetaObject::invokeMethod(
            this, [this] { Q_EMIT failed(tr("Could not make a private folder for the tunnel.")); },
            Qt::QueuedConnection);
        return;
    }

    m_directory = folder->path();
    m_server = new TunnelServer(m_endpoint, m_containerId, m_port, m_tools, std::move(folder));
    connect(m_server, &TunnelServer::ready, this, [this](const QString &tool) {
        m_tool = tool;
        m_state = State::Ready;
        Q_EMIT ready();
    });
    connect(m_server, &TunnelServer::failed, this, [this](const QString &sentence) {
        m_state = State::Failed;
        Q_EMIT failed(sentence);
    });
    connect(m_server, &TunnelServer::connectionFailed, this, [this](const QString &words) {
        m_lastProblem = words;
        Q_EMIT connectionFailed(words);
    });
    connect(m_server, &TunnelServer::connectionsChanged, this, [this](int connections) {
        m_connections = connections;
        Q_EMIT connectionsChanged(connections);
    });
    m_thread = new WorkerThread(m_server);
    QMetaObject::invokeMethod(m_server, &TunnelServer::start, Qt::QueuedConnection);
}

} // namespace Gantry
