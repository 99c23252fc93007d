// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/logrows.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Gantry;
using namespace Qt::StringLiterals;

class TestLogRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void placesAreCountedOnAsIfAllRowsWereLaidOut()
    {
        QRandomGenerator random(11);
        for (int round = 0; round < 200; ++round) {
            std::vector<int> heights(size_t(random.bounded(1, 30)));
            std::vector<LogRows::Place> all; // each line of the screen
            for (size_t row = 0; row < heights.size(); ++row) {
                heights[row] = random.bounded(3) == 0 ? random.bounded(1, 9) : 1;
                for (int part = 0; part < heights[row]; ++part)
                    all.push_back({qint64(row), part});
            }
            const auto rows = qint64(heights.size());
            const auto height = [&heights](qint64 row) { return heights[size_t(row)]; };
            const int from = random.bounded(int(all.size()));
            for (const int by : {0, 1, -1, 7, -7, 1000, -1000, random.bounded(-20, 20)}) {
                const int to = std::clamp(from + by, 0, int(all.size()) - 1);
                QCOMPARE(LogRows::moved(all[size_t(from)], by, rows, height), all[size_t(to)]);
            }
            const int page = random.bounded(1, 40);
            QCOMPARE(LogRows::lastTop(rows, page, height), all[size_t(std::max(0, int(all.size()) - page))]);
        }
        QCOMPARE(LogRows::lastTop(0, 10, [](qint64) { return 1; }), LogRows::Place());
    }

    void aMillionRowsCostWhatAPageCosts()
    {
        int asked = 0;
        const auto height = [&asked](qint64) {
            ++asked;
            return 3;
        };
        QCOMPARE(LogRows::lastTop(1'000'000, 30, height), (LogRows::Place{999'990, 0}));
        QVERIFY(asked <= 12);
    }

    void linesAreBroken_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<qsizetype>>("starts");
        using Starts = QList<qsizetype>;
        QTest::newRow("empty") << QString() << Starts{0};
        QTest::newRow("fits") << u"123456789012"_s << Starts{0};
        QTest::newRow("without a space") << u"1234567890123"_s << Starts{0, 12};
        QTest::newRow("many") << QString(30, u'x') << Starts{0, 12, 24};
        QTest::newRow("after a space near the end") << u"123456789 abcdef"_s << Starts{0, 10};
        QTest::newRow("not after one far from it") << u"12 4567890123456"_s << Starts{0, 12};
        QTest::newRow("the space is the end") << u"12345678901 abc"_s << Starts{0, 12};
        QTest::newRow("wide characters") << u"\u4e2d\u4e2d\u4e2d\u4e2d\u4e2d\u4e2d\u4e2d"_s << Starts{0, 6};
        QTest::newRow("a wide one does not fit") << u"12345678901\u4e2d"_s << Starts{0, 11};
        QTest::newRow("surrogates stay together") << u"12345678901\U0001F600b"_s << Starts{0, 11};
    }
    void linesAreBroken()
    {
        QFETCH(QString, text);
        QFETCH(QList<qsizetype>, starts);
        QCOMPARE(LogRows::startsOf(text, 12), starts);
    }

    void noLineIsTooWideAndNothingIsLost()
    {
        QRandomGenerator random(5);
        for (int round = 0; round < 300; ++round) {
            QString text;
            for (int i = random.bounded(400); i > 0; --i) {
                const int kind = random.bounded(10);
                text += kind == 0 ? QString(u' ') : kind == 1 ? u"\u4e2d"_s : kind == 2 ? u"e\u0301"_s : u"x"_s;
            }
            const int columns = random.bounded(8, 60);
            const QList<qsizetype> starts = LogRows::startsOf(text, columns);
            QCOMPARE(starts.first(), 0);
            for (qsizetype i = 0; i < starts.size(); ++i) {
                const qsizetype end = starts.value(i + 1, text.size());
                QVERIFY(end > starts[i] || text.isEmpty());
                QVERIFY(LogRows::cellsOf(QStringView(text).sliced(starts[i], end - starts[i])) <= columns);
                for (qsizetype at = starts[i]; at < end; ++at)
                    QCOMPARE(LogRows::partOf(starts, at), int(i));
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestLogRows)
#include "tst_logrows.moc"
