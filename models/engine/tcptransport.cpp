// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tcptransport.h"

#include "engine/answer.h"

#include <QCoreApplication>
#include <QNetworkProxy>
#include <QTcpSocket>
#include <QTimer>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace Gantry {

namespace {

EngineError errorOf(const QTcpSocket *socket, QAbstractSocket::SocketError error, const QString &address)
{
    using Kind = EngineError::Kind;
    const QString attempted = Transport::tr("connect to the engine");
    switch (error) {
    case QAbstractSocket::ConnectionRefusedError:
        return {Kind::Unreachable, attempted, Transport::tr("no engine listens at %1").arg(address)};
    case QAbstractSocket::HostNotFoundError:
        return {Kind::Unreachable, attempted, Transport::tr("the host of %1 is not known").arg(address)};
    case QAbstractSocket::SocketTimeoutError:
        return {Kind::Unreachable, attempted, Transport::tr("no answer from %1").arg(address)};
    default:
        return {Kind::Unreachable, attempted, Transport::tr("%1: %2").arg(address, socket->errorString())};
    }
}

/// A peer that vanished without a word is noticed after about a minute, also on a stream that is silent by nature.
void watchPeer(const QTcpSocket *socket)
{
    const int descriptor = int(socket->socketDescriptor());
    const auto set = [descriptor](int level, int option, int value) {
        ::setsockopt(descriptor, level, option, &value, sizeof value);
    };
    set(SOL_SOCKET, SO_KEEPALIVE, 1);
    set(IPPROTO_TCP, TCP_KEEPIDLE, 30);
    set(IPPROTO_TCP, TCP_KEEPINTVL, 10);
    set(IPPROTO_TCP, TCP_KEEPCNT, 3);
}

} // namespace

TcpTransport::TcpTransport(QString host, quint16 port)
    : m_host(std::move(host))
    , m_port(port)
{
}

QFuture<QIODevice *> TcpTransport::open(QObject *parent, int timeoutMs)
{
    const Answer<QIODevice *> answer;
    auto *socket = new QTcpSocket(parent);
    socket->setReadBufferSize(readAhead);
    socket->setProxy(QNetworkProxy::NoProxy);
    auto *timer = new QTimer(socket);
    timer->setSingleShot(true);

    const QString address = m_host + QLatin1Char(':') + QString::number(m_port);
    const auto fail = [answer, socket, address](QAbstractSocket::SocketError error) {
        answer.fail(errorOf(socket, error, address));
        socket->disconnect();
        socket->deleteLater();
    };
    QObject::connect(socket, &QTcpSocket::errorOccurred, socket, fail);
    QObject::connect(timer, &QTimer::timeout, socket, [fail] { fail(QAbstractSocket::SocketTimeoutError); });
    QObject::connect(socket, &QTcpSocket::connected, socket, [answer, socket, timer] {
        delete timer;
        socket->disconnect();
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        watchPeer(socket);
        answer.succeed(static_cast<QIODevice *>(socket));
    });
    timer->start(timeoutMs);
    socket->connectToHost(m_host, m_port);
    return answer.future();
}

void TcpTransport::flush(QIODevice *device)
{
    static_cast<QTcpSocket *>(device)->flush();
}

void TcpTransport::abort(QIODevice *device)
{
    static_cast<QTcpSocket *>(device)->abort();
}

void TcpTransport::closeWriting(QIODevice *device)
{
    auto *socket = static_cast<QTcpSocket *>(device);
    shutDownWriting(device, [socket] { return socket->socketDescriptor(); });
}

} // namespace Gantry
