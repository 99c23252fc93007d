// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/endpointdiscovery.h"

#include <QHash>
#include <QLocalServer>
#include <QLocalSocket>
#include <QTemporaryDir>

#include <functional>

namespace Gantry {

/// An engine made of a local server and handlers: for the answers that a real engine does not give on demand.
class FakeEngine : public QObject
{
public:
    struct Request
    {
        QByteArray method;
        QByteArray target;
        QByteArray body;
        int connection = 0; ///< running number of the connection it came on
        QByteArray head;
    };
    using Handler = std::function<void(QLocalSocket *socket, const Request &request)>;

    FakeEngine()
    {
        connect(&m_server, &QLocalServer::newConnection, this, &FakeEngine::accept);
        listen();
    }

    // The sockets tell of their end, which needs the members still.
    ~FakeEngine() override { stop(); }

    Endpoint endpoint() const { return *Endpoint::parse(m_directory.filePath(QStringLiteral("s"))); }

    /// What a search finds that finds this engine alone.
    EndpointDiscovery::Found found(bool shellReachesIt = false) const
    {
        EndpointDiscovery::Found found;
        found.endpoints << endpoint();
        found.endpoints[0].shellReachesIt = shellReachesIt;
        return found;
    }

    bool listen() { return m_server.listen(m_directory.filePath(QStringLiteral("s"))); }
    /// As if the engine died: the socket goes, and every connection breaks.
    void stop()
    {
        m_server.close();
        for (QLocalSocket *socket : m_server.findChildren<QLocalSocket *>())
            delete socket;
        m_unread.clear();
    }

    /// Answers requests whose target begins with \a target (without the version); the longest match wins.
    void on(const QByteArray &target, Handler handler) { m_handlers.insert(target, std::move(handler)); }
    void answer(const QByteArray &target, const QByteArray &json, int status = 200)
    {
        on(target, [json, status](QLocalSocket *socket, const Request &) { send(socket, json, status); });
    }
    /// What every engine answers: ping, version, info, empty lists, an event stream that stays silent.
    void answerBasics()
    {
        on("/_ping", [](QLocalSocket *socket, const Request &) {
            socket->write("HTTP/1.1 200 OK\r\nApi-Version: 1.43\r\nContent-Length: 2\r\n\r\nOK");
        });
        answer("/version", R"({"Version": "24.0.0", "ApiVersion": "1.43", "MinAPIVersion": "1.12", "Arch": "amd64"})");
        answer("/info", R"({"OperatingSystem": "Test", "NCPU": 2, "MemTotal": 4000000000})");
        answer("/containers/json", "[]");
        answer("/images/json", "[]");
        answer("/volumes", R"({"Volumes": null})");
        answer("/networks", "[]");
        on("/events", [this](QLocalSocket *socket, const Request &) {
            m_events << socket;
            connect(socket, &QObject::destroyed, this, [this, socket] { m_events.removeOne(socket); });
            socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
        });
    }
    void sendEvent(const QByteArray &json)
    {
        for (QLocalSocket *socket : m_events)
            socket->write(chunk(json + '\n'));
    }
    void sendContainerEvent(const QByteArray &action, const QByteArray &id)
    {
        sendEvent("{\"Type\":\"container\",\"Action\":\"" + action + "\",\"Actor\":{\"ID\":\"" + id + "\"}}");
    }
    bool hasEventStream() const { return !m_events.isEmpty(); }
    void closeEventStreams()
    {
        for (QLocalSocket *socket : QList<QLocalSocket *>(m_events))
            socket->disconnectFromServer();
    }

    const QList<Request> &requests() const { return m_requests; }
    int countOf(const QByteArray &target) const
    {
        return int(std::count_if(m_requests.begin(), m_requests.end(),
                                 [&](const Request &request) { return request.target.startsWith(target); }));
    }
    int connections() const { return m_connections; }

    /// A frame of a multiplexed stream: \a channel 1 is standard output, 2 standard error.
    static QByteArray frame(char channel, const QByteArray &bytes)
    {
        const auto size = quint32(bytes.size());
        const char head[] = {channel, 0, 0, 0, char(size >> 24), char(size >> 16), char(size >> 8), char(size)};
        return QByteArray(head, 8) + bytes;
    }

    /// An entry of the container list.
    static QByteArray container(const QByteArray &id, const QByteArray &name, const QByteArray &state)
    {
        return "{\"Id\": \"" + id + "\", \"Names\": [\"/" + name + "\"], \"State\": \"" + state
            + "\", \"Status\": \"\"}";
    }
    static QByteArray chunk(const QByteArray &bytes)
    {
        return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
    }
    static void send(QLocalSocket *socket, const QByteArray &json, int status = 200)
    {
        QByteArray head = "HTTP/1.1 " + QByteArray::number(status) + " Words\r\n";
        if (status != 204 && status != 304)
            head += "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(json.size()) + "\r\n";
        socket->write(head + "\r\n" + json);
    }

private:
    void accept()
    {
        while (QLocalSocket *socket = m_server.nextPendingConnection()) {
            const int number = ++m_connections;
            connect(socket, &QLocalSocket::readyRead, this, [this, socket, number] { read(socket, number); });
            connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
            read(socket, number);
        }
    }

    void read(QLocalSocket *socket, int number)
    {
        QByteArray &unread = m_unread[number];
        unread += socket->readAll();
        for (;;) {
            const qsizetype end = unread.indexOf("\r\n\r\n");
            if (end < 0)
                return;
            const QByteArray head = unread.left(end);
            qsizetype length = 0;
            if (const qsizetype at = head.indexOf("Content-Length: "); at >= 0)
                length = head.mid(at + 16, head.indexOf('\r', at) - at - 16).toInt();
            if (unread.size() < end + 4 + length)
                return;
            const QList<QByteArray> words = head.left(head.indexOf('\r')).split(' ');
            Request request{words.value(0), words.value(1), unread.mid(end + 4, length), number, head};
            if (request.target.startsWith("/v1."))
                request.target = request.target.mid(request.target.indexOf('/', 1));
            unread.remove(0, end + 4 + length);
            m_requests << request;
            dispatch(socket, request);
        }
    }

    void dispatch(QLocalSocket *socket, const Request &request)
    {
        QByteArray best;
        for (auto it = m_handlers.cbegin(); it != m_handlers.cend(); ++it) {
            if (request.target.startsWith(it.key()) && it.key().size() > best.size())
                best = it.key();
        }
        if (best.isEmpty())
            send(socket, R"({"message": "page not found"})", 404);
        else
            m_handlers.value(best)(socket, request);
    }

    QTemporaryDir m_directory;
    QLocalServer m_server;
    QHash<QByteArray, Handler> m_handlers;
    QHash<int, QByteArray> m_unread;
    QList<QLocalSocket *> m_events;
    QList<Request> m_requests;
    int m_connections = 0;
};

} // namespace Gantry
