// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/faultproxy.h"

#include <QLocalSocket>
#include <QTcpSocket>
#include <QTimer>

#include <cmath>

#include <sys/socket.h>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 latest = 30'000; // bytes: about an answer of the list
constexpr int bytesPerFlip = 150;
constexpr qint64 mostWaiting = 1'000'000;

const char *name(Fault::Kind kind)
{
    switch (kind) {
    case Fault::Kind::None:
        return "none";
    case Fault::Kind::Refuse:
        return "refuse";
    case Fault::Kind::Cut:
        return "cut";
    case Fault::Kind::Reset:
        return "reset";
    case Fault::Kind::Stall:
        return "stall";
    case Fault::Kind::Trickle:
        return "trickle";
    case Fault::Kind::Flip:
        return "flip";
    case Fault::Kind::EndlessHeader:
        return "endless header";
    case Fault::Kind::WrongLength:
        return "wrong length";
    case Fault::Kind::Unavailable:
        return "503";
    }
    Q_UNREACHABLE();
}

} // namespace

QString describe(const Fault &fault)
{
    return u"%1 of %2 after %3 bytes"_s
        .arg(QLatin1String(name(fault.kind)), fault.ofAnswers ? u"answers"_s : u"requests"_s)
        .arg(fault.after);
}

Fault chooseFault(QRandomGenerator *random, const QList<Fault::Kind> &kinds)
{
    Fault fault;
    fault.kind = kinds[random->bounded(kinds.size())];
    fault.ofAnswers = random->bounded(4) != 0;
    fault.after = qint64(std::pow(double(latest), random->generateDouble())) - 1;
    if (fault.kind == Fault::Kind::EndlessHeader || fault.kind == Fault::Kind::Unavailable) { // in place of an answer
        fault.ofAnswers = fault.kind == Fault::Kind::EndlessHeader;
        fault.after = 0;
    }
    return fault;
}

/// One connection of a client, and the one to the server that belongs to it.
class FaultyConnection : public QObject
{
    Q_OBJECT

public:
    template <typename Socket>
    FaultyConnection(Socket *client, FaultProxy *proxy)
        : QObject(proxy)
        , m_proxy(proxy)
        , m_client(client)
        , m_flushClient([client] { client->flush(); })
        , m_abortClient([client] { client->abort(); })
        , m_descriptor(int(client->socketDescriptor()))
    {
        client->setParent(this);
        m_trickle.setInterval(0);
        connect(&m_trickle, &QTimer::timeout, this, &FaultyConnection::trickle);
        follow(client);
        if (const quint16 port = proxy->m_port) {
            auto *server = new QTcpSocket(this);
            follow(server);
            connect(server, &QTcpSocket::connected, this, &FaultyConnection::reached);
            server->connectToHost(proxy->m_server, port);
            m_server = server;
        } else {
            auto *server = new QLocalSocket(this);
            follow(server);
            connect(server, &QLocalSocket::connected, this, &FaultyConnection::reached);
            m_server = server; // it can be reached at once
            server->connectToServer(proxy->m_server);
        }
    }

    void faultBegins()
    {
        m_passed[0] = m_passed[1] = 0;
        passAll();
    }
    void faultEnds()
    {
        if (m_harmed)
            return close();
        m_trickle.stop();
        for (QByteArray *held : {&m_held[0], &m_held[1]}) {
            side(held == &m_held[1])->write(*held);
            held->clear();
        }
        passAll();
    }

private:
    template <typename Socket> void follow(Socket *socket)
    {
        connect(socket, &QIODevice::readyRead, this, &FaultyConnection::passAll);
        connect(socket, &QIODevice::bytesWritten, this, &FaultyConnection::passAll);
        connect(socket, &Socket::disconnected, this, &FaultyConnection::close);
        connect(socket, &Socket::errorOccurred, this, &FaultyConnection::close);
    }

    void reached()
    {
        m_reached = true;
        passAll();
    }

    void close()
    {
        m_client->disconnect(this);
        m_server->disconnect(this);
        m_trickle.stop();
        m_abortClient();
        m_server->close();
        setParent(nullptr); // no connection of the proxy any more
        deleteLater();
    }

    /// Where answers, or else requests, go.
    QIODevice *side(bool answers) { return answers ? static_cast<QIODevice *>(m_client) : m_server; }

    void passAll()
    {
        if (!m_reached)
            return;
        pass(false);
        pass(true);
    }

    void pass(bool answers)
    {
        QIODevice *from = side(!answers);
        QIODevice *to = side(answers);
        if (to->bytesToWrite() > mostWaiting || m_held[answers].size() > mostWaiting)
            return; // a slow reader is felt by the writer
        const QByteArray bytes = from->isOpen() ? from->read(mostWaiting) : QByteArray();
        if (bytes.isEmpty())
            return;
        const Fault &fault = m_proxy->m_fault;
        if (fault.kind == Fault::Kind::None || fault.ofAnswers != answers) {
            to->write(bytes);
            return;
        }
        const qint64 unharmed = std::clamp(fault.after - m_passed[answers], qint64(0), qint64(bytes.size()));
        m_passed[answers] += bytes.size();
        to->write(bytes.first(unharmed));
        if (unharmed < bytes.size())
            harm(bytes.sliced(unharmed), answers, to);
    }

