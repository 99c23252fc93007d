// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "postgres/consoleconnection.h"

#include <QPromise>
#include <QSignalSpy>
#include <QTest>

namespace Gantry {

template <typename T> QFuture<T> ready(const T &value)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(value);
    promise.finish();
    return promise.future();
}

template <typename T> QFuture<T> failing(const EngineError &error)
{
    QPromise<T> promise;
    promise.start();
    promise.setException(error);
    promise.finish();
    return promise.future();
}

/// A container whose every answer the test decides.
class FakeBackend : public ConsoleBackend
{
public:
    using ConsoleBackend::ConsoleBackend;

    ConsoleBackend::Presence find(ConsolePlace *place) const override
    {
        if (place->project.isEmpty() && place->containerId != containerId)
            return Presence::Missing;
        if (presence != Presence::EngineAway && presence != Presence::Missing)
            place->containerId = containerId;
        return presence;
    }
    bool hasRoute(const QString &, const DatabaseRoute &) const override { return routeStands; }
    QFuture<DatabaseLogin> login(const QString &id) override
    {
        asked.append(QStringLiteral("login ") + id);
        return loginAnswer;
    }
    QFuture<QList<DatabaseRoute>> routes(const QString &id, quint16 port, DatabaseRoute::Kinds allowed) override
    {
        asked.append(QStringLiteral("routes %1 %2").arg(id).arg(port));
        QList<DatabaseRoute> result;
        for (const DatabaseRoute &route : std::as_const(routeList)) {
            if (allowed & route.kind)
                result.append(route);
        }
        return ready(result);
    }
    QFuture<OpenRoute> open(const QString &id, quint16 port, const DatabaseRoute &route) override
    {
        asked.append(QStringLiteral("open %1 %2 %3").arg(id).arg(port).arg(route.label()));
        if (route.kind == DatabaseRoute::ExecTunnel && tunnelFails)
            return failing<OpenRoute>({EngineError::Kind::Refused, QStringLiteral("open a tunnel"),
                                       QStringLiteral("no shell in there"), 500});
        OpenRoute opened{route, {}};
        if (route.kind == DatabaseRoute::ExecTunnel) {
            opened.route.host = QStringLiteral("/run/tunnel");
            opened.guard = std::make_shared<QObject>();
            guard = opened.guard;
        }
        return ready(opened);
    }

    Presence presence = Presence::Running;
    QString containerId = QStringLiteral("c1");
    QFuture<DatabaseLogin> loginAnswer = ready(
        DatabaseLogin{QStringLiteral("demo"), QStringLiteral("secret"), QStringLiteral("shop"), 5432, true, {}});
    QList<DatabaseRoute> routeList{
        {DatabaseRoute::PublishedPort, QStringLiteral("127.0.0.1"), 5433, {QStringLiteral("172.17.0.2")}},
        {DatabaseRoute::ContainerAddress, QStringLiteral("172.17.0.2"), 5432, {QStringLiteral("172.17.0.2")}},
        {DatabaseRoute::ExecTunnel, {}, 5432, {}},
    };
    bool tunnelFails = false;
    bool routeStands = true;
    QStringList asked;
    std::weak_ptr<QObject> guard;
};

inline ConnectFailure failure(ConnectFailure::Kind kind, const QString &sentence)
{
    ConnectFailure result;
    result.kind = kind;
    result.sentence = sentence;
    return result;
}

inline ServerInfo serverAt(const QString &address)
{
    ServerInfo server;
    server.version = 160003;
    server.address = address;
    return server;
}

/// Connects and keeps what the session would be asked for.
struct ConsoleSubject
{
    ConsoleSubject()
    {
        QObject::connect(&connection, &ConsoleConnection::openRequested, &connection,
                         [this](const ConnectionParameters &parameters) { opened.append(parameters); });
        ConsolePlace place;
        place.containerId = QStringLiteral("c1");
        place.containerName = QStringLiteral("shop-db-1");
        place.project = QStringLiteral("shop");
        place.service = QStringLiteral("db");
        connection.setPlace(place);
    }
    bool begin()
    {
        connection.connectNow();
        return QTest::qWaitFor([this] { return opened.size() == 1; });
    }
    bool connect()
    {
        const bool begun = begin();
        connection.sessionConnected(serverAt(QStringLiteral("172.17.0.2")));
        return begun && connection.state() == ConsoleConnection::State::Connected;
    }
    FakeBackend backend;
    ConsoleConnection connection{&backend};
    QList<ConnectionParameters> opened;
    QSignalSpy closed{&connection, &ConsoleConnection::closeRequested};
};

} // namespace Gantry
