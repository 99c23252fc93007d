// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/logmatches.h"

#include <QSignalSpy>
#include <QTest>

using namespace Gantry;

namespace {

constexpr auto Output = LogStream::Channel::Output;

std::vector<qint64> wait(const LogMatches &matches)
{
    constexpr int patience = 30'000; // under ThreadSanitizer
    return QTest::qWaitFor([&matches] { return !matches.isRunning(); }, patience) ? matches.lines()
                                                                                  : std::vector<qint64>{-1};
}

using Lines = std::vector<qint64>;

} // namespace

class TestLogMatches : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsLines_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("options");
        QTest::addColumn<QList<int>>("lines");
        QTest::newRow("any case") << QStringLiteral("error") << QString() << QList<int>{0, 2, 4};
        QTest::newRow("this case") << QStringLiteral("error") << QStringLiteral("c") << QList<int>{2, 4};
        QTest::newRow("whole word") << QStringLiteral("error") << QStringLiteral("w") << QList<int>{0, 4};
        QTest::newRow("no expression") << QStringLiteral("a.c") << QString() << QList<int>{3};
        QTest::newRow("expression") << QStringLiteral("a.c") << QStringLiteral("r") << QList<int>{1, 3};
        QTest::newRow("ends of a line") << QStringLiteral("^abc$") << QStringLiteral("r") << QList<int>{1};
        QTest::newRow("never over the end of a line")
            << QStringLiteral("abc\\serrors") << QStringLiteral("r") << QList<int>{};
        QTest::newRow("first over the end of a line, then in it")
            << QStringLiteral("abc\\s|ab") << QStringLiteral("r") << QList<int>{1};
        QTest::newRow("what matches nothing matches every line")
            << QStringLiteral("q*") << QStringLiteral("r") << QList<int>{0, 1, 2, 3, 4, 5, 6};
        QTest::newRow("beyond ASCII") << QStringLiteral("GRÖSSE") << QString() << QList<int>{5};
        QTest::newRow("nowhere") << QStringLiteral("none") << QString() << QList<int>{};
        QTest::newRow("nothing") << QString() << QString() << QList<int>{};
    }
    void findsLines()
    {
        QFETCH(QString, text);
        QFETCH(QString, options);
        QFETCH(QList<int>, lines);
        LogBuffer buffer;
        buffer.append(Output, "an Error\nabc\nerrors\na.c\n\x1b[31mer\x1b[0mror!\nGröße, größe, grösse\n\n");
        LogMatches matches(&buffer);
        matches.setPattern({text, options.contains(QLatin1Char('c')), options.contains(QLatin1Char('w')),
                            options.contains(QLatin1Char('r'))});
        QCOMPARE(wait(matches), Lines(lines.begin(), lines.end()));
        QCOMPARE(matches.problem(), QString());
    }

    void anExpressionThatIsNoneIsSaid()
    {
        LogBuffer buffer;
        buffer.append(Output, "a(\n");
        LogMatches matches(&buffer);
        matches.setPattern({QStringLiteral("a("), false, false, true});
        QVERIFY(!matches.problem().isEmpty());
        QCOMPARE(wait(matches), Lines());
        matches.setPattern({QStringLiteral("a("), false, false, false});
        QCOMPARE(matches.problem(), QString());
        QCOMPARE(wait(matches), Lines{0});
    }

    void keepsUpWithTheLog()
    {
        LogBuffer buffer(2 * LogBuffer::ChunkBytes);
        LogMatches matches(&buffer);
        matches.setPattern({QStringLiteral("hit"), false, false, false});
        buffer.append(Output, "hit\nmiss\nhi");
        matches.update();
        QCOMPARE(wait(matches), Lines{0});
        buffer.append(Output, "t\nmiss\n");
        buffer.appendNote(QStringLiteral("a hit of our own"));
        matches.update();
        QCOMPARE(wait(matches), (Lines{0, 2}));

        QByteArray block;
        for (int i = 0; i < 1000; ++i)
            block += QByteArray::number(i).rightJustified(50, '.') + (i == 500 ? " hit\n" : " miss\n");
        while (buffer.firstLine() == 0) {
            buffer.append(Output, block);
            matches.update();
        }
        Lines expected;
        for (qint64 line = buffer.firstLine(); line < buffer.endLine(); ++line) {
            if (buffer.line(line).endsWith(" hit"))
                expected.push_back(line);
        }
        QVERIFY(expected.size() > 50);
        QCOMPARE(wait(matches), expected);

        buffer.clear();
        buffer.append(Output, "hit\n");
        matches.update();
        QCOMPARE(wait(matches), Lines{0});
    }

    void goesRound()
    {
        LogBuffer buffer;
        buffer.append(Output, "-\nx\n-\nx\n-\n");
        LogMatches matches(&buffer);
        QCOMPARE(LogMatches::next(matches.lines(), 0, true), -1);
        matches.setPattern({QStringLiteral("x"), false, false, false});
        QCOMPARE(wait(matches), (Lines{1, 3}));
        QCOMPARE(LogMatches::next(matches.lines(), 0, true), 1);
        QCOMPARE(LogMatches::next(matches.lines(), 1, true), 3);
        QCOMPARE(LogMatches::next(matches.lines(), 3, true), 1);
        QCOMPARE(LogMatches::next(matches.lines(), 3, false), 1);
        QCOMPARE(LogMatches::next(matches.lines(), 1, false), 3);
        QCOMPARE(LogMatches::next(matches.lines(), 4, false), 3);
        QCOMPARE(matches.countBefore(3), 1);
        QCOMPARE(matches.countBefore(4), 2);
    }

    void anotherPatternForgetsTheOneBefore()
    {
        LogBuffer buffer;
        for (int i = 0; i < 200'000; ++i)
            buffer.append(Output, "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu\n");
        LogMatches matches(&buffer);
        matches.setPattern({QStringLiteral("beta"), false, false, false});
        matches.setPattern({QStringLiteral("none"), false, false, false});
        QCOMPARE(wait(matches), Lines());
        matches.setPattern({QStringLiteral("mu"), false, false, false});
        QCOMPARE(wait(matches).size(), 200'000);
    }

    void placesInALine()
    {
        using Places = QList<LogPattern::Place>;
        const LogPattern plain{QStringLiteral("aa"), false, false, false};
        QCOMPARE(LogPattern::places(plain.compiled(), QStringLiteral("aAa.aa"), 9), (Places{{0, 2}, {4, 2}}));
        QCOMPARE(LogPattern::places(plain.compiled(), QStringLiteral("aAa.aa"), 1), (Places{{0, 2}}));
        const LogPattern empty{QStringLiteral("x*"), false, false, true};
        QCOMPARE(LogPattern::places(empty.compiled(), QStringLiteral("axx"), 9), (Places{{1, 2}}));
    }
};

QTEST_GUILESS_MAIN(TestLogMatches)
#include "tst_logmatches.moc"
