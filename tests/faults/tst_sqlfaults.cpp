// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/faultproxy.h"
#include "faults/rounds.h"
#include "live/sessionprobe.h"

#include <QTemporaryDir>

#include <optional>

using namespace Gantry;
using namespace Qt::StringLiterals;

namespace {

constexpr int rows = 5000;

} // namespace

/// A real server behind a proxy that harms bytes: whatever it does, everything that was begun ends, what is said of
/// rows and transactions is true, and the next connection works.
class TestSqlFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void whatIsSaidIsTrue_data();
    void whatIsSaidIsTrue();
    void cleanupTestCase();

private:
    enum Work { Select, Insert, InsertInTransaction, Notices, CancelledSleep, Open, works };

    void begin(Work work, quint32 seed);
    /// Why what the session says of \a work is not what the server has; empty where it is.
    QByteArray lie(Work work, quint32 seed, const Fault &fault);
    QByteArray lieOfRows(bool flipped) const;
    QByteArray lieOfInsert(quint32 seed, const Fault &fault);
    /// What failed without a word of it; empty where there is none.
    QByteArray wordless() const;

    QTemporaryDir m_directory;
    std::optional<FaultProxy> m_proxy;
    ConnectionParameters m_parameters;
    SessionProbe m_outside;
    SessionProbe m_probe;
};

void TestSqlFaults::initTestCase()
{
    QVERIFY2(Lab::isUp(), Lab::notUp);
    m_parameters = labParameters();
    m_proxy.emplace(m_directory.filePath(u".s.PGSQL.5432"_s), m_parameters.host, m_parameters.port);
    QVERIFY(m_outside.open());
    QVERIFY(m_outside.run("DROP TABLE IF EXISTS faults; CREATE TABLE faults (seed bigint)"));
}

void TestSqlFaults::cleanupTestCase()
{
    m_outside.run("DROP TABLE IF EXISTS faults");
}

void TestSqlFaults::begin(Work work, quint32 seed)
{
    m_probe.forget();
    m_probe.failures.clear();
    m_probe.losses.clear();
    const QByteArray insert = "INSERT INTO faults VALUES (" + QByteArray::number(seed) + ")";
    switch (work) {
    case Select:
        m_probe.session.run("SELECT g, repeat('x', 40) FROM generate_series(1, " + QByteArray::number(rows) + ") g");
        return;
    case Insert:
        m_probe.session.run(insert);
        return;
    case InsertInTransaction:
        m_probe.session.run("BEGIN; " + insert + "; COMMIT");
        return;
    case Notices:
        m_probe.session.run("DO $$ BEGIN FOR i IN 1..300 LOOP RAISE NOTICE 'notice %', i; END LOOP; END $$");
        return;
    case CancelledSleep:
        m_probe.session.run("SELECT pg_sleep(10)");
        QTimer::singleShot(20, &m_probe.session, &SqlSession::cancel);
        return;
    case Open:
        m_probe.session.open(m_parameters);
        return;
    case works:
        return;
    }
}

QByteArray TestSqlFaults::lieOfRows(bool flipped) const
{
    if (m_probe.results.isEmpty())
        return {};
    const auto &result = m_probe.results.last();
    if (result->state() == QueryResult::State::Running)
        return "the result goes on though its statement has ended";
    if (result->rowCount() > rows)
        return "there are more rows than the server has: " + QByteArray::number(result->rowCount());
    if (flipped) // a flipped bit in a value cannot be seen by anybody
        return {};
    if (result->state() == QueryResult::State::Complete && result->rowCount() != rows)
        return "the result is called complete with " + QByteArray::number(result->rowCount()) + " rows";
    for (qint64 row = 0; row < result->rowCount(); ++row) {
        if (result->store()->cell(row, 0).text != QByteArray::number(row + 1))
            return "row " + QByteArray::number(row) + " is " + result->store()->cell(row, 0).text;
    }
    return {};
}

QByteArray TestSqlFaults::lieOfInsert(quint32 seed, const Fault &fault)
{
    const bool saysDone = !m_probe.outcomes.isEmpty() && m_probe.outcomes.last().ok
        && m_probe.outcomes.last().commandTag != "BEGIN"_L1
        && m_probe.outcomes.last().transaction == TransactionState::None;
    const bool saysFailed = !m_probe.outcomes.isEmpty() && !m_probe.outcomes.last().ok
        && m_probe.session.lostWork() == SqlSession::LostWork::None;
    const bool saysRolledBack = m_probe.session.lostWork() == SqlSession::LostWork::Transaction;
    // The lost connection's backend may still be at its last statement.
    if (!m_outside.run("SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE 'Gantry%' "
                       "AND state <> 'idle' AND pid <> pg_backend_pid()"))
        return "the server does not answer";
    m_outside.run("SELECT count(*) FROM faults WHERE seed = " + QByteArray::number(seed));
    const QByteArray count = m_outside.value();
    if (count != "0" && count != "1")
        return "inserted " + count + " times";
    // Another statement than this one may have reached the server, and another answer of it Gantry.
    if (fault.kind == Fault::Kind::Flip)
        return {};
    if (saysDone && count != "1")
        return "said to be inserted, but there are " + count;
    if (saysFailed && count != "0")
        return "said to have failed, but there are " + count;
    if (saysRolledBack && count != "0")
        return "said to be rolled back, but there are " + count;
    return {};
}

