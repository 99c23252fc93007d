// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/clipboardtext.h"
#include "postgres/csvexport.h"
#include "postgres/exportcommand.h"
#include "postgres/resultstore.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Gantry;
using namespace Qt::StringLiterals;

namespace {

using Cells = QList<std::optional<QByteArray>>;

// A store with these rows; the columns are named c0, c1, …
std::shared_ptr<ResultStore> store(const QList<Cells> &rows, int columnCount)
{
    QList<ResultColumn> columns;
    for (int i = 0; i < columnCount; ++i)
        columns += ResultColumn{u"c%1"_s.arg(i), 25, -1, u"text"_s, 0, 0};
    auto result = std::make_shared<ResultStore>(columns);
    for (const Cells &row : rows) {
        std::vector<ResultStore::Value> values;
        for (const std::optional<QByteArray> &cell : row)
            values.push_back(cell ? ResultStore::Value{cell->constData(), cell->size()} : ResultStore::Value());
        result->append(values);
    }
    return result;
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

} // namespace

class TestResultExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void csv();
    void csvWithoutHeadersAndSemicolons();
    void csvOfOneColumn();
    void csvOfManyRows();
    void csvKeepsTheOldFileOnFailure();
    void csvCancelled();
    void csvDestroyedWhileItRuns();
    void commandOfAnExport_data();
    void commandOfAnExport();
    void commandOfAVeryLongStatement();
    void oneCellIsItsBareText();
    void cellsAsTabSeparatedText();
    void rangesFollowEachOther();
    void wholeRows();
};

void TestResultExport::csv()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"out.csv"_s);
    const auto rows = store(
        {{"1", "plain", std::nullopt}, {"2", "", "a,b"}, {"3", "say \"hi\"", "two\nlines"}, {"4", "\\.", "\xC3\xA9\r"}},
        3);
    CsvExport exporter(rows, path);
    QSignalSpy finished(&exporter, &CsvExport::finished);
    exporter.start();
    QVERIFY(finished.wait(Tests::patience));
    const QByteArray expected = "c0,c1,c2\n"
                                "1,plain,\n"
                                "2,\"\",\"a,b\"\n"
                                "3,\"say \"\"hi\"\"\",\"two\nlines\"\n"
                                "4,\\.,\"\xC3\xA9\r\"\n";
    QCOMPARE(read(path), expected);
    QCOMPARE(finished[0], (QVariantList{4LL, qint64(expected.size())}));
}

void TestResultExport::csvWithoutHeadersAndSemicolons()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"out.csv"_s);
    CsvExport exporter(store({{"a,b", "c;d"}}, 2), path, {u';', false});
    QSignalSpy finished(&exporter, &CsvExport::finished);
    exporter.start();
    QVERIFY(finished.wait(Tests::patience));
    QCOMPARE(read(path), "a,b;\"c;d\"\n");
}

/// As COPY does it.
void TestResultExport::csvOfOneColumn()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"out.csv"_s);
    CsvExport exporter(store({{"\\."}, {"x"}}, 1), path);
    QSignalSpy finished(&exporter, &CsvExport::finished);
    exporter.start();
    QVERIFY(finished.wait(Tests::patience));
    QCOMPARE(read(path), "c0\n\"\\.\"\nx\n");
}

void TestResultExport::csvOfManyRows()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"out.csv"_s);
    auto rows = std::make_shared<ResultStore>(store({}, 2)->columns(), ResultStore::Options{256 * 1024, {}});
    const QByteArray text(50, 'x');
    for (int i = 0; i < 100'000; ++i) {
        const QByteArray number = QByteArray::number(i);
        const std::array<ResultStore::Value, 2> values{ResultStore::Value{number.constData(), number.size()},
                                                       ResultStore::Value{text.constData(), text.size()}};
        QVERIFY(rows->append(values));
    }
    QVERIFY(rows->spilledBytes() > 0);
    CsvExport exporter(rows, path);
    QSignalSpy finished(&exporter, &CsvExport::finished);
    QSignalSpy progress(&exporter, &CsvExport::progress);
    exporter.start();
    QVERIFY(finished.wait(30'000));
    const QByteArray written = read(path);
    QCOMPARE(written.count('\n'), 100'001);
    QVERIFY(written.endsWith("99999," + text + "\n"));
    for (const QVariantList &step : progress)
        QCOMPARE(step[1].toLongLong(), 100'000);
}

void TestResultExport::csvKeepsTheOldFileOnFailure()
{
    CsvExport nowhere(store({{"1"}}, 1), u"/nowhere/at/all/out.csv"_s);
    QSignalSpy failed(&nowhere, &CsvExport::failed);
    nowhere.start();
    QVERIFY(failed.wait(Tests::patience));
    QVERIFY(failed[0][0].toString().contains(u"/nowhere/at/all/out.csv"_s));
}

void TestResultExport::csvCancelled()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"out.csv"_s);
    QFile old(path);
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write("old");
    old.close();
    CsvExport exporter(store({{"1"}}, 1), path);
    QSignalSpy failed(&exporter, &CsvExport::failed);
    exporter.cancel();
    exporter.start();
    QVERIFY(failed.wait(Tests::patience));
    QCOMPARE(read(path), "old");
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"out.csv"_s});
}

