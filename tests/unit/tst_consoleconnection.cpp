// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/consoleconnection.h"

#include <QPromise>
#include <QSignalSpy>
#include <QTest>

using namespace Gantry;
using State = ConsoleConnection::State;
using Presence = ConsoleBackend::Presence;

namespace {

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

    Presence find(ConsolePlace *place) const override
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

ConnectFailure failure(ConnectFailure::Kind kind, const QString &sentence)
{
    ConnectFailure result;
    result.kind = kind;
    result.sentence = sentence;
    return result;
}

ServerInfo serverAt(const QString &address)
{
    ServerInfo server;
    server.version = 160003;
    server.address = address;
    return server;
}

} // namespace

class TestConsoleConnection : public QObject
{
    Q_OBJECT

private:
    /// Connects and keeps what the session would be asked for.
    struct Subject
    {
        Subject()
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
            return begun && connection.state() == State::Connected;
        }
        FakeBackend backend;
        ConsoleConnection connection{&backend};
        QList<ConnectionParameters> opened;
        QSignalSpy closed{&connection, &ConsoleConnection::closeRequested};
    };

private Q_SLOTS:
    void firstRouteThatAnswersIsTaken()
    {
        Subject s;
        QVERIFY(s.begin());
        QCOMPARE(s.opened.last().host, QStringLiteral("127.0.0.1"));
        QCOMPARE(s.opened.last().port, quint16(5433));
        QCOMPARE(s.opened.last().user, QStringLiteral("demo"));
        QCOMPARE(s.opened.last().password, QStringLiteral("secret"));
        QCOMPARE(s.opened.last().database, QStringLiteral("shop"));
        QCOMPARE(s.connection.state(), State::Connecting);
        QVERIFY(s.connection.sentence().contains(QStringLiteral("published port 127.0.0.1:5433")));
        QSignalSpy connected(&s.connection, &ConsoleConnection::connected);
        s.connection.sessionConnected(serverAt(QStringLiteral("172.17.0.2/32")));
        QCOMPARE(connected.size(), 1);
        QCOMPARE(s.connection.state(), State::Connected);
        QCOMPARE(s.connection.route().kind, DatabaseRoute::PublishedPort);
    }

    void silentRoutesLeadToTheTunnel()
    {
        Subject s;
        QVERIFY(s.begin());
        s.connection.sessionFailed(failure(ConnectFailure::Kind::Refused, QStringLiteral("refused")));
        QTRY_COMPARE(s.opened.size(), 2);
        s.connection.sessionFailed(failure(ConnectFailure::Kind::Unreachable, QStringLiteral("no answer")));
        QTRY_COMPARE(s.opened.size(), 3);
        QCOMPARE(s.opened.last().host, QStringLiteral("/run/tunnel"));
        QVERIFY(!s.backend.guard.expired());
        // Now that a server is known to listen, who refused may answer.
        s.connection.sessionConnected(serverAt({}));
        QVERIFY(s.backend.guard.expired());
        for (int route = 4; route <= 5; ++route) {
            QTRY_COMPARE(s.opened.size(), route);
            QCOMPARE(s.connection.state(), State::Connecting);
            s.connection.sessionFailed(failure(ConnectFailure::Kind::Refused, QStringLiteral("refused")));
        }
        QTRY_COMPARE(s.opened.size(), 6);
        QCOMPARE(s.opened.last().host, QStringLiteral("/run/tunnel"));
        s.connection.sessionConnected(serverAt({}));
        QCOMPARE(s.connection.state(), State::Connected);
        QCOMPARE(s.connection.route().kind, DatabaseRoute::ExecTunnel);
        s.connection.sessionLost(QStringLiteral("terminating connection"));
        QCOMPARE(s.connection.state(), State::Lost);
        QVERIFY(s.connection.sentence().contains(QStringLiteral("terminating connection")));
        QVERIFY(s.backend.guard.expired());
    }

    void serverThatCameUpMeanwhileIsReachedAtItsAddress()
    {
        Subject s;
        s.connection.setAllowedRoutes(DatabaseRoute::ContainerAddress | DatabaseRoute::ExecTunnel);
        QVERIFY(s.begin());
        s.connection.sessionFailed(failure(ConnectFailure::Kind::Refused, QStringLiteral("refused")));
        QTRY_COMPARE(s.opened.size(), 2);
        s.connection.sessionConnected(serverAt({}));
        QTRY_COMPARE(s.opened.size(), 3);
        QCOMPARE(s.opened.last().host, QStringLiteral("172.17.0.2"));
        s.connection.sessionConnected(serverAt(QStringLiteral("172.17.0.2")));
        QCOMPARE(s.connection.state(), State::Connected);
        QCOMPARE(s.connection.route().kind, DatabaseRoute::ContainerAddress);
    }

    void routeThatGoesIsSaid()
    {
        Subject s;
        QVERIFY(s.connect());
        QSignalSpy gone(&s.connection, &ConsoleConnection::routeGone);
        Q_EMIT s.backend.presenceChanged();
        QCOMPARE(gone.size(), 0);
        s.backend.routeStands = false;
        Q_EMIT s.backend.presenceChanged();
        QCOMPARE(gone.size(), 1);
        const QString words = gone.first().first().toString();
        QVERIFY2(words.contains(QStringLiteral("shop-db-1 has no published port 127.0.0.1:5433 any more")),
                 qPrintable(words));
    }

    void containerThatEndsTakesTheConnectionWithIt_data()
    {
        QTest::addColumn<Presence>("presence");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("words");
        QTest::newRow("stopped") << Presence::Stopped << QStringLiteral("c1")
                                 << QStringLiteral("is not running any more");
        QTest::newRow("removed") << Presence::Missing << QStringLiteral("c1") << QStringLiteral("was removed");
        QTest::newRow("another runs") << Presence::Running << QStringLiteral("c2") << QStringLiteral("was removed");
        QTest::newRow("paused") << Presence::Paused << QStringLiteral("c1") << QString();
        QTest::newRow("engine away") << Presence::EngineAway << QStringLiteral("c1") << QString();
    }

    void containerThatEndsTakesTheConnectionWithIt()
    {
        QFETCH(const Presence, presence);
        QFETCH(const QString, id);
        QFETCH(const QString, words);
        Subject s;
        QVERIFY(s.connect());
        QSignalSpy gone(&s.connection, &ConsoleConnection::routeGone);
        s.backend.presence = presence;
        s.backend.containerId = id;
        Q_EMIT s.backend.presenceChanged();
        QCOMPARE(gone.size(), words.isEmpty() ? 0 : 1);
        QVERIFY(gone.value(0).value(0).toString().endsWith(words));
    }

    void failedLoginLeavesTheOpenConnection()
    {
        Subject s;
        s.backend.routeList = {{DatabaseRoute::ContainerAddress, QStringLiteral("127.0.0.1"), 1, {}}};
        QVERIFY(s.begin());
        s.connection.sessionConnected(serverAt({}));
        QSignalSpy proven(&s.connection, &ConsoleConnection::loginProven);
        s.connection.tryLogin({QStringLiteral("bob"), QStringLiteral("wrong"), {}});
        QVERIFY(s.connection.isTryingLogin());
        QTRY_VERIFY(!s.connection.isTryingLogin()); // nobody listens at port 1
        QVERIFY(!s.connection.loginProblem().isEmpty());
        QCOMPARE(s.connection.state(), State::Connected);
        QCOMPARE(s.closed.size(), 0);
        QCOMPARE(s.connection.login(), ConsoleConnection::Login());
        QCOMPARE(proven.size(), 0);
        s.connection.cancel();
        QCOMPARE(s.connection.loginProblem(), QString());
        QCOMPARE(s.connection.state(), State::Connected);
    }

    void cancelGoesBackToTheLoginBefore()
    {
        Subject s;
        s.backend.routeList.resize(1);
        s.connection.setLogin({QStringLiteral("alice"), QStringLiteral("right"), {}});
        s.connection.changeLogin({QStringLiteral("bob"), QStringLiteral("wrong"), {}});
        s.connection.changeLogin({QStringLiteral("bob"), QStringLiteral("wrong again"), {}});
        QVERIFY(s.begin());
        QCOMPARE(s.opened.last().user, QStringLiteral("bob"));
        s.connection.sessionFailed(failure(ConnectFailure::Kind::WrongPassword, QStringLiteral("no")));
        QTRY_COMPARE(s.connection.state(), State::NeedsLogin);
        s.connection.cancel();
        s.connection.connectNow();
        QTRY_COMPARE(s.opened.size(), 2);
        QCOMPARE(s.opened.last().user, QStringLiteral("alice"));
        s.connection.sessionConnected(serverAt(QStringLiteral("172.17.0.2")));
        s.connection.cancel();
        QCOMPARE(s.connection.login().user, QStringLiteral("alice"));
    }

    void strangerIsLeft()
    {
        Subject s;
        QVERIFY(s.begin());
        s.connection.sessionConnected(serverAt(QStringLiteral("10.9.9.9")));
        QCOMPARE(s.closed.size(), 1);
        QVERIFY(s.connection.state() != State::Connected);
        QTRY_COMPARE(s.opened.size(), 2);
        QCOMPARE(s.opened.last().host, QStringLiteral("172.17.0.2"));
        // Nor does a server that keeps its address to itself count as the container's.
        s.connection.sessionConnected(serverAt({}));
        QTRY_COMPARE(s.opened.size(), 3);
        s.connection.sessionConnected(serverAt(QStringLiteral("127.0.0.1")));
        QCOMPARE(s.connection.state(), State::Connected);
    }

    void strangerAloneIsNamed()
    {
        Subject s;
        s.backend.routeList.resize(1);
        QVERIFY(s.begin());
        s.connection.sessionConnected(serverAt(QStringLiteral("10.9.9.9")));
        QTRY_COMPARE(s.connection.state(), State::Failed);
        QVERIFY(s.connection.sentence().contains(QStringLiteral("10.9.9.9")));
    }

    void disallowedRoutesAreNotTried()
    {
        Subject s;
        s.connection.setAllowedRoutes(DatabaseRoute::ExecTunnel);
        QVERIFY(s.begin());
        QCOMPARE(s.opened.last().host, QStringLiteral("/run/tunnel"));
    }

    void wrongPasswordAsksForALogin()
    {
        Subject s;
        s.connection.connectNow();
        const QString words = QStringLiteral("“password authentication failed for user demo”");
        for (int route = 1; route <= 3; ++route) {
            QTRY_COMPARE(s.opened.size(), route);
            s.connection.sessionFailed(failure(ConnectFailure::Kind::WrongPassword, words));
        }
        QTRY_COMPARE(s.connection.state(), State::NeedsLogin);
        QCOMPARE(s.connection.sentence(), words);
        QVERIFY(s.backend.guard.expired());

        s.connection.setLogin({QStringLiteral("other"), QStringLiteral("right"), {}});
        s.connection.connectNow();
        QTRY_COMPARE(s.opened.size(), 4);
        QCOMPARE(s.opened.last().user, QStringLiteral("other"));
        QCOMPARE(s.opened.last().password, QStringLiteral("right"));
        QCOMPARE(s.opened.last().database, QStringLiteral("shop"));
    }

    void passwordOfTheEnvironmentIsNotSentForAnotherUser()
    {
        Subject s;
        s.connection.setLogin({QStringLiteral("other"), {}, {}});
        QVERIFY(s.begin());
        QCOMPARE(s.opened.last().password, QString());
    }

    void silentServerIsWaitedFor()
    {
        Subject s;
        s.connection.setAllowedRoutes(DatabaseRoute::ExecTunnel);
        QVERIFY(s.begin());
        s.connection.sessionFailed(failure(ConnectFailure::Kind::Refused, QStringLiteral("nobody listens")));
        QTRY_COMPARE(s.connection.state(), State::Waiting);
        QTRY_COMPARE(s.opened.size(), 2);
        QCOMPARE(s.connection.state(), State::Waiting);
        s.connection.sessionConnected(serverAt({}));
        QCOMPARE(s.connection.state(), State::Connected);
    }

    void patienceEnds()
    {
        Subject s;
        s.connection.setAllowedRoutes(DatabaseRoute::ExecTunnel);
        s.connection.setPatience(0);
        QVERIFY(s.begin());
        s.connection.sessionFailed(failure(ConnectFailure::Kind::Refused, QStringLiteral("nobody listens")));
        if (s.connection.state() != State::Failed) {
            QTRY_COMPARE(s.opened.size(), 2);
            s.connection.sessionFailed(failure(ConnectFailure::Kind::Refused, QStringLiteral("nobody listens")));
        }
        QTRY_COMPARE(s.connection.state(), State::Failed);
        QCOMPARE(s.connection.sentence(), QStringLiteral("nobody listens"));
    }

    void stoppedContainerGoesOnWhenItRuns()
    {
        Subject s;
        s.backend.presence = Presence::Stopped;
        s.connection.connectNow();
        QCOMPARE(s.connection.state(), State::Stopped);
        QVERIFY(s.connection.sentence().contains(QStringLiteral("shop-db-1")));
        QVERIFY(s.backend.asked.isEmpty());
        s.backend.presence = Presence::Running;
        s.backend.containerId = QStringLiteral("c2");
        Q_EMIT s.backend.presenceChanged();
        QTRY_COMPARE(s.opened.size(), 1);
        QCOMPARE(s.backend.asked.first(), QStringLiteral("login c2"));
        QCOMPARE(s.connection.place().containerId, QStringLiteral("c2"));
    }

    void pausedContainerIsSaid()
    {
        Subject s;
        s.backend.presence = Presence::Paused;
        s.connection.connectNow();
        QCOMPARE(s.connection.state(), State::Stopped);
        QVERIFY(s.connection.sentence().contains(QStringLiteral("is paused")));
        s.backend.presence = Presence::Running;
        Q_EMIT s.backend.presenceChanged();
        QTRY_COMPARE(s.opened.size(), 1);
        s.connection.sessionConnected(serverAt(QStringLiteral("172.17.0.2")));
        QCOMPARE(s.connection.state(), State::Connected);
        QSignalSpy changed(&s.connection, &ConsoleConnection::changed);
        Q_EMIT s.backend.presenceChanged(); // of something else
        QCOMPARE(changed.size(), 0);
        s.backend.presence = Presence::Paused;
        Q_EMIT s.backend.presenceChanged();
        QCOMPARE(changed.size(), 1);
        QVERIFY(s.connection.isContainerPaused());
        QCOMPARE(s.connection.state(), State::Connected);
    }

    void cancelledConsoleStaysQuiet()
    {
        Subject s;
        s.backend.presence = Presence::Stopped;
        s.connection.connectNow();
        s.connection.cancel();
        QCOMPARE(s.connection.state(), State::Idle);
        s.backend.presence = Presence::Running;
        Q_EMIT s.backend.presenceChanged();
        QCoreApplication::processEvents();
        QVERIFY(s.opened.isEmpty());
        QCOMPARE(s.connection.state(), State::Idle);
    }

    void cancelAtEveryPhase_data()
    {
        QTest::addColumn<int>("phase");
        QTest::newRow("reading") << 0;
        QTest::newRow("connecting") << 1;
        QTest::newRow("waiting") << 2;
    }
    void cancelAtEveryPhase()
    {
        QFETCH(int, phase);
        Subject s;
        s.connection.setAllowedRoutes(DatabaseRoute::ExecTunnel);
        QPromise<DatabaseLogin> never;
        never.start();
        if (phase == 0)
            s.backend.loginAnswer = never.future();
        s.connection.connectNow();
        if (phase == 0)
            QCOMPARE(s.connection.state(), State::Reading);
        else
            QTRY_COMPARE(s.opened.size(), 1);
        if (phase == 2) {
            s.connection.sessionFailed(failure(ConnectFailure::Kind::Refused, QStringLiteral("nobody listens")));
            QTRY_COMPARE(s.connection.state(), State::Waiting);
        }
        s.connection.cancel();
        QCOMPARE(s.connection.state(), State::Idle);
        QCOMPARE(s.closed.size(), 1);
        QVERIFY(s.backend.guard.expired());
        // Late answers change nothing.
        never.addResult(DatabaseLogin());
        never.finish();
        s.connection.sessionConnected(serverAt({}));
        s.connection.sessionFailed(failure(ConnectFailure::Kind::WrongPassword, QStringLiteral("late")));
        QCoreApplication::processEvents();
        QCOMPARE(s.connection.state(), State::Idle);
    }

    void unreadableEnvironmentIsSaid()
    {
        Subject s;
        s.backend.loginAnswer = failing<DatabaseLogin>(
            {EngineError::Kind::Refused, QStringLiteral("inspect shop-db-1"), QStringLiteral("no such thing"), 404});
        s.connection.connectNow();
        QTRY_COMPARE(s.connection.state(), State::Failed);
        QVERIFY(s.connection.sentence().contains(QStringLiteral("no such thing")));
    }

    void failedTunnelIsSaid()
    {
        Subject s;
        s.backend.tunnelFails = true;
        s.connection.setAllowedRoutes(DatabaseRoute::ExecTunnel);
        s.connection.connectNow();
        QTRY_COMPARE(s.connection.state(), State::Failed);
        QVERIFY(s.connection.sentence().contains(QStringLiteral("no shell in there")));
    }

    void engineAwayIsWaitedFor()
    {
        Subject s;
        s.backend.presence = Presence::EngineAway;
        s.connection.connectNow();
        QCOMPARE(s.connection.state(), State::EngineAway);
        s.backend.presence = Presence::Missing;
        Q_EMIT s.backend.presenceChanged();
        QCOMPARE(s.connection.state(), State::Missing);
        s.backend.presence = Presence::Running;
        Q_EMIT s.backend.presenceChanged();
        QTRY_COMPARE(s.opened.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestConsoleConnection)
#include "tst_consoleconnection.moc"
