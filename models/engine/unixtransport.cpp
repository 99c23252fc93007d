// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/unixtransport.h"

#include "engine/answer.h"

#include <QCoreApplication>
#include <QLocalSocket>
#include <QTimer>

namespace Gantry {

namespace {

EngineError errorOf(const QLocalSocket *socket, QLocalSocket::LocalSocketError error, const QString &path)
{
    using Kind = EngineError::Kind;
    const QString attempted = Transport::tr("connect to the engine");
    switch (error) {
    case QLocalSocket::SocketAccessError:
        return {Kind::PermissionDenied, attempted, Transport::tr("permission denied for %1").arg(path)};
    case QLocalSocket::ServerNotFoundError:
        return {Kind::Unreachable, attempted, Transport::tr("there is no socket %1").arg(path)};
    case QLocalSocket::ConnectionRefusedError:
        return {Kind::Unreachable, attempted, Transport::tr("no engine listens at %1").arg(path)};
    case QLocalSocket::SocketTimeoutError:
        return {Kind::ConnectionLost, attempted, Transport::tr("no answer from %1").arg(path)};
    default:
        return {Kind::Unreachable, attempted, Transport::tr("%1: %2").arg(path, socket->errorString())};
    }
}

} // namespace

UnixTransport::UnixTransport(QString path)
    : m_path(std::move(path))
{
}

QFuture<QIODevice *> UnixTransport::open(QObject *parent, int timeoutMs)
{
    const Answer<QIODevice *> answer;
    auto *socket = new QLocalSocket(parent);
    socket->setReadBufferSize(readAhead);
    auto *timer = new QTimer(socket);
    timer->setSingleShot(true);

    const auto fail = [answer, socket, path = m_path](QLocalSocket::LocalSocketError error) {
        answer.fail(errorOf(socket, error, path));
        socket->disconnect();
        socket->deleteLater();
    };
    QObject::connect(socket, &QLocalSocket::errorOccurred, socket, fail);
    QObject::connect(timer, &QTimer::timeout, socket, [fail] { fail(QLocalSocket::SocketTimeoutError); });
    QObject::connect(socket, &QLocalSocket::connected, socket, [answer, socket, timer] {
        delete timer;
        socket->disconnect();
        answer.succeed(static_cast<QIODevice *>(socket));
    });
    timer->start(timeoutMs);
    socket->connectToServer(m_path);
    return answer.future();
}

void UnixTransport::flush(QIODevice *device)
{
    static_cast<QLocalSocket *>(device)->flush();
}

void UnixTransport::abort(QIODevice *device)
{
    static_cast<QLocalSocket *>(device)->abort();
}

void UnixTransport::setListening(QIODevice *device, bool listening)
{
    // A socket whose buffer is full does not listen.
    static_cast<QLocalSocket *>(device)->setReadBufferSize(listening ? readAhead : 1);
}

void UnixTransport::closeWriting(QIODevice *device)
{
    auto *socket = static_cast<QLocalSocket *>(device);
    shutDownWriting(device, [socket] { return socket->socketDescriptor(); });
}

} // namespace Gantry