void TestResultExport::csvDestroyedWhileItRuns()
{
    const QTemporaryDir folder;
    QByteArray text(100'000, 'x');
    const auto rows = store(QList<Cells>(500, {text}), 1);
    {
        CsvExport exporter(rows, folder.filePath(u"out.csv"_s));
        exporter.start();
    }
    QTRY_COMPARE(rows.use_count(), 1L); // the pool has let go of it
}

void TestResultExport::commandOfAnExport_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QStringList>("end");
    const auto copied = [](const QString &statement) {
        return QStringList{u"--command"_s, u"COPY ("_s + statement + u"\n) TO STDOUT WITH (FORMAT csv, HEADER)"_s};
    };
    QTest::newRow("select") << u"SELECT 1;"_s << copied(u"SELECT 1"_s);
    QTest::newRow("comment") << u"/* a */ select 1 -- b"_s << copied(u"/* a */ select 1"_s);
    QTest::newRow("lines") << u"TABLE t\nORDER BY 1"_s << copied(u"TABLE t\nORDER BY 1"_s);
    QTest::newRow("parentheses") << u"(SELECT 1)"_s << copied(u"(SELECT 1)"_s);
    const auto plain = [](const QString &statement) { return QStringList{u"--csv"_s, u"--command"_s, statement}; };
    QTest::newRow("show") << u"SHOW all"_s << plain(u"SHOW all"_s);
    QTest::newRow("explain") << u"EXPLAIN SELECT 1"_s << plain(u"EXPLAIN SELECT 1"_s);
    QTest::newRow("two") << u"SELECT 1; SELECT 2"_s << plain(u"SELECT 1; SELECT 2"_s);
    QTest::newRow("backslash") << u"\\dt"_s << plain(u"\\dt"_s);
}

void TestResultExport::commandOfAnExport()
{
    QFETCH(const QString, statement);
    QFETCH(const QStringList, end);
    const QStringList docker{u"docker"_s, u"-H"_s, u"unix:///x"_s};
    const QStringList begin{u"exec"_s,       u"db-1"_s, u"psql"_s,     u"--no-psqlrc"_s,
                            u"--username"_s, u"demo"_s, u"--dbname"_s, u"shop"_s};
    const PsqlPlace usual{u"db-1"_s, u"demo"_s, u"shop"_s, 5432};
    QCOMPARE(exportCommand(docker, usual, statement), docker + begin + end);
    const QStringList other = exportCommand(docker, {u"db-1"_s, u"demo"_s, u"shop"_s, 5433}, statement);
    QCOMPARE(other.value(other.indexOf(u"--port"_s) + 1), u"5433"_s);
}

void TestResultExport::commandOfAVeryLongStatement()
{
    const QString list = QString(200'000, u'1');
    const QString whole = exportCommand({u"docker"_s}, {}, u"SELECT "_s + list.left(10'000)).last();
    QVERIFY(whole.contains(list.left(10'000)));
    const QString cut = exportCommand({u"docker"_s}, {}, u"SELECT "_s + list).last();
    QVERIFY(cut.size() < 100'000);
    QVERIFY2(cut.contains(u"/* … "_s) && cut.contains(u"more character"_s), qPrintable(cut.right(200)));
}

void TestResultExport::oneCellIsItsBareText()
{
    const auto rows = store({{"tab\there", "\"quoted\""}}, 2);
    QCOMPARE(ClipboardText::cells(*rows, {{0, 0, 0, 0}}), u"tab\there"_s);
    QCOMPARE(ClipboardText::cells(*rows, {{0, 0, 1, 1}}), u"\"quoted\""_s);
}

void TestResultExport::cellsAsTabSeparatedText()
{
    const auto rows
        = store({{std::nullopt, "b", "c"}, {"tab\there", "two\nlines", "\"q\""}, {"in \"side\"", "", "é"}}, 3);
    QCOMPARE(ClipboardText::cells(*rows, {{0, 2, 0, 2}}),
             u"\tb\tc\n\"tab\there\"\t\"two\nlines\"\t\"\"\"q\"\"\"\nin \"side\"\t\té"_s);
    QCOMPARE(ClipboardText::withHeaders(*rows, {{0, 0, 1, 2}}), u"c1\tc2\nb\tc"_s);
}

void TestResultExport::rangesFollowEachOther()
{
    const auto rows = store({{std::nullopt, "1"}, {"a", "2"}, {"b", "3"}}, 2);
    QCOMPARE(ClipboardText::cells(*rows, {{0, 0, 0, 0}, {1, 2, 0, 0}}), u"\na\nb"_s);
    QCOMPARE(ClipboardText::cells(*rows, {}), QString());
}

void TestResultExport::wholeRows()
{
    const auto rows = store({{"1", "a"}, {"2", "b"}, {"3", "c"}}, 2);
    QCOMPARE(ClipboardText::rows(*rows, 1, 2), u"2\tb\n3\tc"_s);
}

QTEST_GUILESS_MAIN(TestResultExport)
#include "tst_resultexport.moc"
