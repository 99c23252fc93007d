// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/historymodel.h"
#include "postgres/sqlhistory.h"
#include "smalldisk.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Gantry;
using namespace Qt::StringLiterals;

namespace {

SqlHistoryEntry entry(const QString &statement, const QString &database = u"demo"_s)
{
    SqlHistoryEntry result;
    result.time = QDateTime::fromMSecsSinceEpoch(1'700'000'000'123);
    result.database = database;
    result.statement = statement;
    result.milliseconds = 1.5;
    result.rows = 3;
    return result;
}

QStringList statements(const QFuture<QList<SqlHistoryEntry>> &found)
{
    QStringList result;
    for (const SqlHistoryEntry &entry : found.result())
        result += entry.statement;
    return result;
}

} // namespace

class TestSqlHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsAndFinds();
    void newestFirst();
    void searchTakesWordsLiterally();
    void stepsThroughTheStatements();
    void survivesARestart();
    void twoBeginAtOnce();
    void isBounded();
    void onlyTheOwnerReadsTheFile();
    void fileThatCannotBeWritten();
    void wordsOfAFullDiskAreQuoted();
    void hugeStatementIsNotKept();
    void clears();
    void passwords_data();
    void passwords();
    void starsThatAreNoPassword();
    void passwordsAreNotInTheFile();
    void modelShowsWhatIsSearchedFor();
    void cancelledIsNotFailed();
    void modelDropsEarlierSearches();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void TestSqlHistory::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(u"some/where/history.sqlite"_s);
}

void TestSqlHistory::keepsAndFinds()
{
    SqlHistory history(m_path);
    QSignalSpy changed(&history, &SqlHistory::changed);
    SqlHistoryEntry failed = entry(u"SELECT nope"_s);
    failed.ok = false;
    failed.error = u"column \"nope\" does not exist"_s;
    history.add(failed);
    const QList<SqlHistoryEntry> found = history.search({}).result();
    QCOMPARE(found.size(), 1);
    QVERIFY(found[0].id > 0);
    QCOMPARE(found[0].time, failed.time);
    QCOMPARE(found[0].database, failed.database);
    QCOMPARE(found[0].statement, failed.statement);
    QCOMPARE(found[0].milliseconds, 1.5);
    QCOMPARE(found[0].rows, 3);
    QCOMPARE(found[0].ok, false);
    QCOMPARE(found[0].error, failed.error);
    QTRY_COMPARE(changed.size(), 1);
}

void TestSqlHistory::newestFirst()
{
    SqlHistory history(m_path);
    for (const QString &statement : {u"one"_s, u"two"_s, u"three"_s})
        history.add(entry(statement));
    QCOMPARE(statements(history.search({})), (QStringList{u"three"_s, u"two"_s, u"one"_s}));
    QCOMPARE(statements(history.search({}, {}, 2)), (QStringList{u"three"_s, u"two"_s}));
}

void TestSqlHistory::searchTakesWordsLiterally()
{
    SqlHistory history(m_path);
    history.add(entry(u"SELECT 50% FROM a_b"_s));
    history.add(entry(u"SELECT 500 FROM axb"_s));
    history.add(entry(u"DELETE FROM c\\d"_s, u"shop"_s));
    QCOMPARE(statements(history.search(u"50%"_s)), QStringList{u"SELECT 50% FROM a_b"_s});
    QCOMPARE(statements(history.search(u"a_b"_s)), QStringList{u"SELECT 50% FROM a_b"_s});
    QCOMPARE(statements(history.search(u"c\\d"_s)), QStringList{u"DELETE FROM c\\d"_s});
    QCOMPARE(statements(history.search(u"FROM select"_s)).size(), 2);
    QCOMPARE(statements(history.search(u"shop"_s)).size(), 1);
    QCOMPARE(statements(history.search(u"from"_s, u"demo"_s)).size(), 2);
    QCOMPARE(statements(history.search(u"' OR 1=1 --"_s)).size(), 0);
}