QByteArray TestSqlFaults::wordless() const
{
    for (const ConnectFailure &failure : m_probe.failures) {
        if (failure.sentence.trimmed().isEmpty())
            return "that it could not connect is not said";
    }
    for (const QString &words : m_probe.losses) {
        if (words.trimmed().isEmpty())
            return "why the connection was lost is not said";
    }
    for (const StatementOutcome &outcome : m_probe.outcomes) {
        if (!outcome.ok && outcome.error.message.trimmed().isEmpty())
            return "why " + outcome.typed + " failed is not said";
    }
    return {};
}

QByteArray TestSqlFaults::lie(Work work, quint32 seed, const Fault &fault)
{
    switch (work) {
    case Select:
        return lieOfRows(fault.kind == Fault::Kind::Flip);
    case Insert:
    case InsertInTransaction:
        return lieOfInsert(seed, fault);
    default:
        return {};
    }
}

void TestSqlFaults::whatIsSaidIsTrue_data()
{
    QTest::addColumn<bool>("tcp");
    QTest::newRow("Unix socket") << false;
    QTest::newRow("TCP") << true;
}

void TestSqlFaults::whatIsSaidIsTrue()
{
    QFETCH(const bool, tcp);
    using Kind = Fault::Kind;
    QList<Kind> kinds{Kind::Refuse, Kind::Cut, Kind::Stall, Kind::Trickle, Kind::Flip};
    if (tcp)
        kinds << Kind::Reset;
    m_parameters.host = tcp ? u"127.0.0.1"_s : m_directory.path();
    m_parameters.port = tcp ? m_proxy->tcpPort() : quint16(5432);
    const int usualTimeout = m_parameters.connectTimeout;
    QVERIFY(m_probe.open(m_parameters));
    for (const FaultRound &round : faultRounds()) {
        if (round.isOverTcp() != tcp)
            continue;
        QRandomGenerator random(round.seed);
        Fault fault = chooseFault(&random, kinds);
        auto work = Work(random.bounded(works));
        if (round.isHeld()) {
            fault = {Kind::Stall, true, random.bounded(200)}; // less than a server says before it is ready
            work = Open;
        }
        const QByteArray which
            = round.name() + ": " + describe(fault).toUtf8() + ", work " + QByteArray::number(int(work));
        LoopWatch watch;

        // Sometimes what is under way is hit, sometimes what begins.
        const bool early = random.bounded(2) || round.isHeld();
        m_parameters.connectTimeout = round.isHeld() ? 1 : usualTimeout;
        if (early)
            m_proxy->begin(fault, random.generate());
        begin(work, round.seed);
        const auto ended = [this] {
            return m_probe.session.state() != SqlSession::State::Connecting && !m_probe.session.isRunning();
        };
        if (round.isHeld()) {
            QVERIFY2(QTest::qWaitFor(ended, 6000), which + ": does not end while nothing is answered");
            QCOMPARE(m_probe.failures.size(), 1);
            QVERIFY2(!m_probe.session.isOpen(), which + ": is said to be open");
        } else {
            QTest::qWait(random.bounded(30));
            if (!early)
                m_proxy->begin(fault, random.generate());
            QTest::qWait(random.bounded(60));
        }
        m_proxy->end();
        m_parameters.connectTimeout = usualTimeout;

        QVERIFY2(QTest::qWaitFor(ended, 30'000), which + ": does not end");
        const QByteArray untrue = lie(work, round.seed, fault);
        QVERIFY2(untrue.isEmpty(), which + ": " + untrue);
        QVERIFY2(wordless().isEmpty(), which + ": " + wordless());
        QVERIFY2(watch.longestMs() < LoopWatch::frozenMs,
                 which + ": froze for " + QByteArray::number(watch.longestMs()) + " ms");

        // What looks open is open, else it opens again.
        if (m_probe.session.state() != SqlSession::State::Idle || !m_probe.run("SELECT 42")
            || m_probe.value() != "42") {
            QVERIFY2(m_probe.open(m_parameters), which + ": does not open again");
            QVERIFY2(m_probe.run("SELECT 42"), which + ": does not answer again");
            QCOMPARE(m_probe.value(), "42");
        }
    }
}

QTEST_GUILESS_MAIN(TestSqlFaults)
#include "tst_sqlfaults.moc"
