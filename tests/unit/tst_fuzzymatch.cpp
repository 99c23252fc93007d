// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/fuzzymatch.h"

#include <QTest>

#include <utility>

using namespace Gantry;
using namespace Qt::StringLiterals;

class TestFuzzyMatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyPatternMatchesEverything()
    {
        const auto match = FuzzyMatch::of(QString(), u"Stop"_s);
        QVERIFY(match);
        QCOMPARE(match->score, 0);
        QVERIFY(match->positions.isEmpty());
    }

    void findsSubsequences_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<int>>("positions");
        QTest::newRow("prefix") << u"sto"_s << u"Stop"_s << QList<int>{0, 1, 2};
        QTest::newRow("starts of words") << u"osc"_s << u"Open SQL console"_s << QList<int>{0, 5, 9};
        QTest::newRow("run of neighbours before scattered ones")
            << u"con"_s << u"c1o1n console"_s << QList<int>{6, 7, 8};
        QTest::newRow("two words in any order") << u"db tp1"_s << u"tp1-db-1"_s << QList<int>{0, 1, 2, 4, 5};
        QTest::newRow("case of both sides") << u"SQL"_s << u"open sql"_s << QList<int>{5, 6, 7};
        QTest::newRow("pieces of words") << u"tp1db"_s << u"tp1-db-1"_s << QList<int>{0, 1, 2, 4, 5};
        QTest::newRow("the piece that goes on") << u"stcon"_s << u"stop c con"_s << QList<int>{0, 1, 7, 8, 9};
        QTest::newRow("camel case") << u"fb"_s << u"fooBar"_s << QList<int>{0, 3};
        QTest::newRow("accents stay themselves") << u"é"_s << u"Arrêter É"_s << QList<int>{8};
        QTest::newRow("a letter that folds to two") << u"x"_s << u"İx"_s << QList<int>{1};
    }

    void findsSubsequences()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, text);
        QFETCH(QList<int>, positions);
        const auto match = FuzzyMatch::of(pattern, text);
        QVERIFY(match);
        QCOMPARE(match->positions, positions);
    }

    void refusesOthers_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("text");
        QTest::newRow("missing letter") << u"stopx"_s << u"Stop"_s;
        QTest::newRow("wrong order") << u"pots"_s << u"Stop"_s;
        QTest::newRow("one word missing") << u"stop web"_s << u"Stop"_s;
        QTest::newRow("scattered") << u"db"_s << u"Databases"_s;
        QTest::newRow("scattered over words") << u"api"_s << u"Clear ended operations"_s;
        QTest::newRow("begins a word and goes on inside of another") << u"log"_s << u"Loading engine"_s;
        QTest::newRow("empty text") << u"a"_s << QString();
    }

    void refusesOthers()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, text);
        QVERIFY(!FuzzyMatch::of(pattern, text));
    }

    void ordersByMeaning_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("better");
        QTest::addColumn<QString>("worse");
        QTest::newRow("start of the text") << u"sta"_s << u"Start"_s << u"Restart"_s;
        QTest::newRow("shorter") << u"stop"_s << u"Stop"_s << u"Stop everything"_s;
        QTest::newRow("word start") << u"db"_s << u"shop-db"_s << u"sandbox"_s;
        QTest::newRow("whole") << u"db"_s << u"db"_s << u"db-1"_s;
        QTest::newRow("beginning") << u"net"_s << u"Networks"_s << u"app-net-1"_s;
        QTest::newRow("together") << u"log"_s << u"Show logs"_s << u"Leave open group"_s;
        QTest::newRow("inside") << u"art"_s << u"Restart"_s << u"Add running task"_s;
        QTest::newRow("whole word") << u"db"_s << u"a-db-1"_s << u"a-dbx-1"_s;
        QTest::newRow("fewer pieces") << u"opsq"_s << u"Open SQL console"_s << u"Open parts so quick"_s;
    }

    void ordersByMeaning()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, better);
        QFETCH(QString, worse);
        const auto first = FuzzyMatch::of(pattern, better);
        const auto second = FuzzyMatch::of(pattern, worse);
        QVERIFY(first);
        QVERIFY(second);
        const auto place = [](const FuzzyMatch &match) { return std::pair(match.rank, -match.score); };
        QVERIFY2(place(*first) < place(*second),
                 qPrintable(u"%1, %2 against %3, %4"_s.arg(int(first->rank))
                                .arg(first->score)
                                .arg(int(second->rank))
                                .arg(second->score)));
    }

    void longTextsAreBounded()
    {
        const QString text = QString(100'000, u'a') + u'b';
        QVERIFY(FuzzyMatch::of(u"aaa"_s, text));
        QVERIFY(!FuzzyMatch::of(u"b"_s, text));
    }
};

QTEST_APPLESS_MAIN(TestFuzzyMatch)
#include "tst_fuzzymatch.moc"