void TestSqlHistory::stepsThroughTheStatements()
{
    SqlHistory history(m_path);
    for (const QString &statement : {u"one"_s, u"two"_s, u"two"_s, u"three"_s})
        history.add(entry(statement));
    history.add(entry(u"elsewhere"_s, u"shop"_s));

    const SqlHistoryEntry three = history.step(0, false, u"demo"_s).result();
    QCOMPARE(three.statement, u"three"_s);
    const SqlHistoryEntry two = history.step(three.id, false, u"demo"_s).result();
    QCOMPARE(two.statement, u"two"_s);
    const SqlHistoryEntry one = history.step(two.id, false, u"demo"_s).result();
    QCOMPARE(one.statement, u"one"_s);
    QCOMPARE(history.step(one.id, false, u"demo"_s).result().id, 0);
    QCOMPARE(history.step(one.id, true, u"demo"_s).result().statement, u"two"_s);
    QCOMPARE(history.step(three.id, true, u"demo"_s).result().id, 0);
    QCOMPARE(history.step(0, true).result().id, 0);
    QCOMPARE(history.step(0, false).result().statement, u"elsewhere"_s);
}

void TestSqlHistory::survivesARestart()
{
    {
        SqlHistory history(m_path);
        for (int i = 0; i < 100; ++i)
            history.add(entry(u"SELECT %1"_s.arg(i)));
    } // written although nobody waited
    SqlHistory history(m_path);
    QTRY_COMPARE(history.search({}).result().size(), 100);
}

void TestSqlHistory::twoBeginAtOnce()
{
    for (int round = 0; round < 20; ++round) {
        init();
        SqlHistory one(m_path);
        SqlHistory other(m_path);
        for (int i = 0; i < 25; ++i) {
            one.add(entry(u"SELECT %1"_s.arg(i)));
            other.add(entry(u"SELECT %1"_s.arg(i)));
        }
        one.search({}).waitForFinished();
        QCOMPARE(other.search({}).result().size(), 50);
    }
}

void TestSqlHistory::isBounded()
{
    SqlHistory history(m_path, nullptr, 10);
    for (int i = 0; i < 25; ++i)
        history.add(entry(u"SELECT %1"_s.arg(i)));
    const QStringList kept = statements(history.search({}));
    QCOMPARE(kept.size(), 10);
    QCOMPARE(kept.first(), u"SELECT 24"_s);
    QCOMPARE(kept.last(), u"SELECT 15"_s);
}

void TestSqlHistory::onlyTheOwnerReadsTheFile()
{
    SqlHistory history(m_path);
    history.add(entry(u"SELECT 1"_s));
    QCOMPARE(history.search({}).result().size(), 1);
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(m_path) & others));
}

void TestSqlHistory::fileThatCannotBeWritten()
{
    SqlHistory history(u"/proc/nowhere/history.sqlite"_s);
    QSignalSpy failed(&history, &SqlHistory::failed);
    history.add(entry(u"SELECT 1"_s));
    history.add(entry(u"SELECT 2"_s));
    QCOMPARE(history.search({}).result().size(), 0);
    QCOMPARE(history.step(0, false).result().id, 0);
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(failed[0][0].toString().contains(u"/proc/nowhere/history.sqlite"_s));
}