    void harm(QByteArray bytes, bool answers, QIODevice *to)
    {
        switch (m_proxy->m_fault.kind) {
        case Fault::Kind::None:
        case Fault::Kind::Refuse:
            to->write(bytes);
            return;
        case Fault::Kind::Cut:
            m_flushClient();
            return close();
        case Fault::Kind::Reset: {
            m_flushClient();
            // What is closed so is not ended, but reset (tcp(7), SO_LINGER); of no consequence for a Unix socket.
            const linger atOnce{1, 0};
            ::setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
            return close();
        }
        case Fault::Kind::Stall:
        case Fault::Kind::Trickle:
            m_held[answers] += bytes;
            if (m_proxy->m_fault.kind == Fault::Kind::Trickle)
                m_trickle.start();
            return;
        case Fault::Kind::Flip:
            m_harmed = true;
            for (qsizetype at = m_proxy->m_random.bounded(bytesPerFlip); at < bytes.size();
                 at += 1 + m_proxy->m_random.bounded(2 * bytesPerFlip))
                bytes[at] = char(bytes[at] ^ (1 << m_proxy->m_random.bounded(8)));
            to->write(bytes);
            return;
        case Fault::Kind::EndlessHeader:
            m_harmed = true;
            connect(m_client, &QIODevice::bytesWritten, this, [this] { m_client->write(endless()); });
            m_client->write("HTTP/1.1 200 OK\r\n" + endless());
            return;
        case Fault::Kind::WrongLength:
            m_harmed = true;
            to->write(withAnotherLength(bytes));
            return;
        case Fault::Kind::Unavailable:
            m_harmed = true;
            m_client->write("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 5\r\nConnection: close\r\n\r\nbusy\n");
            m_flushClient();
            return close();
        }
    }

    static QByteArray endless() { return "X-Endless: " + QByteArray(4000, 'x') + "\r\n"; }

    QByteArray withAnotherLength(QByteArray bytes)
    {
        static constexpr QByteArrayView field = "Content-Length: ";
        const qsizetype at = bytes.indexOf(field);
        if (at < 0)
            return bytes;
        const qsizetype begin = at + field.size();
        const qsizetype size = bytes.indexOf("\r\n", begin) - begin;
        const int length = bytes.mid(begin, size).toInt();
        return bytes.replace(begin, size, QByteArray::number(std::max(0, length + m_proxy->m_random.bounded(-50, 50))));
    }

    void trickle()
    {
        bool more = false;
        for (const bool answers : {false, true}) {
            QByteArray &held = m_held[answers];
            if (held.isEmpty())
                continue;
            side(answers)->write(held.first(1));
            held.remove(0, 1);
            more = more || !held.isEmpty();
        }
        if (!more)
            m_trickle.stop();
    }

    FaultProxy *m_proxy;
    QIODevice *m_client;
    std::function<void()> m_flushClient;
    std::function<void()> m_abortClient;
    int m_descriptor; ///< of the client's socket
    QIODevice *m_server = nullptr;
    bool m_reached = false;
    QByteArray m_held[2]; // of requests, of answers
    qint64 m_passed[2] = {0, 0};
    bool m_harmed = false;
    QTimer m_trickle;
};

FaultProxy::FaultProxy(const QString &path, const QString &server, quint16 port)
    : m_server(server)
    , m_port(port)
{
    m_listener.listen(path);
    connect(&m_listener, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *client = m_listener.nextPendingConnection())
            accept(client);
    });
    m_tcpListener.listen(QHostAddress::LocalHost);
    connect(&m_tcpListener, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *client = m_tcpListener.nextPendingConnection())
            accept(client);
    });
}

template <typename Socket> void FaultProxy::accept(Socket *client)
{
    if (m_fault.kind == Fault::Kind::Refuse)
        delete client;
    else
        new FaultyConnection(client, this);
}

FaultProxy::~FaultProxy()
{
    qDeleteAll(findChildren<FaultyConnection *>());
}

void FaultProxy::begin(const Fault &fault, quint32 seed)
{
    m_fault = fault;
    m_random.seed(seed);
    for (FaultyConnection *connection : findChildren<FaultyConnection *>())
        connection->faultBegins();
}

void FaultProxy::end()
{
    m_fault = {};
    for (FaultyConnection *connection : findChildren<FaultyConnection *>())
        connection->faultEnds();
}

int FaultProxy::connections() const
{
    return int(findChildren<FaultyConnection *>().size());
}

} // namespace Gantry

#include "faultproxy.moc"
