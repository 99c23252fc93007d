// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "consolesubject.h"

using namespace Gantry;
using State = ConsoleConnection::State;
using Presence = ConsoleBackend::Presence;

class TestConsoleConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstRouteThatAnswersIsTaken()
    {
        ConsoleSubject s;
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
        ConsoleSubject s;
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
        ConsoleSubject s;
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
        ConsoleSubject s;
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
        ConsoleSubject s;
        QVERIFY(s.connect());
        QSignalSpy gone(&s.connection, &ConsoleConnection::routeGone);
        s.backend.presence = presence;
        s.backend.containerId = id;
        Q_EMIT s.backend.presenceChanged();
        QCOMPARE(gone.size(), words.isEmpty() ? 0 : 1);
        QVERIFY(gone.value(0).value(0).toString().endsWith(words));
    }

    void strangerIsLeft()
    {
        ConsoleSubject s;
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
        ConsoleSubject s;
        s.backend.routeList.resize(1);
        QVERIFY(s.begin());
        s.connection.sessionConnected(serverAt(QStringLiteral("10.9.9.9")));
        QTRY_COMPARE(s.connection.state(), State::Failed);
        QVERIFY(s.connection.sentence().contains(QStringLiteral("10.9.9.9")));
    }

    void disallowedRoutesAreNotTried()
    {
        ConsoleSubject s;
        s.connection.setAllowedRoutes(DatabaseRoute::ExecTunnel);
        QVERIFY(s.begin());
        QCOMPARE(s.opened.last().host, QStringLiteral("/run/tunnel"));
    }

    void silentServerIsWaitedFor()
    {
        ConsoleSubject s;
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
        ConsoleSubject s;
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
        ConsoleSubject s;
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

    void containerThatStopsWhileItIsTriedIsSaid_data()
    {
        QTest::addColumn<bool>("failed");
        QTest::newRow("connecting") << false;
        QTest::newRow("failed") << true;
    }
    void containerThatStopsWhileItIsTriedIsSaid()
    {
        QFETCH(const bool, failed);
        ConsoleSubject s;
        s.connection.setAllowedRoutes(DatabaseRoute::ExecTunnel);
        Q_EMIT s.backend.presenceChanged();
        QVERIFY(s.begin());
        if (failed) {
            s.connection.sessionFailed(failure(ConnectFailure::Kind::TooManyConnections, QStringLiteral("no room")));
            QTRY_COMPARE(s.connection.state(), State::Failed);
        }
        s.backend.presence = Presence::Stopped;
        Q_EMIT s.backend.presenceChanged();
        QCOMPARE(s.connection.state(), State::Stopped);
        QVERIFY(s.connection.sentence().contains(QStringLiteral("is not running")));
        QCOMPARE(s.closed.size(), 1);
        QVERIFY(s.backend.guard.expired());
        s.connection.sessionFailed(failure(ConnectFailure::Kind::Other, QStringLiteral("late")));
        QCOMPARE(s.connection.state(), State::Stopped);
        s.backend.presence = Presence::Running;
        Q_EMIT s.backend.presenceChanged();
        QTRY_COMPARE(s.opened.size(), 2);
    }

    void pausedContainerIsSaid()
    {
        ConsoleSubject s;
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
        ConsoleSubject s;
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
        ConsoleSubject s;
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

    void failedTunnelIsSaid()
    {
        ConsoleSubject s;
        s.backend.tunnelFails = true;
        s.connection.setAllowedRoutes(DatabaseRoute::ExecTunnel);
        s.connection.connectNow();
        QTRY_COMPARE(s.connection.state(), State::Failed);
        QVERIFY(s.connection.sentence().contains(QStringLiteral("no shell in there")));
    }

    void engineAwayIsWaitedFor()
    {
        ConsoleSubject s;
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
