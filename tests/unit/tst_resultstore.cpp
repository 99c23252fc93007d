// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/queryresult.h"
#include "postgres/resultstore.h"
#include "smalldisk.h"

#include <QDir>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace Gantry;
using namespace Qt::StringLiterals;

namespace {

QList<ResultColumn> columns(int count)
{
    QList<ResultColumn> result;
    for (int i = 0; i < count; ++i)
        result += ResultColumn{u"c%1"_s.arg(i), 25, -1, u"text"_s, 0, 0};
    return result;
}

// Row n of the tests: digits, NULL in every third row, a text of changing length.
QByteArray number(qint64 row)
{
    return QByteArray::number(row);
}
QByteArray filler(qint64 row)
{
    return QByteArray(int(row % 300), char('a' + row % 26));
}

bool appendRow(ResultStore &store, qint64 row)
{
    const QByteArray first = number(row);
    const QByteArray third = filler(row);
    const std::array<ResultStore::Value, 3> values{
        ResultStore::Value{first.constData(), first.size()},
        row % 3 == 0 ? ResultStore::Value{} : ResultStore::Value{"", 0},
        ResultStore::Value{third.constData(), third.size()},
    };
    return store.append(values);
}

void verifyRow(const ResultStore &store, qint64 row)
{
    const ResultRow read = store.row(row);
    QCOMPARE(read.text(0).toByteArray(), number(row));
    QCOMPARE(read.isNull(1), row % 3 == 0);
    QVERIFY(read.text(1).isEmpty());
    QCOMPARE(read.text(2).toByteArray(), filler(row));
    QVERIFY(!read.isNull(2));
    QCOMPARE(store.cell(row, 2).text, filler(row));
    QCOMPARE(store.cell(row, 1).isNull, row % 3 == 0);
}

} // namespace

class TestResultStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsInMemory();
    void spillsBeyondTheLimit();
    void nullIsNotEmpty();
    void bytesStayAsTheyAre();
    void hugeValue();
    void largeValuesAreReadInPart();
    void whatEndsLargeGoesToTheFile();
    void noColumns();
    void manyColumns();
    void memoryIsCloseToTheText();
    void readWhileItGrows();
    void rowOutlivesItsPage();
    void diskFullKeepsWhatIsThere();
    void folderThatIsNotThere();
    void resultAnnouncesRows();
};