void TestSqlHistory::wordsOfAFullDiskAreQuoted()
{
    SqlHistory history(m_path);
    QSignalSpy failed(&history, &SqlHistory::failed);
    history.add(entry(u"SELECT 1"_s));
    QCOMPARE(history.search({}).result().size(), 1);
    {
        const SmallDisk full(64 * 1024);
        history.add(entry(QString(100'000, u'x')));
        QTRY_COMPARE(failed.size(), 1);
    }
    // SQLite's words alone; QtSql has some of its own to put behind them.
    const QString sentence = failed[0][0].toString();
    QCOMPARE(sentence, u"The history of statements in “%1” cannot be used: “%2”."_s.arg(m_path, u"disk I/O error"_s));
}

void TestSqlHistory::hugeStatementIsNotKept()
{
    SqlHistory history(m_path);
    history.add(entry(u"INSERT INTO t VALUES ('"_s + QString(2'000'000, u'x') + u"')"_s));
    const QString kept = statements(history.search({}))[0];
    QVERIFY(kept.startsWith(u"-- "_s));
    QVERIFY(kept.contains(u"INSERT INTO t"_s));
    QVERIFY(!kept.contains(u'\n'));
    QVERIFY(kept.size() < 1000);
}

void TestSqlHistory::clears()
{
    SqlHistory history(m_path);
    history.add(entry(u"SELECT 'remembered'"_s));
    history.clear();
    QCOMPARE(history.search({}).result().size(), 0);
}

void TestSqlHistory::passwords_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QString>("kept");
    const auto row = [](const char *name, const QString &statement, const QString &kept) {
        QTest::newRow(name) << statement << kept;
    };
    row("role", u"CREATE ROLE a LOGIN PASSWORD 'secret' VALID UNTIL 'x'"_s,
        u"CREATE ROLE a LOGIN PASSWORD '***' VALID UNTIL 'x'"_s);
    row("user", u"alter user a with encrypted password E'sec\\'ret';"_s,
        u"alter user a with encrypted password '***';"_s);
    row("comment between", u"ALTER ROLE a PASSWORD /* x */ 'secret'"_s, u"ALTER ROLE a PASSWORD /* x */ '***'"_s);
    row("dollar quoted", u"ALTER ROLE a PASSWORD $$secret$$"_s, u"ALTER ROLE a PASSWORD '***'"_s);
    row("continued", u"ALTER ROLE a PASSWORD 'sec'\n'ret'"_s, u"ALTER ROLE a PASSWORD '***'\n'***'"_s);
    row("not closed", u"ALTER ROLE a PASSWORD 'secret"_s, u"ALTER ROLE a PASSWORD '***'"_s);
    row("none", u"ALTER ROLE a PASSWORD NULL; SELECT 'x'"_s, u"ALTER ROLE a PASSWORD NULL; SELECT 'x'"_s);
    row("user mapping", u"CREATE USER MAPPING FOR a SERVER s OPTIONS (user 'a', password 'secret')"_s,
        u"CREATE USER MAPPING FOR a SERVER s OPTIONS (user 'a', password '***')"_s);
    row("subscription", u"CREATE SUBSCRIPTION s CONNECTION 'host=h password=secret dbname=d' PUBLICATION p"_s,
        u"CREATE SUBSCRIPTION s CONNECTION 'host=h password=*** dbname=d' PUBLICATION p"_s);
    row("quoted in a connection string", u"SELECT dblink('password=''sec ret'' host=h')"_s,
        u"SELECT dblink('password=*** host=h')"_s);
    row("uri", u"SELECT dblink('postgresql://a:secret@h/d')"_s, u"SELECT dblink('postgresql://a:***@h/d')"_s);
    row("executed", u"DO $x$ BEGIN EXECUTE 'ALTER ROLE a PASSWORD ''secret'''; END $x$"_s,
        u"DO $x$ BEGIN EXECUTE 'ALTER ROLE a PASSWORD ''***'''; END $x$"_s);
    row("formatted", u"SELECT format('ALTER ROLE a PASSWORD %L', 'secret'); SELECT 'kept'"_s,
        u"SELECT format('ALTER ROLE a PASSWORD %L', '***'); SELECT 'kept'"_s);
    row("joined", u"SELECT 'ALTER ROLE a PASSWORD ' || quote_literal('secret')"_s,
        u"SELECT 'ALTER ROLE a PASSWORD ' || quote_literal('***')"_s);
    row("a column of that name", u"SELECT password FROM users WHERE password = 'x' AND name = 'y'"_s,
        u"SELECT password FROM users WHERE password = 'x' AND name = 'y'"_s);
    row("nothing of it", u"SELECT 'it''s', $$a$$"_s, u"SELECT 'it''s', $$a$$"_s);
}

void TestSqlHistory::passwords()
{
    QFETCH(QString, statement);
    QFETCH(QString, kept);
    QCOMPARE(withoutPasswords(statement), kept);
    QCOMPARE(withoutPasswords(kept), kept);
    QVERIFY(!hasMaskedPassword(statement));
    QCOMPARE(hasMaskedPassword(kept), kept.contains(u"***"_s));
}

void TestSqlHistory::starsThatAreNoPassword()
{
    QVERIFY(!hasMaskedPassword(u"SELECT '***' AS password"_s));
    QVERIFY(!hasMaskedPassword(u"/*** the password ***/ SELECT 1"_s));
    QVERIFY(!hasMaskedPassword(u"/*** it's old ***/ ALTER ROLE a PASSWORD 'new'"_s));
    QVERIFY(hasMaskedPassword(u"/*** it's old ***/ ALTER ROLE a PASSWORD '***'"_s));
}

void TestSqlHistory::passwordsAreNotInTheFile()
{
    {
        SqlHistory history(m_path);
        history.add(entry(u"ALTER ROLE a PASSWORD 'very-secret-word'"_s));
        QCOMPARE(statements(history.search({})), QStringList{u"ALTER ROLE a PASSWORD '***'"_s});
    }
    // Closed in its own thread; then the journals have gone into the file.
    QTRY_COMPARE(QFileInfo(m_path).dir().entryList(QDir::Files), QStringList{QFileInfo(m_path).fileName()});
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray content = file.readAll();
    QVERIFY(content.contains("ALTER ROLE a"));
    QVERIFY(!content.contains("very-secret-word"));
}

void TestSqlHistory::modelShowsWhatIsSearchedFor()
{
    SqlHistory history(m_path);
    history.add(entry(u"SELECT 1\n  FROM <b>orders</b>"_s, u"demo@shop/db"_s));
    SqlHistoryEntry failed = entry(u"SELECT nope"_s, u"demo@other/db"_s);
    failed.ok = false;
    failed.error = u"column <i>nope</i> does not exist"_s;
    history.add(failed);
    history.add(entry(u"DELETE FROM orders"_s, u"demo@shop/db"_s));

    HistoryModel model(&history);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy searched(&model, &HistoryModel::searched);
    QCOMPARE(model.rowCount(), 0);
    model.search({});
    QVERIFY(searched.wait(Tests::patience));
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.statement(0), u"DELETE FROM orders"_s);
    QCOMPARE(model.index(2).data().toString(), u"SELECT 1 FROM <b>orders</b>"_s); // one line
    QCOMPARE(model.statement(2), u"SELECT 1\n  FROM <b>orders</b>"_s);
    QCOMPARE(model.index(0).data(CellKindRole).toInt(), int(CellKind::Mono));
    QCOMPARE(model.index(1).data(ToneRole).toInt(), int(Tone::Error));
    QCOMPARE(model.index(0).data(ToneRole).toInt(), int(Tone::Strong));
    // Not by the colour alone.
    QCOMPARE(model.index(1).data(SymbolRole).toString(), u"error"_s);
    QVERIFY(model.index(0).data(SymbolRole).toString() != u"error"_s);
    QVERIFY(model.index(1).data(DetailRole).toString().contains(u"failed"_s));
    QVERIFY(!model.index(0).data(DetailRole).toString().contains(u"failed"_s));
    const QString tip = model.index(1).data(Qt::ToolTipRole).toString();
    QVERIFY(tip.startsWith(u"SELECT nope\ndemo@other/db, "_s));
    QVERIFY(tip.endsWith(u"\ncolumn <i>nope</i> does not exist"_s));

    model.search(u"ORDERS from"_s, u"demo@shop/db"_s);
    QVERIFY(searched.wait(Tests::patience));
    QCOMPARE(model.rowCount(), 2);
    model.search(u"orders"_s, u"demo@other/db"_s);
    QVERIFY(searched.wait(Tests::patience));
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.statement(0), QString());
    history.clear();
    model.search({});
    QVERIFY(searched.wait(Tests::patience));
    QCOMPARE(model.rowCount(), 0);
}

