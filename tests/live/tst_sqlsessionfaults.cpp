// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/rounds.h"
#include "live/sessionprobe.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QThreadPool>

using namespace Gantry;
using namespace Qt::StringLiterals;

namespace {

void terminate(int backendPid)
{
    SessionProbe killer;
    QVERIFY(killer.open());
    QVERIFY(killer.run("SELECT pg_terminate_backend(" + QByteArray::number(backendPid) + ")"));
    QCOMPARE(killer.value(), "t");
}

qint64 otherBackends(SessionProbe &probe, int backendPid)
{
    if (!probe.run("SELECT count(*) FROM pg_stat_activity WHERE pid = " + QByteArray::number(backendPid)))
        return -1;
    return probe.value().toLongLong();
}

/// The lab's server, reached by a proxy of the test.
ConnectionParameters through(const QTcpServer &proxy)
{
    ConnectionParameters parameters = labParameters();
    parameters.host = u"127.0.0.1"_s;
    parameters.port = proxy.serverPort();
    return parameters;
}

} // namespace

/// What ends a statement or an open connection before its time.
class TestSqlSessionFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void cancelKeepsTheRows();
    void cancelSkipsTheRest();
    void cancelOfASilentServerIsSaid();
    void cancelDoesNotHitTheNextRun();
    void killedWhileIdle();
    void killedWhileRunning();
    void killedInTransaction();
    void lossQuotesNoEarlierError();
    void reconnects();
    void closeStopsTheStatementOnTheServer();
    void cancelOnItsWayDoesNotHoldTheNextConnection();
    void cancelOvertakesTheStatement();
    void givenUpIsLost();
    void aLostCommitIsNotCalledRolledBack();
    void closeLeavesNoBackend();
    void sessionDestroyedWhileRunning();
    void statementTimeoutIsNoCancel();
    void manyRowsDoNotStallTheWindow();
};

void TestSqlSessionFaults::initTestCase()
{
    QVERIFY2(Lab::isUp(), Lab::notUp);
}

