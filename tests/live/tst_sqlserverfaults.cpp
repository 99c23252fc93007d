// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/rounds.h"
#include "live/postgrescontainer.h"
#include "live/sessionprobe.h"
#include "memoryuse.h"
#include "smalldisk.h"

using namespace Gantry;
using namespace Qt::StringLiterals;
using Kind = ConnectFailure::Kind;

/// Servers that are set up to refuse, to die, to fall silent, and to send more than there is room for.
class TestSqlServerFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(Lab::isUp(), Lab::notUp); }

    void aServerWithoutRoomSaysSo();
    void aServerThatIsStillStartingIsWaitedFor();
    void aServerThatIsKilledIsNoticed_data();
    void aServerThatIsKilledIsNoticed();
    void aNetworkThatFallsSilentIsNoticed();
    void aResultThatFillsTheDisk();
    void aValueLargerThanTheMemoryBound();
    void largeValuesAreReadInPieces();
    void cleanupTestCase() { m_server.reset(); }

private:
    std::optional<PostgresContainer> m_server; ///< that is killed
};

void TestSqlServerFaults::aServerWithoutRoomSaysSo()
{
    const PostgresContainer server(
        u"gantry-full"_s,
        {.options = {u"--no-healthcheck"_s}, // which would take a place
         .arguments = {u"-c"_s, u"max_connections=3"_s, u"-c"_s, u"superuser_reserved_connections=0"_s, u"-c"_s,
                       u"max_wal_senders=0"_s, u"-c"_s, u"autovacuum=off"_s}});
    QVERIFY2(server.answers(), server.problem());
    const ConnectionParameters parameters = server.parameters();
    std::array<SessionProbe, 3> taken;
    for (SessionProbe &probe : taken) // the places of who asked whether the server answers may not be free yet
        QTRY_VERIFY2(probe.open(parameters), qPrintable(probe.failures.value(0).sentence));
    SessionProbe late;
    QVERIFY(!late.open(parameters));
    QCOMPARE(late.failures[0].kind, Kind::TooManyConnections);
    QCOMPARE(late.failures[0].sqlState, u"53300"_s);
    QVERIFY2(late.failures[0].sentence.contains(u"Close one and try again"_s), qPrintable(late.failures[0].sentence));
    taken[1].session.close();
    QTRY_VERIFY(late.open(parameters));
    QVERIFY(taken[0].run("SELECT 'undisturbed'"));
    QCOMPARE(taken[0].value(), "undisturbed");
}

