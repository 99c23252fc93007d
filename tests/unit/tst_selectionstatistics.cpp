// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/resultstore.h"
#include "postgres/selectionstatistics.h"

#include <QTest>

using namespace Gantry;

namespace {

/// One numeric column, a text column beside it; an empty list entry is NULL.
std::unique_ptr<ResultStore> storeOf(const QByteArrayList &numbers)
{
    ResultColumn number;
    number.name = QStringLiteral("n");
    number.typeOid = 1700;
    ResultColumn text;
    text.name = QStringLiteral("t");
    text.typeOid = 25;
    auto store = std::make_unique<ResultStore>(QList<ResultColumn> {number, text});
    for (const QByteArray &value : numbers) {
        const ResultStore::Value row[] = {{value.isEmpty() ? nullptr : value.constData(), value.size()}, {"7", 1}};
        store->append(row);
    }
    return store;
}

SelectionStatistics statisticsOf(const QByteArrayList &numbers)
{
    const std::atomic<bool> cancelled = false;
    return SelectionStatistics::of(*storeOf(numbers), {{0, numbers.size() - 1, 0, 1}}, cancelled);
}

} // namespace

class TestSelectionStatistics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void figures_data()
    {
        QTest::addColumn<QByteArrayList>("numbers");
        QTest::addColumn<QString>("sum");
        QTest::addColumn<QString>("average");
        QTest::addColumn<QString>("minimum");
        QTest::addColumn<QString>("maximum");
        QTest::newRow("picture") << QByteArrayList {"3960.00", "2745.90", "2180.00"} << "8885.90" << "2961.97" << "2180.00"
                                 << "3960.00";
        QTest::newRow("exact") << QByteArrayList {"0.1", "0.2"} << "0.3" << "0.15" << "0.1" << "0.2";
        QTest::newRow("whole") << QByteArrayList {"1", "2", "3"} << "6" << "2" << "1" << "3";
        QTest::newRow("half") << QByteArrayList {"1", "2"} << "3" << "1.50" << "1" << "2";
        QTest::newRow("negative") << QByteArrayList {"-5", "2"} << "-3" << "-1.50" << "-5" << "2";
        QTest::newRow("NULL and words") << QByteArrayList {"4", "", "NaN", "Infinity"} << "4" << "4" << "4" << "4";
        QTest::newRow("beyond double") << QByteArrayList {"9007199254740993", "9007199254740992"} << "18014398509481985"
                                       << "9007199254740992.50" << "9007199254740992" << "9007199254740993";
        QTest::newRow("exponent") << QByteArrayList {"1e+20", "1"} << "1e+20" << "5e+19" << "1" << "1e+20";
        QTest::newRow("nothing") << QByteArrayList {"", ""} << QString() << QString() << QString() << QString();
    }
    void figures()
    {
        QFETCH(QByteArrayList, numbers);
        const SelectionStatistics statistics = statisticsOf(numbers);
        QCOMPARE(statistics.cells, qint64(2 * numbers.size()));
        QTEST(statistics.sum, "sum");
        QTEST(statistics.average, "average");
        QTEST(statistics.minimum, "minimum");
        QTEST(statistics.maximum, "maximum");
    }

    void hugeSumIsToldRoughly()
    {
        const QByteArray large(36, '9');
        QByteArrayList numbers;
        for (int i = 0; i < 1000; ++i)
            numbers.append(large);
        QCOMPARE(statisticsOf(numbers).sum, QStringLiteral("1e+39"));
    }

    void cancelledCountsNothingMore()
    {
        const std::atomic<bool> cancelled = true;
        const SelectionStatistics statistics
            = SelectionStatistics::of(*storeOf({"1", "2"}), {{0, 1, 0, 0}}, cancelled);
        QCOMPARE(statistics.cells, qint64(2));
        QCOMPARE(statistics.numbers, qint64(0));
    }
};

QTEST_APPLESS_MAIN(TestSelectionStatistics)
#include "tst_selectionstatistics.moc"