void TestSqlHistory::cancelledIsNotFailed()
{
    SqlHistory history(m_path);
    SqlHistoryEntry cancelled = entry(u"SELECT pg_sleep(60)"_s);
    cancelled.ok = false;
    cancelled.cancelled = true;
    history.add(cancelled);
    HistoryModel model(&history);
    QSignalSpy searched(&model, &HistoryModel::searched);
    model.search({});
    QVERIFY(searched.wait(Tests::patience));
    const QModelIndex index = model.index(0);
    QVERIFY2(index.data(DetailRole).toString().startsWith(u"cancelled, "_s),
             qPrintable(index.data(DetailRole).toString()));
    QCOMPARE(index.data(ToneRole).toInt(), int(Tone::Muted));
    QVERIFY(index.data(SymbolRole).toString() != u"error"_s);
    QVERIFY(index.data(SymbolToneRole).toInt() != int(Tone::Error));
    const SqlHistoryEntry kept = history.step(0, false).result();
    QVERIFY(kept.cancelled && !kept.ok);
}

void TestSqlHistory::modelDropsEarlierSearches()
{
    SqlHistory history(m_path);
    history.add(entry(u"SELECT 1"_s));
    history.add(entry(u"SELECT 2"_s));
    HistoryModel model(&history);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.search(u"1"_s);
    model.search(u"nothing like it"_s);
    model.search(u"2"_s);
    QTRY_COMPARE(model.rowCount(), 1);
    QCOMPARE(model.statement(0), u"SELECT 2"_s);
    QCOMPARE(reset.count(), 1);
    // A model that goes while it waits takes nobody along.
    auto shortLived = std::make_unique<HistoryModel>(&history);
    shortLived->search({});
    shortLived.reset();
    QSignalSpy searched(&model, &HistoryModel::searched);
    model.search({});
    QVERIFY(searched.wait(Tests::patience));
    QCOMPARE(model.rowCount(), 2);
}

QTEST_GUILESS_MAIN(TestSqlHistory)
#include "tst_sqlhistory.moc"