void TestSqlServerFaults::aServerThatIsStillStartingIsWaitedFor()
{
    // A server that stays in its recovery until it is told otherwise.
    const PostgresContainer server(u"gantry-starting"_s);
    QVERIFY2(server.answers(), server.problem());
    const ConnectionParameters parameters = server.parameters();
    QVERIFY(
        server.shell(u"touch \"$PGDATA/standby.signal\" && echo hot_standby=off >>\"$PGDATA/postgresql.conf\""_s).ok());
    QVERIFY(Lab::docker({u"restart"_s, server.name()}).ok());
    SessionProbe probe;
    QSignalSpy progress(&probe.session, &SqlSession::connectProgress);
    probe.session.open(parameters);
    const auto told
        = [&progress] { return !progress.isEmpty() && progress.last().first().toString().contains(u"asked again"_s); };
    QTRY_VERIFY_WITH_TIMEOUT(told() || !probe.failures.isEmpty(), 20'000);
    if (!probe.failures.isEmpty()) { // before the server listened
        QCOMPARE(probe.failures[0].kind, Kind::Refused);
        QTRY_VERIFY_WITH_TIMEOUT(server.shell(u"pg_isready -h 127.0.0.1; [ $? = 1 ]"_s).ok(), 20'000);
        probe.session.open(parameters);
        QTRY_VERIFY_WITH_TIMEOUT(told(), 20'000);
    }
    QCOMPARE(probe.session.state(), SqlSession::State::Connecting);
    QVERIFY(server.shell(u"pg_ctl promote"_s).ok());
    QTRY_COMPARE_WITH_TIMEOUT(probe.session.state(), SqlSession::State::Idle, 20'000);
    QVERIFY(probe.run("SELECT 'ready'"));
    QCOMPARE(probe.value(), "ready");
}

void TestSqlServerFaults::aServerThatIsKilledIsNoticed_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<bool>("cancelled");
    QTest::addColumn<SqlSession::LostWork>("lost");
    using Lost = SqlSession::LostWork;
    QTest::newRow("idle") << QByteArray() << QByteArray() << false << Lost::None;
    QTest::newRow("in a transaction") << QByteArray("BEGIN") << QByteArray() << false << Lost::Transaction;
    QTest::newRow("query") << QByteArray() << QByteArray("SELECT pg_sleep(60)") << false << Lost::Statement;
    QTest::newRow("fetch") << QByteArray() << QByteArray("SELECT generate_series(1, 100000000)") << false
                           << Lost::Statement;
    QTest::newRow("cancel") << QByteArray("BEGIN") << QByteArray("SELECT pg_sleep(60)") << true << Lost::Transaction;
}

void TestSqlServerFaults::aServerThatIsKilledIsNoticed()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, script);
    QFETCH(const bool, cancelled);
    QFETCH(const SqlSession::LostWork, lost);
    if (!m_server)
        m_server.emplace(u"gantry-killed"_s);
    QVERIFY2(m_server->answers(), m_server->problem());
    ConnectionParameters parameters = m_server->parameters();
    parameters.silenceTimeout = 3; // its last words may be lost with its network
    SessionProbe probe;
    QVERIFY(probe.open(parameters));
    if (!before.isEmpty())
        QVERIFY(probe.run(before));
    probe.forget();
    QSignalSpy started(&probe.session, &SqlSession::statementStarted);
    if (!script.isEmpty()) {
        QVERIFY(probe.session.run(script));
        QTRY_VERIFY(!started.isEmpty());
    }
    if (script.contains("generate_series"))
        QTRY_VERIFY_WITH_TIMEOUT(!probe.results.isEmpty() && probe.results[0]->rowCount() > 1000, 20'000);
    if (cancelled) {
        QVERIFY(m_server->signal(u"STOP"_s)); // it gets the cancel and does nothing about it any more
        probe.session.cancel();
        QVERIFY(probe.session.isCancelling());
    }
    LoopWatch watch;
    QProcess killer;
    killer.start(u"docker"_s, {u"--host"_s, Lab::dockerHost(), u"kill"_s, m_server->name()});
    QTRY_COMPARE_WITH_TIMEOUT(probe.session.state(), SqlSession::State::Lost, 20'000);
    QVERIFY2(watch.longestMs() < LoopWatch::frozenMs, QByteArray::number(watch.longestMs()));
    QTRY_COMPARE_WITH_TIMEOUT(killer.state(), QProcess::NotRunning, 20'000);
    QCOMPARE(probe.session.lostWork(), lost);
    QCOMPARE(probe.losses.size(), 1);
    QVERIFY(!probe.losses[0].isEmpty());
    QVERIFY(!probe.session.isRunning() && !probe.session.isCancelling());
    QCOMPARE(probe.runs.size(), script.isEmpty() ? 0 : 1);
    if (script.contains("generate_series")) {
        QCOMPARE(probe.results[0]->state(), QueryResult::State::Failed);
        QCOMPARE(probe.results[0]->store()->cell(1000, 0).text, "1001");
    }
    QVERIFY(m_server->start());
    QVERIFY(m_server->answers());
    QVERIFY(probe.open(m_server->parameters()));
    QVERIFY(probe.run("SELECT 'back'"));
    QCOMPARE(probe.value(), "back");
}

void TestSqlServerFaults::aNetworkThatFallsSilentIsNoticed()
{
    const PostgresContainer server(u"gantry-silent"_s);
    QVERIFY2(server.answers(), server.problem());
    ConnectionParameters parameters = server.parameters();
    parameters.silenceTimeout = 3;
    SessionProbe probe;
    QVERIFY(probe.open(parameters));
    probe.forget();
    QSignalSpy started(&probe.session, &SqlSession::statementStarted);
    QVERIFY(probe.session.run("SELECT pg_sleep(60)"));
    QTRY_VERIFY(!started.isEmpty());
    // Nothing is refused and nothing is closed: there is nobody any more who could.
    const Lab::CommandResult silenced = Lab::docker({u"network"_s, u"disconnect"_s, u"bridge"_s, server.name()});
    QVERIFY2(silenced.ok(), qPrintable(silenced.error));
    QElapsedTimer clock;
    clock.start();
    const LoopWatch watch;
    QTRY_COMPARE_WITH_TIMEOUT(probe.session.state(), SqlSession::State::Lost, 20'000);
    qInfo("noticed after %lld ms", clock.elapsed());
    QVERIFY2(watch.longestMs() < LoopWatch::frozenMs, QByteArray::number(watch.longestMs()));
    QCOMPARE(probe.session.lostWork(), SqlSession::LostWork::Statement);
    QVERIFY2(probe.losses[0].contains(qt_error_string(ETIMEDOUT))
                 || probe.losses[0].contains(qt_error_string(EHOSTUNREACH)),
             qPrintable(probe.losses[0]));
}

void TestSqlServerFaults::aResultThatFillsTheDisk()
{
    SessionProbe probe;
    QVERIFY(probe.open());
    const SmallDisk disk(8 * 1024 * 1024);
    const LoopWatch watch;
    probe.forget();
    QVERIFY(probe.session.run("SELECT n, repeat('x', 1000) FROM generate_series(1, 1000000) n; SELECT 2"));
    QVERIFY(probe.finished());
    QVERIFY2(watch.longestMs() < LoopWatch::frozenMs, QByteArray::number(watch.longestMs()));
    const std::shared_ptr<const ResultStore> store = probe.results[0]->store();
    QCOMPARE(probe.results[0]->state(), QueryResult::State::Failed);
    const qint64 rows = probe.results[0]->rowCount();
    QVERIFY2(rows > 60'000 && rows < 200'000, QByteArray::number(rows)); // 64 MiB in memory, 8 MiB in the file
    QVERIFY(store->memoryBytes() < 66 * 1024 * 1024);
    QCOMPARE(store->cell(rows - 1, 0).text, QByteArray::number(rows));
    QCOMPARE(store->cell(0, 0).text, "1");
    const QString said = probe.outcomes[0].error.message;
    QVERIFY2(said.contains(u"could not be kept"_s) && said.contains(qt_error_string(EFBIG)), qPrintable(said));
    QVERIFY(!probe.outcomes[0].cancelled); // not by the user
    QCOMPARE(probe.runs[0].notRun.size(), 1);
    QVERIFY(probe.run("SELECT 'still there'"));
    QCOMPARE(probe.value(), "still there");
}

void TestSqlServerFaults::aValueLargerThanTheMemoryBound()
{
    constexpr qint64 size = 100'000'000;
    SessionProbe probe;
    QVERIFY(probe.open());
    const qint64 before = MemoryUse::resident();
    const LoopWatch watch;
    QElapsedTimer clock;
    clock.start();
    QVERIFY(probe.run("SELECT 1 AS small, repeat('x', " + QByteArray::number(size) + ") AS big"));
    qInfo("%lld ms, resident %lld MB more, at most %lld MB", clock.elapsed(),
          (MemoryUse::resident() - before) / 1'000'000, MemoryUse::highest() / 1'000'000);
    QVERIFY2(watch.longestMs() < LoopWatch::frozenMs, QByteArray::number(watch.longestMs()));
    QCOMPARE(probe.outcomes.last().error.message, QString());
    const std::shared_ptr<const ResultStore> store = probe.results[0]->store();
    QVERIFY(store->memoryBytes() <= 64 * 1024 * 1024); // the bound of a result holds for one value, too
    QVERIFY(store->spilledBytes() > size);
    const ResultRow row = store->beginnings(0, 100);
    QCOMPARE(row.text(0).toByteArray(), "1");
    QCOMPARE(row.text(1).toByteArray(), QByteArray(100, 'x'));
    QCOMPARE(row.size(1), size);
    QCOMPARE(store->piece(0, 1, size - 3, 100), "xxx");
    probe.session.close(); // with what libpq read it into
    QTRY_VERIFY2_WITH_TIMEOUT(MemoryUse::grewLess(before, 50'000'000),
                              QByteArray::number(MemoryUse::resident() - before), 5000);
}

void TestSqlServerFaults::largeValuesAreReadInPieces()
{
    SessionProbe probe;
    QVERIFY(probe.open());
    QVERIFY(probe.run("SELECT n, repeat(chr(96 + n), 10000000) FROM generate_series(1, 10) n"));
    const std::shared_ptr<const ResultStore> store = probe.results[0]->store();
    const qint64 before = MemoryUse::resident();
    QElapsedTimer clock;
    clock.start();
    for (int again = 0; again < 20; ++again) { // as a grid paints them
        for (int row = 0; row < 10; ++row) {
            const ResultRow seen = store->beginnings(row, 200);
            QVERIFY(seen.text(1).first(200).toByteArray() == QByteArray(200, char('a' + row)));
            QCOMPARE(seen.size(1), 10'000'000);
        }
    }
    QVERIFY2(clock.elapsed() < 1000, QByteArray::number(clock.elapsed()));
    QVERIFY(MemoryUse::grewLess(before, 30'000'000));
}

QTEST_GUILESS_MAIN(TestSqlServerFaults)
#include "tst_sqlserverfaults.moc"
