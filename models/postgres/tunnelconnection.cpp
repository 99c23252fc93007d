// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/tunnelconnection.h"

#include "engine/onanswer.h"

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

/// Bytes that wait for one side before the other is no longer read, and how few of them let it go on.
constexpr qint64 highWater = 1024 * 1024;
constexpr qint64 lowWater = 256 * 1024;
constexpr qint64 slice = 256 * 1024;
constexpr qsizetype mostWords = 4096;
/// For a tool in the container to end once its client is gone.
constexpr int patienceMs = 5000;

} // namespace

TunnelConnection::TunnelConnection(EngineClient *client, const QString &containerId, const QStringList &command,
                                   QLocalSocket *socket, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_socket(socket)
{
    socket->setParent(this);
    socket->setReadBufferSize(highWater / 2);
    connect(socket, &QLocalSocket::readyRead, this, &TunnelConnection::fromClient);
    connect(socket, &QLocalSocket::disconnected, this, &TunnelConnection::clientEnded);
    connect(socket, &QLocalSocket::bytesWritten, this, [this] {
        if (m_exec && m_socket->bytesToWrite() < lowWater)
            m_exec->setPaused(false);
    });
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &TunnelConnection::end);

    ExecConfig config;
    config.command = command;
    onAnswer<EngineError>(
        client->createExec(containerId, config), this, [this](const QString &execId) { begin(execId); },
        [this](const EngineError &error) { serverEnded(error.sentence()); });
}

void TunnelConnection::begin(const QString &execId)
{
    if (m_ended)
        return;
    m_exec = m_client->startExec(execId, false, this);
    connect(m_exec, &ExecStream::output, this, &TunnelConnection::fromServer);
    connect(m_exec, &ExecStream::errorOutput, this, [this](const QByteArray &bytes) {
        if (m_words.size() < mostWords)
            m_words += bytes;
    });
    connect(m_exec, &ExecStream::bytesWritten, this, &TunnelConnection::fromClient);
    connect(m_exec, &EngineStream::finished, this, [this] { serverEnded({}); });
    connect(m_exec, &EngineStream::failed, this, [this](const EngineError &error) { serverEnded(error.sentence()); });
    fromClient();
}

void TunnelConnection::fromClient()
{
    if (!m_exec || m_serverEnded || m_inputClosed)
        return;
    while (m_socket->bytesAvailable() > 0 && m_exec->bytesToWrite() < highWater)
        m_exec->write(m_socket->read(slice));
    if (m_socket->state() == QLocalSocket::UnconnectedState && m_socket->bytesAvailable() == 0) {
        m_inputClosed = true;
        m_exec->closeInput();
        m_exec->setPaused(false);
        m_patience.start(patienceMs);
    }
}

void TunnelConnection::fromServer(const QByteArray &bytes)
{
    m_answered = true;
    if (m_socket->state() != QLocalSocket::ConnectedState)
        return;
    m_socket->write(bytes);
    m_socket->flush(); // the client works on it while we read on
    if (m_socket->bytesToWrite() > highWater)
        m_exec->setPaused(true);
}

void TunnelConnection::clientEnded()
{
    if (m_serverEnded)
        end();
    else
        fromClient();
}

void TunnelConnection::serverEnded(const QString &problem)
{
    if (std::exchange(m_serverEnded, true))
        return;
    if (!m_answered && !m_inputClosed) {
        const QString words = QString::fromUtf8(m_words).trimmed();
        Q_EMIT failed(words.isEmpty() ? problem : words);
    }
    // What is still to be written goes out before the socket closes.
    m_socket->disconnectFromServer();
    if (m_socket->state() == QLocalSocket::UnconnectedState)
        end();
}

void TunnelConnection::end()
{
    if (std::exchange(m_ended, true))
        return;
    if (m_exec)
        m_exec->cancel();
    m_socket->abort();
    Q_EMIT ended();
}

} // namespace Gantry
