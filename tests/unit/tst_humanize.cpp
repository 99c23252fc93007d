// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/humanize.h"

#include <QDir>
#include <QLocale>
#include <QTest>

using namespace Gantry;
using namespace Qt::StringLiterals;

class TestHumanize : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void sizes_data()
    {
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << qint64(0) << u"0 B"_s;
        QTest::newRow("bytes") << qint64(999) << u"999 B"_s;
        QTest::newRow("kilobytes") << qint64(1234) << u"1.23 kB"_s;
        QTest::newRow("rounds up into the next unit") << qint64(999'960) << u"1.00 MB"_s;
        QTest::newRow("three digits") << qint64(48'230'000) << u"48.2 MB"_s;
        QTest::newRow("hundreds") << qint64(143'400'000) << u"143 MB"_s;
        QTest::newRow("terabytes") << qint64(2'500'000'000'000) << u"2.50 TB"_s;
    }

    void sizes()
    {
        QFETCH(qint64, bytes);
        QTEST(Humanize::sizeText(bytes), "text");
    }

    void durations_data()
    {
        QTest::addColumn<qint64>("milliseconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << qint64(-3) << u"0 ms"_s;
        QTest::newRow("milliseconds") << qint64(38) << u"38 ms"_s;
        QTest::newRow("seconds") << qint64(3250) << u"3.2 s"_s;
        QTest::newRow("never 60.0 s") << qint64(59'999) << u"59.9 s"_s;
        QTest::newRow("minutes") << qint64(125'000) << u"2 min 5 s"_s;
        QTest::newRow("hours") << qint64(3'840'000) << u"1 h 4 min"_s;
    }

    void durations()
    {
        QFETCH(qint64, milliseconds);
        QTEST(Humanize::duration(milliseconds), "text");
        QCOMPARE(Humanize::shortDuration(0.4), u"0.4 ms"_s);
        QCOMPARE(Humanize::shortDuration(9.94), u"9.9 ms"_s);
        QCOMPARE(Humanize::shortDuration(9.96), u"10 ms"_s);
        QCOMPARE(Humanize::shortDuration(double(milliseconds)),
                 milliseconds < 0 ? u"<0.1 ms"_s : Humanize::duration(milliseconds));
        QCOMPARE(Humanize::roundTrip(49), u"<0.1 ms"_s);
        QCOMPARE(Humanize::roundTrip(50), u"0.1 ms"_s);
        QCOMPARE(Humanize::roundTrip(1234), u"1.2 ms"_s);
        QCOMPARE(Humanize::roundTrip(48'300), u"48 ms"_s);
    }

    void ages_data()
    {
        QTest::addColumn<QDateTime>("time");
        QTest::addColumn<QString>("text");
        QTest::newRow("never") << QDateTime() << QString();
        QTest::newRow("now") << QDateTime({2024, 5, 28}, {11, 59, 58}) << u"just now"_s;
        QTest::newRow("the clock of the engine is ahead") << QDateTime({2024, 5, 28}, {12, 5}) << u"just now"_s;
        QTest::newRow("minutes") << QDateTime({2024, 5, 28}, {11, 57}) << u"3 min ago"_s;
        QTest::newRow("hours") << QDateTime({2024, 5, 28}, {3, 0}) << u"9 h ago"_s;
        QTest::newRow("yesterday") << QDateTime({2024, 5, 27}, {3, 0}) << u"yesterday"_s;
        QTest::newRow("days") << QDateTime({2024, 5, 20}, {12, 0}) << u"8 day(s) ago"_s;
        QTest::newRow("weeks") << QDateTime({2024, 5, 7}, {12, 0}) << u"3 week(s) ago"_s;
        QTest::newRow("month") << QDateTime({2024, 3, 7}, {12, 0}) << u"in March"_s;
        QTest::newRow("year") << QDateTime({2023, 3, 7}, {12, 0}) << u"in March 2023"_s;
    }

    void ages()
    {
        QFETCH(QDateTime, time);
        QTEST(Humanize::ago(time, QDateTime({2024, 5, 28}, {12, 0})), "text");
    }

    void agesHold()
    {
        const QDateTime now({2024, 5, 28}, {12, 0});
        QCOMPARE(Humanize::holds({}, now), 60'000);
        QCOMPARE(Humanize::holds(now.addYears(-1), now), 60'000);
        QCOMPARE(Humanize::holds(now.addDays(1), now), 60'000);
        for (const int passed : {-1000, 0, 4999, 5000, 39'100, 59'999, 60'000, 90'500, 3'599'000}) {
            const QDateTime time = now.addMSecs(-passed);
            const QDateTime then = now.addMSecs(Humanize::holds(time, now));
            QCOMPARE(Humanize::ago(time, then.addMSecs(-1)), Humanize::ago(time, now));
            QVERIFY2(Humanize::ago(time, then) != Humanize::ago(time, now), qPrintable(QString::number(passed)));
        }
    }

    void homeIsShort()
    {
        QCOMPARE(Humanize::path(QDir::homePath() + u"/src"_s), u"~/src"_s);
        QCOMPARE(Humanize::path(QDir::homePath() + u"less/src"_s), QString(QDir::homePath() + u"less/src"_s));
    }
};

QTEST_APPLESS_MAIN(TestHumanize)
#include "tst_humanize.moc"