void TestResultStore::rowsInMemory()
{
    ResultStore store(columns(3));
    for (qint64 row = 0; row < 10'000; ++row)
        QVERIFY(appendRow(store, row));
    QCOMPARE(store.rowCount(), 10'000);
    QCOMPARE(store.spilledBytes(), 0);
    for (const qint64 row : {0, 1, 2, 299, 300, 5'000, 9'999})
        verifyRow(store, row);
}

void TestResultStore::spillsBeyondTheLimit()
{
    const QTemporaryDir folder;
    ResultStore store(columns(3), {1024 * 1024, folder.path()});
    constexpr qint64 count = 50'000;
    for (qint64 row = 0; row < count; ++row)
        QVERIFY(appendRow(store, row));
    QVERIFY(store.spilledBytes() > 5'000'000);
    QVERIFY2(store.memoryBytes() <= 1024 * 1024 + 256 * 1024, qPrintable(QString::number(store.memoryBytes())));
    QVERIFY2(QDir(folder.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             "the file has no name");
    for (qint64 row = 0; row < count; row += 97)
        verifyRow(store, row);
    for (qint64 row = count - 1; row >= 0; row -= 1'009)
        verifyRow(store, row);
}

void TestResultStore::nullIsNotEmpty()
{
    ResultStore store(columns(2));
    const std::array<ResultStore::Value, 2> values{ResultStore::Value{}, ResultStore::Value{"", 0}};
    QVERIFY(store.append(values));
    QVERIFY(store.cell(0, 0).isNull);
    QVERIFY(!store.cell(0, 1).isNull);
    QVERIFY(store.row(0).isNull(0));
    QVERIFY(!store.row(0).isNull(1));
}

void TestResultStore::bytesStayAsTheyAre()
{
    ResultStore store(columns(1));
    const QByteArray bytes("\xE9\x00\xFF\n\t\"", 6); // LATIN1 of an SQL_ASCII database, and worse
    const std::array<ResultStore::Value, 1> values{ResultStore::Value{bytes.constData(), bytes.size()}};
    QVERIFY(store.append(values));
    QCOMPARE(store.cell(0, 0).text, bytes);
}

void TestResultStore::hugeValue()
{
    ResultStore store(columns(1), {1024 * 1024, {}});
    const QByteArray huge(20'000'000, 'x');
    for (const QByteArray &text : {QByteArray("small"), huge, QByteArray("small again")}) {
        const std::array<ResultStore::Value, 1> values{ResultStore::Value{text.constData(), text.size()}};
        QVERIFY(store.append(values));
    }
    QCOMPARE(store.cell(0, 0).text, "small");
    QVERIFY(store.cell(1, 0).text == huge);
    QCOMPARE(store.cell(2, 0).text, "small again");
}

void TestResultStore::largeValuesAreReadInPart()
{
    ResultStore store(columns(4), {0, {}});
    const QByteArray huge = QByteArray(2'000'000, 'x') + "end";
    const std::array<ResultStore::Value, 4> values{ResultStore::Value{"ab", 2}, ResultStore::Value{},
                                                   ResultStore::Value{huge.constData(), huge.size()},
                                                   ResultStore::Value{"", 0}};
    for (int row = 0; row < 3; ++row)
        QVERIFY(store.append(values));
    store.finish();
    QCOMPARE(store.memoryBytes(), 0);
    const ResultRow beginnings = store.beginnings(1, 3);
    QVERIFY(beginnings.isReadable());
    QCOMPARE(beginnings.text(0).toByteArray(), "ab");
    QVERIFY(beginnings.isNull(1));
    QCOMPARE(beginnings.text(2).toByteArray(), "xxx");
    QCOMPARE(beginnings.size(2), huge.size());
    QVERIFY(!beginnings.isNull(3));
    QCOMPARE(beginnings.size(3), 0);
    QVERIFY(!store.beginnings(1, 0).isNull(0));
    QCOMPARE(store.piece(2, 2, huge.size() - 4, 100), "xend");
    QCOMPARE(store.piece(2, 0, 1, 100), "b");
    QCOMPARE(store.piece(2, 1, 0, 100), QByteArray());
    QVERIFY(store.row(0).text(2) == huge);

    // Of a small page it is the same.
    ResultStore small(columns(3));
    QVERIFY(appendRow(small, 50));
    QCOMPARE(small.beginnings(0, 3).text(2).toByteArray(), filler(50));
    QCOMPARE(small.beginnings(0, 3).size(2), 50);
    QCOMPARE(small.piece(0, 2, 48, 100), filler(50).first(2));
}

void TestResultStore::whatEndsLargeGoesToTheFile()
{
    ResultStore store(columns(3), {1024 * 1024, {}});
    for (qint64 row = 0; row < 10; ++row)
        QVERIFY(appendRow(store, row));
    store.finish();
    QCOMPARE(store.spilledBytes(), 0);
    QVERIFY(appendRow(store, 10)); // who goes on after all
    const QByteArray huge(5'000'000, 'x');
    const std::array<ResultStore::Value, 3> values{ResultStore::Value{"11", 2}, ResultStore::Value{},
                                                   ResultStore::Value{huge.constData(), huge.size()}};
    QVERIFY(store.append(values));
    QVERIFY(store.memoryBytes() > 5'000'000);
    store.finish();
    QVERIFY(store.memoryBytes() < 1024 * 1024);
    QVERIFY(store.error().isEmpty());
    for (qint64 row = 0; row <= 10; ++row)
        verifyRow(store, row);
    QVERIFY(store.cell(11, 2).text == huge);
    store.finish();
    QCOMPARE(store.rowCount(), 12);

    // Where it cannot be written, it stays.
    ResultStore stuck(columns(1), {0, u"/nowhere/at/all"_s});
    const std::array<ResultStore::Value, 1> one{ResultStore::Value{"kept", 4}};
    QVERIFY(stuck.append(one));
    stuck.finish();
    QVERIFY(stuck.error().isEmpty());
    QCOMPARE(stuck.cell(0, 0).text, "kept");
}

void TestResultStore::noColumns()
{
    ResultStore store({});
    for (int i = 0; i < 100'000; ++i)
        QVERIFY(store.append({}));
    QCOMPARE(store.rowCount(), 100'000);
    QCOMPARE(store.row(99'999).columnCount(), 0);
}

void TestResultStore::manyColumns()
{
    ResultStore store(columns(1'600));
    std::vector<QByteArray> texts;
    std::vector<ResultStore::Value> values;
    for (int i = 0; i < 1'600; ++i)
        texts.push_back(QByteArray::number(i));
    for (const QByteArray &text : texts)
        values.push_back({text.constData(), text.size()});
    for (int row = 0; row < 100; ++row)
        QVERIFY(store.append(values));
    QCOMPARE(store.cell(99, 1'599).text, "1599");
    QCOMPARE(store.row(57).text(800).toByteArray(), "800");
}

void TestResultStore::memoryIsCloseToTheText()
{
    // Ten columns with 17 bytes each, as in the result of a million rows that the design was measured with.
    ResultStore store(columns(10), {qsizetype(1) << 40, {}});
    const QByteArray text(17, 'x');
    const std::vector<ResultStore::Value> values(10, {text.constData(), text.size()});
    for (int row = 0; row < 100'000; ++row)
        QVERIFY(store.append(values));
    QCOMPARE(store.textBytes(), 17'000'000);
    const double ratio = double(store.memoryBytes()) / double(store.textBytes());
    qInfo("memory / text = %.3f", ratio);
    QVERIFY(ratio < 1.3);
}

void TestResultStore::readWhileItGrows()
{
    ResultStore store(columns(3), {512 * 1024, {}});
    constexpr qint64 count = 60'000;
    const std::unique_ptr<QThread> producer(QThread::create([&store] {
        for (qint64 row = 0; row < count; ++row)
            appendRow(store, row);
    }));
    producer->start();
    qint64 seen = 0;
    while (seen < count) {
        const qint64 rows = store.rowCount();
        if (rows == seen)
            continue;
        verifyRow(store, rows - 1);
        verifyRow(store, rows / 2);
        seen = rows;
    }
    QVERIFY(producer->wait());
    QVERIFY(store.spilledBytes() > 0);
}

void TestResultStore::rowOutlivesItsPage()
{
    auto store = std::make_unique<ResultStore>(columns(3), ResultStore::Options{0, {}});
    QVERIFY(appendRow(*store, 1));
    const ResultRow row = store->row(0);
    for (qint64 i = 0; i < 20'000; ++i)
        appendRow(*store, i);
    store.reset();
    QCOMPARE(row.text(0).toByteArray(), "1");
}

void TestResultStore::diskFullKeepsWhatIsThere()
{
    ResultStore store(columns(3), {256 * 1024, {}});
    qint64 kept = 0;
    {
        const SmallDisk disk(2 * 1024 * 1024);
        while (kept < 1'000'000 && appendRow(store, kept))
            ++kept;
    }
    QVERIFY(kept > 5'000);
    QVERIFY(kept < 1'000'000);
    QVERIFY(!store.error().isEmpty());
    QCOMPARE(store.rowCount(), kept);
    for (qint64 row = 0; row < kept; row += 53)
        verifyRow(store, row);
    verifyRow(store, kept - 1);
    QVERIFY2(!appendRow(store, 0), "no row after a gap");
    QCOMPARE(store.rowCount(), kept);
}

void TestResultStore::folderThatIsNotThere()
{
    ResultStore store(columns(3), {0, u"/nowhere/at/all"_s});
    qint64 kept = 0;
    while (kept < 100'000 && appendRow(store, kept))
        ++kept;
    QVERIFY(kept > 0 && kept < 100'000);
    QVERIFY(!store.error().isEmpty());
    verifyRow(store, kept - 1);
}

void TestResultStore::resultAnnouncesRows()
{
    auto store = std::make_shared<ResultStore>(columns(3));
    QElapsedTimer sent;
    sent.start();
    QueryResult result(store, "select", sent);
    QSignalSpy rows(&result, &QueryResult::rowsAppended);
    QSignalSpy finished(&result, &QueryResult::finished);
    for (qint64 row = 0; row < 5; ++row)
        appendRow(*store, row);
    QCOMPARE(result.rowCount(), 0);
    result.announce(5, 1.5);
    QCOMPARE(result.rowCount(), 5);
    QCOMPARE(rows.takeFirst(), (QVariantList{0LL, 4LL}));
    result.announce(5, 1.5);
    QVERIFY(rows.isEmpty());
    result.finish(QueryResult::State::Complete, u"SELECT 5"_s, 2.5);
    QCOMPARE(finished.size(), 1);
    QCOMPARE(result.commandTag(), u"SELECT 5"_s);
    QCOMPARE(result.firstRowMilliseconds(), 1.5);
}

QTEST_GUILESS_MAIN(TestResultStore)
#include "tst_resultstore.moc"