void TestSqlSessionFaults::cancelKeepsTheRows()
{
    SessionProbe probe;
    QVERIFY(probe.open());
    probe.forget();
    QVERIFY(probe.session.run("SELECT generate_series(1, 100000000), repeat('x', 100)"));
    QVERIFY(QTest::qWaitFor([&] { return !probe.results.isEmpty() && probe.results[0]->rowCount() > 1000; }, 20'000));
    QElapsedTimer timer;
    timer.start();
    probe.session.cancel();
    QVERIFY(probe.finished());
    qInfo("cancelled after %lld ms", timer.elapsed());
    QVERIFY(probe.results[0]->state() == QueryResult::State::Cancelled);
    QVERIFY(probe.outcomes[0].cancelled);
    QCOMPARE(probe.error().sqlState, u"57014"_s);
    const qint64 rows = probe.results[0]->rowCount();
    QVERIFY(rows > 1000);
    QCOMPARE(rows, probe.outcomes[0].rows);
    QCOMPARE(probe.results[0]->store()->cell(rows - 1, 0).text, QByteArray::number(rows));
    QVERIFY(probe.run("SELECT 1"));
    QCOMPARE(probe.value(), "1");
}

void TestSqlSessionFaults::cancelSkipsTheRest()
{
    SessionProbe probe;
    QVERIFY(probe.open());
    probe.forget();
    QVERIFY(probe.session.run("SELECT pg_sleep(30); SELECT 2; SELECT 3"));
    QVERIFY(QTest::qWaitFor([&] { return probe.session.isRunning(); }));
    probe.session.cancel();
    QVERIFY(probe.finished());
    QVERIFY(probe.runs.last().cancelled);
    QVERIFY(probe.outcomes.size() <= 1); // none when the cancel came first
    QVERIFY(probe.runs.last().notRun.size() >= 2);
}

void TestSqlSessionFaults::cancelOfASilentServerIsSaid()
{
    SessionProbe probe;
    QVERIFY(probe.open());
    probe.forget();
    QSignalSpy said(&probe.session, &SqlSession::cancelling);
    QVERIFY(probe.session.run("SELECT generate_series(1, 100000000), repeat('x', 100)"));
    QVERIFY(QTest::qWaitFor([&] { return !probe.results.isEmpty() && probe.results[0]->rowCount() > 1000; }, 20'000));
    QVERIFY(!probe.session.isCancelling());
    const auto unpause = qScopeGuard([] { Lab::docker({u"unpause"_s, u"lab-pg"_s}); });
    QVERIFY(Lab::docker({u"pause"_s, u"lab-pg"_s}).ok());
    for (int i = 0; i < 10; ++i)
        probe.session.cancel();
    QCOMPARE(said.size(), 10);
    QVERIFY(probe.session.isCancelling());
    QVERIFY(probe.results[0]->isCancelling());
    // Nobody else waits for the server.
    QCOMPARE(QThreadPool::globalInstance()->activeThreadCount(), 0);
    QVERIFY(probe.session.isRunning());
    QVERIFY(Lab::docker({u"unpause"_s, u"lab-pg"_s}).ok());
    QVERIFY(probe.finished());
    QVERIFY(probe.outcomes[0].cancelled);
    QVERIFY(!probe.session.isCancelling());
    QVERIFY(!probe.results[0]->isCancelling());
    QVERIFY(probe.run("SELECT 1"));
    QCOMPARE(probe.value(), "1");
}

void TestSqlSessionFaults::cancelDoesNotHitTheNextRun()
{
    SessionProbe probe;
    QVERIFY(probe.open());
    for (int i = 0; i < 30; ++i) {
        probe.forget();
        QVERIFY(probe.session.run("SELECT 1"));
        probe.session.cancel(); // arrives before, during or after
        QVERIFY(probe.finished());
        QVERIFY(probe.run("SELECT pg_sleep(0.005), 2"));
        QVERIFY2(probe.outcomes.last().ok, qPrintable(probe.error().text()));
    }
}

void TestSqlSessionFaults::killedWhileIdle()
{
    SessionProbe probe;
    QVERIFY(probe.open());
    terminate(probe.session.server().backendPid);
    QVERIFY(QTest::qWaitFor([&] { return !probe.losses.isEmpty(); }, 2'000));
    QCOMPARE(probe.session.state(), SqlSession::State::Lost);
    QVERIFY(probe.losses[0].contains(u"terminating connection"_s));
    QCOMPARE(probe.session.run("SELECT 1"), 0ULL);
}

void TestSqlSessionFaults::killedWhileRunning()
{
    SessionProbe probe;
    QVERIFY(probe.open());
    probe.forget();
    QVERIFY(probe.session.run("SELECT generate_series(1, 10); SELECT pg_sleep(60); SELECT 3"));
    QVERIFY(QTest::qWaitFor([&] { return !probe.outcomes.isEmpty(); }, 10'000));
    terminate(probe.session.server().backendPid);
    QVERIFY(QTest::qWaitFor([&] { return !probe.losses.isEmpty(); }, 5'000));
    QCOMPARE(probe.session.state(), SqlSession::State::Lost);
    QVERIFY(probe.losses[0].contains(u"terminating connection"_s));
    QCOMPARE(probe.results[0]->rowCount(), 10);
    QCOMPARE(probe.error().sqlState, u"57P01"_s);
    QCOMPARE(probe.runs.size(), 1);
    QVERIFY(probe.runs[0].connectionLost);
    QCOMPARE(probe.runs[0].notRun.size(), 1);
}

void TestSqlSessionFaults::killedInTransaction()
{
    SessionProbe probe;
    QVERIFY(probe.open());
    QVERIFY(probe.run("BEGIN; SELECT 1"));
    terminate(probe.session.server().backendPid);
    QVERIFY(QTest::qWaitFor([&] { return !probe.losses.isEmpty(); }, 2'000));
    QCOMPARE(probe.session.state(), SqlSession::State::Lost);
    QCOMPARE(probe.session.transaction(), SqlSession::Transaction::None);
}

/// The connection ends without a word of the server, after a statement that failed.
void TestSqlSessionFaults::lossQuotesNoEarlierError()
{
    QTcpServer proxy;
    QTcpSocket *ours = nullptr;
    connect(&proxy, &QTcpServer::newConnection, &proxy, [&] {
        ours = proxy.nextPendingConnection();
        auto *onward = new QTcpSocket(ours);
        onward->connectToHost(labParameters().host, labParameters().port);
        connect(ours, &QTcpSocket::readyRead, onward, [from = ours, onward] { onward->write(from->readAll()); });
        connect(onward, &QTcpSocket::readyRead, ours, [to = ours, onward] { to->write(onward->readAll()); });
    });
    QVERIFY(proxy.listen(QHostAddress::LocalHost));
    SessionProbe probe;
    QVERIFY(probe.open(through(proxy)));
    QVERIFY(probe.runToEnd("SELECT nowhere"));
    QCOMPARE(probe.error().sqlState, u"42703"_s);
    ours->disconnectFromHost();
    QVERIFY(QTest::qWaitFor([&] { return !probe.losses.isEmpty(); }, 5'000));
    QVERIFY2(!probe.losses[0].contains(u"nowhere"_s), qPrintable(probe.losses[0]));
    QVERIFY2(probe.losses[0].contains(u"closed the connection"_s), qPrintable(probe.losses[0]));
}

void TestSqlSessionFaults::reconnects()
{
    SessionProbe probe;
    QVERIFY(probe.open());
    QVERIFY(probe.run("SELECT generate_series(1, 5)"));
    const int pid = probe.session.server().backendPid;
    terminate(pid);
    QVERIFY(QTest::qWaitFor([&] { return probe.session.state() == SqlSession::State::Lost; }, 2'000));
    probe.session.reconnect();
    QVERIFY(QTest::qWaitFor([&] { return probe.session.state() == SqlSession::State::Idle; }, 10'000));
    QVERIFY(probe.session.server().backendPid != pid);
    QCOMPARE(probe.value(4), "5");
    QVERIFY(probe.run("SELECT 6"));
    QCOMPARE(probe.value(), "6");
}

void TestSqlSessionFaults::closeStopsTheStatementOnTheServer()
{
    SessionProbe probe;
    SessionProbe observer;
    QVERIFY(probe.open());
    QVERIFY(observer.open());
    const int pid = probe.session.server().backendPid;
    probe.forget();
    QVERIFY(probe.session.run("SELECT pg_sleep(60); SELECT 2"));
    QVERIFY(QTest::qWaitFor([&] { return otherBackends(observer, pid) == 1; }));
    probe.session.close();
    QCOMPARE(probe.session.state(), SqlSession::State::Disconnected);
    QCOMPARE(probe.runs.size(), 1);
    QVERIFY(probe.runs[0].cancelled);
    QVERIFY(QTest::qWaitFor([&] { return otherBackends(observer, pid) == 0; }, 5'000));
    QVERIFY(probe.open());
    QVERIFY(probe.run("SELECT 4"));
    QCOMPARE(probe.value(), "4");
}

/// The network to the server dies under a statement; the one to the next server is well.
void TestSqlSessionFaults::cancelOnItsWayDoesNotHoldTheNextConnection()
{
    QTcpServer proxy;
    bool silent = false;
    connect(&proxy, &QTcpServer::newConnection, &proxy, [&] {
        QTcpSocket *socket = proxy.nextPendingConnection();
        if (silent)
            return;
        auto *onward = new QTcpSocket(socket);
        onward->connectToHost(labParameters().host, labParameters().port);
        connect(socket, &QTcpSocket::readyRead, onward, [=] { onward->write(socket->readAll()); });
        connect(onward, &QTcpSocket::readyRead, socket, [=] { socket->write(onward->readAll()); });
        connect(socket, &QTcpSocket::disconnected, onward, [=] { onward->disconnectFromHost(); });
        connect(onward, &QTcpSocket::disconnected, socket, [=] { socket->disconnectFromHost(); });
    });
    QVERIFY(proxy.listen(QHostAddress::LocalHost));
    SessionProbe probe;
    QVERIFY(probe.open(through(proxy)));
    probe.forget();
    QSignalSpy started(&probe.session, &SqlSession::statementStarted);
    QVERIFY(probe.session.run("SELECT pg_sleep(60); SELECT 2"));
    QVERIFY(QTest::qWaitFor([&] { return !started.isEmpty(); }));
    silent = true;
    probe.session.close();
    QCOMPARE(probe.outcomes.size(), 1);
    QVERIFY(!probe.outcomes[0].ok);
    QCOMPARE(probe.outcomes[0].typed, "SELECT pg_sleep(60);");
    QVERIFY2(probe.error().detail.contains(u"may have taken effect"_s), qPrintable(probe.error().text()));
    QCOMPARE(probe.runs.size(), 1);
    QCOMPARE(probe.runs[0].finished, 1);
    QCOMPARE(probe.runs[0].notRun.size(), 1);
    QVERIFY(probe.open());
    probe.forget();
    QVERIFY(probe.session.run("SELECT 4"));
    QVERIFY(QTest::qWaitFor([&] { return !probe.runs.isEmpty(); }, 5'000));
    QCOMPARE(probe.value(), "4");
}

/// A server does not stop what it has not read yet: it takes the cancel for one of nothing.
void TestSqlSessionFaults::cancelOvertakesTheStatement()
{
    QTcpServer proxy;
    bool held = false;
    QByteArray statement;
    QTcpSocket *server = nullptr;
    int cancels = 0;
    connect(&proxy, &QTcpServer::newConnection, &proxy, [&] {
        QTcpSocket *socket = proxy.nextPendingConnection();
        auto *onward = new QTcpSocket(socket);
        if (!held)
            server = onward; // the last one is the session's
        onward->connectToHost(labParameters().host, labParameters().port);
        connect(socket, &QTcpSocket::readyRead, onward, [&, socket, onward] {
            if (held && onward == server)
                statement += socket->readAll();
            else
                onward->write(socket->readAll());
        });
        connect(onward, &QTcpSocket::readyRead, socket, [=] { socket->write(onward->readAll()); });
        connect(onward, &QTcpSocket::disconnected, socket, [&, socket] {
            ++cancels;
            socket->disconnectFromHost();
        });
    });
    QVERIFY(proxy.listen(QHostAddress::LocalHost));
    SessionProbe probe;
    QVERIFY(probe.open(through(proxy)));
    probe.forget();
    held = true;
    QVERIFY(probe.session.run("SELECT pg_sleep(60)"));
    QVERIFY(QTest::qWaitFor([&] { return statement.contains("pg_sleep"); }));
    const int before = cancels; // probes of the connecting have come to their end, too
    probe.session.cancel();
    QVERIFY(QTest::qWaitFor([&] { return cancels > before; }));
    held = false;
    server->write(statement);
    QVERIFY(QTest::qWaitFor([&] { return !probe.runs.isEmpty(); }, 10'000));
    QVERIFY(probe.runs[0].cancelled);
    QCOMPARE(probe.error().sqlState, u"57014"_s);
}

void TestSqlSessionFaults::givenUpIsLost()
{
    SessionProbe probe;
    QVERIFY(probe.open());
    QVERIFY(probe.run("BEGIN"));
    probe.forget();
    QSignalSpy started(&probe.session, &SqlSession::statementStarted);
    QVERIFY(probe.session.run("SELECT pg_sleep(60)"));
    QVERIFY(QTest::qWaitFor([&] { return !started.isEmpty(); }));
    probe.session.giveUp(u"no way there"_s);
    QCOMPARE(probe.losses, QStringList{u"no way there"_s});
    QCOMPARE(probe.session.state(), SqlSession::State::Lost);
    QCOMPARE(probe.session.lostWork(), SqlSession::LostWork::Transaction);
    QCOMPARE(probe.runs.size(), 1);
    QVERIFY(probe.runs[0].connectionLost);
    QVERIFY(probe.runs[0].notRun.isEmpty());
    QVERIFY2(probe.error().text().contains(u"rolls back"_s), qPrintable(probe.error().text()));
    QVERIFY(probe.open());
    QVERIFY(probe.run("SELECT 5"));
    QCOMPARE(probe.value(), "5");
    QCOMPARE(probe.losses.size(), 1);
}

void TestSqlSessionFaults::aLostCommitIsNotCalledRolledBack()
{
    // As slow as a network can make it: a constraint that is looked at when the transaction is committed.
    SessionProbe probe;
    QVERIFY(probe.open());
    QVERIFY(probe.run("CREATE TEMP TABLE slow (id int);"
                      "CREATE FUNCTION pg_temp.hold() RETURNS trigger LANGUAGE plpgsql AS "
                      "$$ BEGIN PERFORM pg_sleep(60); RETURN NULL; END $$;"
                      "CREATE CONSTRAINT TRIGGER slow AFTER INSERT ON slow DEFERRABLE INITIALLY DEFERRED "
                      "FOR EACH ROW EXECUTE FUNCTION pg_temp.hold()"));
    probe.forget();
    QSignalSpy started(&probe.session, &SqlSession::statementStarted);
    QVERIFY(probe.session.run("BEGIN; INSERT INTO slow VALUES (1); COMMIT; SELECT 1"));
    QTRY_COMPARE(started.size(), 3);
    SessionProbe other;
    QVERIFY(other.open());
    QVERIFY(other.run("SELECT pg_terminate_backend(" + QByteArray::number(probe.session.server().backendPid) + ")"));
    QTRY_COMPARE(probe.session.state(), SqlSession::State::Lost);
    QCOMPARE(probe.session.lostWork(), SqlSession::LostWork::Commit);
}

void TestSqlSessionFaults::closeLeavesNoBackend()
{
    SessionProbe observer;
    QVERIFY(observer.open());
    int pid = 0;
    {
        SessionProbe probe;
        QVERIFY(probe.open());
        pid = probe.session.server().backendPid;
        QCOMPARE(otherBackends(observer, pid), 1);
    }
    QVERIFY(QTest::qWaitFor([&] { return otherBackends(observer, pid) == 0; }, 5'000));
}

void TestSqlSessionFaults::sessionDestroyedWhileRunning()
{
    SessionProbe observer;
    QVERIFY(observer.open());
    std::shared_ptr<QueryResult> result;
    int pid = 0;
    {
        SessionProbe probe;
        QVERIFY(probe.open());
        pid = probe.session.server().backendPid;
        probe.forget();
        QVERIFY(probe.session.run("SELECT generate_series(1, 100000000)"));
        QVERIFY(QTest::qWaitFor([&] { return !probe.results.isEmpty() && probe.results[0]->rowCount() > 0; }, 10'000));
        result = probe.results[0];
    }
    QVERIFY(result->state() == QueryResult::State::Cancelled);
    QCOMPARE(result->store()->cell(0, 0).text, "1");
    QVERIFY(QTest::qWaitFor([&] { return otherBackends(observer, pid) == 0; }, 5'000));
}

void TestSqlSessionFaults::statementTimeoutIsNoCancel()
{
    SessionProbe probe;
    QVERIFY(probe.open());
    QVERIFY(probe.runToEnd("SET statement_timeout = '50ms'; SELECT pg_sleep(10)"));
    QCOMPARE(probe.error().sqlState, u"57014"_s);
    QVERIFY(!probe.outcomes.last().cancelled);
    QVERIFY(!probe.runs.last().cancelled);
    QCOMPARE(probe.runs.last().failed, 1);
}

void TestSqlSessionFaults::manyRowsDoNotStallTheWindow()
{
    SessionProbe probe;
    QVERIFY(probe.open());
    qint64 announcements = 0;
    connect(&probe.session, &SqlSession::resultStarted, this, [&](const std::shared_ptr<QueryResult> &result) {
        connect(result.get(), &QueryResult::rowsAppended, this, [&] { ++announcements; });
    });
    const LoopWatch watch;
    QElapsedTimer timer;
    timer.start();
    QVERIFY(probe.run("SELECT n, n::bigint * 1000, n / 7.0, 'text number ' || n, now(), n % 2 = 0, "
                      "jsonb_build_object('n', n), md5(n::text)::uuid, sqrt(n), CASE WHEN n % 20 = 0 THEN 'x' END "
                      "FROM generate_series(1, 200000) n"));
    const qint64 elapsed = timer.elapsed();
    QCOMPARE(probe.results[0]->rowCount(), 200'000);
    qInfo("%lld ms, %.1f MB of text, %lld announcements, longest stall %lld ms", elapsed,
          double(probe.results[0]->store()->textBytes()) / 1e6, announcements, watch.longestMs());
    QVERIFY(announcements <= elapsed / 16 + 2);
    QVERIFY(watch.longestMs() < 250); // an empty loop on a busy machine stalls too
}

QTEST_GUILESS_MAIN(TestSqlSessionFaults)
#include "tst_sqlsessionfaults.moc"
