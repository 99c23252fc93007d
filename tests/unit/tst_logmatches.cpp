// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ansitext.h"
#include "engine/logmatches.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <QThreadPool>

#include <algorithm>
#include <memory>

using namespace Gantry;

namespace {

constexpr auto Output = LogStream::Channel::Output;

LineNumbers wait(const LogMatches &matches)
{
    constexpr int patience = 30'000; // under ThreadSanitizer
    return QTest::qWaitFor([&matches] { return !matches.isRunning(); }, patience) ? matches.lines() : LineNumbers{-1};
}

using Lines = LineNumbers;

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
        Lines expected;
        for (const int line : lines)
            expected.push_back(line);
        QCOMPARE(wait(matches), expected);
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
        LogBuffer buffer(LogBuffer::Limits{8 * LogBuffer::ChunkBytes, 0});
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

    void theBytesFindWhatTheTextHolds()
    {
        // Whatever is looked for: as if each line's text were looked through by itself.
        QRandomGenerator random(3);
        const QByteArrayList words{"error",
                                   "Error",
                                   "time",
                                   "out",
                                   "k",
                                   "s",
                                   "\xe2\x84\xaa",
                                   "\xc5\xbf",
                                   "\x1b[31m",
                                   "\x1b[0m",
                                   "\b",
                                   "\t",
                                   "ab+c",
                                   "10",
                                   "(503)",
                                   "\r",
                                   "gr\xc3\xb6\xc3\x9f"
                                   "e"};
        const QStringList patterns{
            QStringLiteral("error"),       QStringLiteral("timeout"),       QStringLiteral("Ks"),
            QStringLiteral("orti"),        QStringLiteral("(503)"),         QStringLiteral("ab+c"),
            QStringLiteral("err.*out"),    QStringLiteral("\\(5[0-9]+\\)"), QStringLiteral("er{2}or"),
            QStringLiteral("time(out)?s"), QStringLiteral("[]x]rror"),      QStringLiteral("[\\]e]rr"),
            QStringLiteral("gr\u00f6"),    QStringLiteral("out|10"),        QStringLiteral("(?i)ERROR"),
            QStringLiteral("\\berror\\b"), QStringLiteral("^time"),         QStringLiteral("out$"),
            QStringLiteral("x*"),          QStringLiteral("o\\x75t")};
        LogBuffer buffer;
        for (int i = 0; i < 3000; ++i) {
            QByteArray line;
            for (int count = random.bounded(6); count > 0; --count)
                line += words[random.bounded(int(words.size()))] + (random.bounded(2) ? " " : "");
            buffer.append(Output, line + (random.bounded(5) == 0 ? "\r\n" : "\n"));
        }
        for (const QString &text : patterns) {
            for (int options = 0; options < 8; ++options) {
                const LogPattern pattern{text, bool(options & 1), bool(options & 2), bool(options & 4)};
                const QRegularExpression compiled = pattern.compiled();
                if (!compiled.isValid())
                    continue;
                Lines expected;
                qint64 count = 0;
                for (qint64 line = 0; line < buffer.endLine(); ++line) {
                    const QByteArrayView bytes = buffer.line(line);
                    const QString shown
                        = AnsiText::isPlain(bytes) ? QString::fromUtf8(bytes) : AnsiText::parse(bytes).text;
                    if (!compiled.match(shown).hasMatch())
                        continue;
                    expected.push_back(line);
                    count += std::max<qint64>(1, LogPattern::places(compiled, shown, 1000).size());
                }
                LogMatches matches(&buffer, LogMatches::Count::All);
                matches.setPattern(pattern);
                const Lines found = wait(matches);
                if (found != expected)
                    qWarning("%s, options %d: %zu instead of %zu", qPrintable(text), options, found.size(),
                             expected.size());
                QVERIFY(found == expected);
                QVERIFY2(matches.count() == count,
                         qPrintable(QStringLiteral("%1, options %2: %3 matches instead of %4")
                                        .arg(text)
                                        .arg(options)
                                        .arg(matches.count())
                                        .arg(count)));
                matches.setPattern({});
                LogMatches ofLines(&buffer);
                ofLines.setPattern(pattern);
                QVERIFY(wait(ofLines) == expected);
                QCOMPARE(ofLines.count(), qint64(expected.size()));
            }
        }
    }

    void whatLiesOnTheDiskIsFound()
    {
        LogBuffer buffer({4 * LogBuffer::ChunkBytes, LogBuffer::DefaultDisk});
        Lines expected;
        for (int i = 0; i < 150'000; ++i) {
            const bool hit = i % 777 == 0;
            buffer.append(Output, QByteArray(90, '.') + (hit ? " hit me\n" : " miss me\n"));
            if (hit)
                expected.push_back(i);
        }
        QVERIFY(buffer.spilled() > 0);
        LogMatches matches(&buffer);
        matches.setPattern({QStringLiteral("HIT"), false, false, false});
        QCOMPARE(wait(matches), expected);
        matches.setPattern({QStringLiteral("h.t m[ea]$"), false, false, true});
        QCOMPARE(wait(matches), expected);
    }

    void countsThoseBeforeALine()
    {
        LogBuffer buffer;
        buffer.append(Output, "-\nx\n-\nx\n-\n");
        LogMatches matches(&buffer);
        matches.setPattern({QStringLiteral("x"), false, false, false});
        QCOMPARE(wait(matches), (Lines{1, 3}));
        QCOMPARE(matches.countBefore(3), 1);
        QCOMPARE(matches.countBefore(4), 2);
    }

    void countsAllOfThem()
    {
        LogBuffer buffer(LogBuffer::Limits{8 * LogBuffer::ChunkBytes, 0});
        LogMatches matches(&buffer, LogMatches::Count::All);
        matches.setPattern({QStringLiteral("x"), false, false, false});
        buffer.append(Output, "x\nXx\n-\nx-xxx\n");
        buffer.appendNote(QStringLiteral("xx"));
        matches.update();
        QCOMPARE(wait(matches), (Lines{0, 1, 3}));
        QCOMPARE(matches.count(), 7);
        QCOMPARE(matches.countBefore(1), 1);
        QCOMPARE(matches.countBefore(2), 3);
        QCOMPARE(matches.countBefore(9), 7);
        // Those of lines that are left out no longer count.
        QByteArray block;
        for (int i = 0; i < 1000; ++i)
            block += QByteArray(60, '.') + (i % 2 ? "xx\n" : "\n");
        while (buffer.firstLine() == 0) {
            buffer.append(Output, block);
            matches.update();
        }
        const Lines found = wait(matches);
        QVERIFY(found.front() >= buffer.firstLine());
        QCOMPARE(matches.count(), 2 * qint64(found.size()));
        QCOMPARE(matches.countBefore(found[10]), 20);
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

    void aLogIsClosedWhileItIsSearched()
    {
        // What is under way ends by itself, with the lines that it looks at, and tells nobody.
        for (ulong round = 0; round < 20; ++round) {
            auto buffer = std::make_unique<LogBuffer>();
            for (int i = 0; i < 4'000; ++i)
                buffer->append(Output, QByteArray(1'000, 'a') + "\x1b[1mb\n");
            auto matches = std::make_unique<LogMatches>(buffer.get());
            matches->setPattern({QStringLiteral("a[a-z]*[xz]$"), false, false, true});
            QVERIFY(matches->isRunning());
            QThread::msleep(round);
            matches.reset();
            buffer.reset();
            QCoreApplication::processEvents();
        }
        QVERIFY(QThreadPool::globalInstance()->waitForDone());
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
