// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/cellselection.h"
#include "console/printable.h"
#include "console/rowgeometry.h"

#include <QTest>

using namespace Gantry;

class TestGridArithmetic : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsOnScreen()
    {
        RowGeometry rows(28);
        rows.setViewport(280);
        QCOMPARE(rows.firstVisible(), -1);
        QCOMPARE(rows.lastVisible(), -1);
        rows.setRows(100);
        QCOMPARE(rows.firstVisible(), 0);
        QCOMPARE(rows.lastVisible(), 9);
        QCOMPARE(rows.rowsPerPage(), 10);
        rows.setOffset(30);
        QCOMPARE(rows.firstVisible(), 1);
        QCOMPARE(rows.lastVisible(), 11);
        QCOMPARE(rows.top(1), -2);
        QCOMPARE(rows.rowAt(0), 1);
        QCOMPARE(rows.rowAt(-1), -1);
        QCOMPARE(rows.rowAt(280), -1);
        QCOMPARE(rows.nearestRow(-1000), 0);
        QCOMPARE(rows.nearestRow(1000000), 99);
        rows.setOffset(1 << 30);
        QCOMPARE(rows.offset(), qint64(100 * 28 - 280));
        rows.setRows(3);
        QCOMPARE(rows.offset(), 0);
        QCOMPARE(rows.rowAt(84), -1);
        QCOMPARE(rows.nearestRow(200), 2);
    }

    void rowBecomesVisibleWithTheLeastMove()
    {
        RowGeometry rows(28);
        rows.setViewport(100);
        rows.setRows(100);
        rows.makeVisible(50);
        QCOMPARE(rows.offset(), qint64(51 * 28 - 100));
        rows.makeVisible(49);
        QCOMPARE(rows.offset(), qint64(51 * 28 - 100));
        rows.makeVisible(10);
        QCOMPARE(rows.offset(), qint64(280));
        // A viewport lower than a row shows the row's upper part.
        rows.setViewport(10);
        rows.makeVisible(60);
        QCOMPARE(rows.offset(), qint64(60 * 28));
    }

    void barOfBillionsOfRows_data()
    {
        QTest::addColumn<qint64>("count");
        QTest::newRow("thousand") << qint64(1000);
        QTest::newRow("ten million") << qint64(10'000'000);
        QTest::newRow("hundred million") << qint64(100'000'000);
        QTest::newRow("ten billion") << qint64(10'000'000'000);
    }
    void barOfBillionsOfRows()
    {
        QFETCH(qint64, count);
        RowGeometry rows(28);
        rows.setViewport(600);
        rows.setRows(count);
        QCOMPARE(rows.maximum(), count * 28 - 600);
        QVERIFY(rows.barMaximum() > 0);
        QVERIFY(qint64(rows.barMaximum()) + rows.barPageStep() < std::numeric_limits<int>::max());
        QCOMPARE(rows.offsetOfBar(0), qint64(0));
        QCOMPARE(rows.offsetOfBar(rows.barMaximum()), rows.maximum());
        rows.makeVisible(count - 1);
        QCOMPARE(rows.lastVisible(), count - 1);
        QCOMPARE(rows.barValue(), rows.barMaximum());
        // Every row can be shown exactly, whatever the bar's scale.
        rows.setOffset(qint64(count / 3) * 28);
        QCOMPARE(rows.firstVisible(), count / 3);
        QCOMPARE(rows.top(count / 3), 0);
        QVERIFY(qAbs(rows.offsetOfBar(rows.barValue()) - rows.offset()) <= rows.maximum() / rows.barMaximum() + 1);
    }

    void rangesStayDisjoint()
    {
        CellSelection selection;
        selection.set(CellRange::between(5, 3, 1, 1));
        QCOMPARE(selection.cells(), qint64(15));
        selection.begin({4, 8, 2, 5}); // overlaps two rows and two columns
        QCOMPARE(selection.cells(), qint64(15 + 20 - 4));
        QVERIFY(selection.contains(1, 1));
        QVERIFY(selection.contains(8, 5));
        QVERIFY(!selection.contains(8, 1));
        const QList<CellRange> ranges = selection.ranges();
        for (qsizetype a = 0; a < ranges.size(); ++a) {
            for (qsizetype b = a + 1; b < ranges.size(); ++b)
                QVERIFY(ranges.at(a).intersected(ranges.at(b)).isEmpty());
        }
        selection.extend({0, 0, 0, 0}); // the live range shrinks, the first one is whole again
        QCOMPARE(selection.cells(), qint64(16));
        selection.remove({0, 100, 0, 2});
        QCOMPARE(selection.cells(), qint64(5));
        QCOMPARE(selection.columns(), QList<int>{3});
        selection.clear();
        QVERIFY(selection.isEmpty());
    }

    void rowRunsMerge()
    {
        CellSelection selection;
        selection.set({10, 20, 0, 0});
        selection.begin({0, 2, 5, 5});
        selection.begin({3, 3, 1, 1});
        selection.begin({15, 30, 2, 2});
        QCOMPARE(selection.rowRuns(), (QList<std::pair<qint64, qint64>>{{0, 3}, {10, 30}}));
    }

    void everythingOfTenBillionIsOneRange()
    {
        CellSelection selection;
        selection.set({0, 9'999'999'999, 0, 9});
        QCOMPARE(selection.cells(), qint64(100'000'000'000));
        QCOMPARE(selection.ranges().size(), 1);
    }

    void valuesCannotDisguiseThemselves()
    {
        QCOMPARE(printable(QStringLiteral("plain Größe")), QStringLiteral("plain Größe"));
        QCOMPARE(printable(QStringLiteral("a\nb\tc")), QStringLiteral("a↵b⇥c"));
        QCOMPARE(printable(QString(QChar(0x1B)) + QStringLiteral("[31m")), QStringLiteral("␛[31m"));
        QCOMPARE(printable(QString(QChar(0x202E)) + QStringLiteral("txt.exe")), QStringLiteral("\uFFFDtxt.exe"));
    }
};

QTEST_APPLESS_MAIN(TestGridArithmetic)
#include "tst_gridarithmetic.moc"
