// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/singleinstance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalServer>
#include <QLocalSocket>
#include <QStandardPaths>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaximumMessage = 1024 * 1024;
constexpr char Accepted[] = "ok\n";

/// One window a display: a window on another screen is no use to who starts the program here.
QString instanceName()
{
    const QByteArray display = qgetenv("WAYLAND_DISPLAY") + ' ' + qgetenv("DISPLAY");
    return u"gantry-"_s
        + QString::fromLatin1(QCryptographicHash::hash(display, QCryptographicHash::Sha256).toHex().left(8));
}

} // namespace

QByteArray StartRequest::toMessage() const
{
    QJsonObject object;
    object.insert("gantry"_L1, 1);
    object.insert("host"_L1, host);
    object.insert("paths"_L1, QJsonArray::fromStringList(paths));
    object.insert("token"_L1, QString::fromLatin1(activationToken));
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<StartRequest> StartRequest::fromMessage(const QByteArray &message)
{
    const QJsonObject object = QJsonDocument::fromJson(message).object();
    if (object.value("gantry"_L1).toInt() != 1)
        return std::nullopt;
    StartRequest request;
    request.host = object.value("host"_L1).toString();
    request.activationToken = object.value("token"_L1).toString().toLatin1();
    const QJsonArray paths = object.value("paths"_L1).toArray();
    for (const auto &path : paths) {
        if (QDir::isAbsolutePath(path.toString()))
            request.paths.append(path.toString());
    }
    return request;
}

SingleInstance::SingleInstance(const QString &folder, QObject *parent)
    : QObject(parent)
{
    const QString home = folder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) : folder;
    const QString base = home + u'/' + instanceName();
    m_socketPath = base + u".socket"_s;
    m_lock = std::make_unique<QLockFile>(base + u".lock"_s);
    // Only the death of its process makes the lock stale, however long the window is open.
    m_lock->setStaleLockTime(0);
    m_retry.setSingleShot(true);
    m_retry.setInterval(50);
    connect(&m_retry, &QTimer::timeout, this, &SingleInstance::tryAgain);
    m_patience.setSingleShot(true);
    m_patience.setInterval(3000);
    connect(&m_patience, &QTimer::timeout, this, &SingleInstance::decideFirst);
}

SingleInstance::~SingleInstance() = default;

void SingleInstance::begin(const StartRequest &request)
{
    m_request = request;
    m_patience.start();
    QMetaObject::invokeMethod(this, &SingleInstance::tryAgain, Qt::QueuedConnection);
}

void SingleInstance::tryAgain()
{
    if (m_decided)
        return;
    if (m_lock->tryLock(0))
        listen();
    else if (m_lock->error() == QLockFile::LockFailedError)
        connectToRunning();
    else
        decideFirst();
}

void SingleInstance::listen()
{
    m_server = new QLocalServer(this);
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    // We hold the lock, so a socket file that is there belongs to a process that died.
    QLocalServer::removeServer(m_socketPath);
    connect(m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *socket = m_server->nextPendingConnection()) {
            connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
            connect(socket, &QLocalSocket::readyRead, this, [this, socket] { receive(socket); });
            receive(socket);
        }
    });
    m_server->listen(m_socketPath);
    decideFirst();
}

void SingleInstance::connectToRunning()
{
    auto *socket = new QLocalSocket(this);
    connect(socket, &QLocalSocket::connected, this, [this, socket] { socket->write(m_request.toMessage()); });
    connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
        if (m_decided || !socket->readAll().contains(Accepted))
            return;
        m_decided = true;
        m_patience.stop();
        Q_EMIT handedOver();
    });
    // The other one may hold the lock and not listen yet, or be about to end.
    const auto again = [this, socket] {
        socket->deleteLater();
        if (!m_decided)
            m_retry.start();
    };
    connect(socket, &QLocalSocket::errorOccurred, this, again);
    socket->connectToServer(m_socketPath);
}

void SingleInstance::receive(QLocalSocket *socket)
{
    if (!socket->canReadLine()) {
        if (socket->bytesAvailable() > MaximumMessage)
            socket->abort();
        return;
    }
    const std::optional<StartRequest> request = StartRequest::fromMessage(socket->readLine());
    if (!request) {
        socket->abort();
        return;
    }
    socket->write(Accepted);
    socket->flush();
    Q_EMIT requested(*request);
}

void SingleInstance::decideFirst()
{
    if (m_decided)
        return;
    m_decided = true;
    m_patience.stop();
    Q_EMIT first();
}

} // namespace Gantry
