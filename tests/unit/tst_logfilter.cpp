// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/logfilter.h"

#include <QRandomGenerator>
#include <QTest>

#include <array>

using namespace Gantry;

namespace {

constexpr auto Output = LogStream::Channel::Output;
constexpr auto Error = LogStream::Channel::Error;

LogFilter::Choice choice(const char *text, bool inverted = false, int context = 0)
{
    return {{QString::fromLatin1(text), false, false, false}, inverted, context};
}

/// The rows as one text, when the filter has come to the end of the log.
QByteArray shown(const LogFilter &filter, const LogBuffer &buffer)
{
    if (!QTest::qWaitFor([&filter] { return !filter.isRunning(); }))
        return "still running";
    QByteArray result;
    for (qint64 row = 0; row < filter.rows(); ++row) {
        result += buffer.line(filter.line(row)).toByteArray();
        if (filter.row(filter.line(row)) != row)
            return "row and line disagree";
    }
    return result;
}

} // namespace

class TestLogFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shows_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<bool>("inverted");
        QTest::addColumn<int>("context");
        QTest::addColumn<QByteArray>("rows");
        QTest::newRow("all") << QString() << false << 0 << QByteArray("abcxdef!ghxij");
        QTest::newRow("all, whatever else is asked") << QString() << true << 3 << QByteArray("abcxdef!ghxij");
        QTest::newRow("some, and the note") << QStringLiteral("x") << false << 0 << QByteArray("x!x");
        QTest::newRow("the others") << QStringLiteral("x") << true << 0 << QByteArray("abcdef!ghij");
        QTest::newRow("with context") << QStringLiteral("x") << false << 1 << QByteArray("cxd!hxi");
        QTest::newRow("contexts that meet") << QStringLiteral("x") << false << 4 << QByteArray("abcxdef!ghxij");
        QTest::newRow("none, but the note") << QStringLiteral("q") << false << 2 << QByteArray("!");
    }
    void shows()
    {
        QFETCH(QString, pattern);
        QFETCH(bool, inverted);
        QFETCH(int, context);
        QFETCH(QByteArray, rows);
        LogBuffer buffer;
        const auto fill = [&buffer](int from, int to) {
            const QByteArray letters("abcxdef!ghxij");
            for (int i = from; i < to; ++i) {
                if (letters[i] == '!')
                    buffer.appendNote(QStringLiteral("!"));
                else
                    buffer.append(Output, letters.sliced(i, 1) + '\n');
            }
        };
        const LogFilter::Choice chosen = choice(pattern.toLatin1(), inverted, context);
        {
            fill(0, 13);
            LogFilter filter(&buffer);
            filter.setChoice(chosen);
            QCOMPARE(shown(filter, buffer), rows);
        }
        // The same when the lines come later, whatever comes together.
        for (int first = 0; first <= 13; ++first) {
            buffer.clear();
            LogFilter filter(&buffer);
            filter.setChoice(chosen);
            for (const auto &[from, to] : {std::pair(0, first), std::pair(first, 13)}) {
                fill(from, to);
                filter.update();
                shown(filter, buffer);
            }
            QCOMPARE(shown(filter, buffer), rows);
        }
    }

    void whatIsWrittenOverIsNeverShown_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<int>("context");
        QTest::addColumn<QByteArray>("rows");
        QTest::newRow("all lines") << QString() << 0 << QByteArray("first,two,done,last");
        QTest::newRow("some") << QStringLiteral("x|o|t") << 0 << QByteArray("first,two,done,last");
        QTest::newRow("with context") << QStringLiteral("two") << 1 << QByteArray("two,done");
    }
    void whatIsWrittenOverIsNeverShown()
    {
        QFETCH(QString, pattern);
        QFETCH(int, context);
        QFETCH(QByteArray, rows);
        LogBuffer buffer;
        LogFilter filter(&buffer);
        filter.setChoice({{pattern, false, false, true}, false, context});
        const auto texts = [&] {
            if (!QTest::qWaitFor([&filter] { return !filter.isRunning(); }))
                return QByteArray("still running");
            QByteArrayList all;
            for (qint64 row = 0; row < filter.rows(); ++row) {
                const QByteArray text = buffer.line(filter.line(row)).toByteArray();
                all << text.sliced(text.lastIndexOf('\r') + 1);
                if (filter.row(filter.line(row)) != row)
                    return QByteArray("row and line disagree");
            }
            return all.join(',');
        };
        // The beginning of the long line is seen until it is written over.
        buffer.append(Output, "first\n" + QByteArray(2 * LogBuffer::LongestLine + 5, 'x'));
        filter.update();
        QVERIFY(texts().startsWith(context ? "" : "first,xxx"));
        buffer.append(Error, "two\n");
        filter.update();
        texts();
        buffer.append(Output, "\rdone\nlast\n");
        filter.update();
        QCOMPARE(texts(), rows);
        QCOMPARE(buffer.coveredLines(), (LineNumbers{1, 2}));
    }

    void stepsToLinesThatAreShown()
    {
        LogBuffer buffer;
        for (int i = 0; i < 100; ++i)
            buffer.append(Output, i % 10 == 0 ? "hit\n" : "other\n");
        LogFilter filter(&buffer);
        const LineNumbers lines{5, 20, 21, 45, 60, 99};
        QCOMPARE(filter.next(lines, 21, true), 45);
        QCOMPARE(filter.next(lines, 99, true), 5);
        QCOMPARE(filter.next(lines, 5, false), 99);
        filter.setChoice(choice("hit"));
        QTRY_COMPARE(filter.rows(), 10);
        QCOMPARE(filter.next(lines, 0, true), 20);
        QCOMPARE(filter.next(lines, 20, true), 60);
        QCOMPARE(filter.next(lines, 60, true), 20); // round
        QCOMPARE(filter.next(lines, 60, false), 20);
        QCOMPARE(filter.next(lines, 20, false), 60);
        QCOMPARE(filter.next(LineNumbers{5, 99}, 50, true), -1);
        QCOMPARE(filter.next(LineNumbers{5, 99}, 50, false), -1);
        QCOMPARE(filter.next({}, 50, true), -1);
    }

    void forgetsWhatWasDropped()
    {
        LogBuffer buffer(LogBuffer::Limits{8 * LogBuffer::ChunkBytes, 0});
        LogFilter filter(&buffer);
        filter.setChoice(choice("hit"));
        const QByteArray lines = QByteArray("hit\n") + QByteArray(LogBuffer::LongestLine - 1, '.') + '\n';
        while (buffer.firstLine() == 0) {
            buffer.append(Output, lines);
            filter.update();
        }
        const QByteArray rows = shown(filter, buffer);
        QCOMPARE(rows.count("hit"), filter.rows());
        QVERIFY(filter.line(0) >= buffer.firstLine());
        QCOMPARE(filter.row(0), 0);
        QCOMPARE(filter.row(buffer.endLine()), filter.rows());
        buffer.clear();
        filter.update();
        QCOMPARE(filter.rows(), 0);
        buffer.append(Output, "one\nhit again\n");
        filter.update();
        QCOMPARE(shown(filter, buffer), "hit again");
    }

    void levelsAndSourcesAreChosenAsWell()
    {
        // Against what each line says for itself.
        QRandomGenerator random(17);
        for (int round = 0; round < 60; ++round) {
            LogBuffer buffer;
            LogFilter filter(&buffer);
            LogFilter::Choice wanted = choice(random.bounded(2) ? "x" : "", random.bounded(2), random.bounded(3));
            wanted.least = std::array{LogLevel::Kind::None, LogLevel::Kind::Warning,
                                      LogLevel::Kind::Error}[size_t(random.bounded(3))];
            for (int i = random.bounded(3); i > 0; --i)
                wanted.hidden.insert(quint16(random.bounded(4)));
            const bool before = random.bounded(2);
            if (before)
                filter.setChoice(wanted);
            for (int i = random.bounded(80); i > 0; --i) {
                const auto kind = random.bounded(8) == 0 ? LogBuffer::Kind::Note : LogBuffer::Kind::Output;
                buffer.appendLine(random.bounded(3) ? "-" : "x", kind, LogLevel::Kind(random.bounded(5)), 0,
                                  quint16(random.bounded(4)));
                if (random.bounded(9) == 0)
                    filter.update();
            }
            filter.update();
            if (!before)
                filter.setChoice(wanted);
            const auto isNote = [&buffer](qint64 line) { return buffer.kind(line) == LogBuffer::Kind::Note; };
            const auto isHidden = [&](qint64 line) { return wanted.hidden.contains(buffer.source(line)); };
            const auto fits = [&](qint64 line) {
                const bool matches = buffer.line(line).contains('x');
                return !isNote(line) && !isHidden(line) && (wanted.pattern.isEmpty() || matches != wanted.inverted)
                    && (wanted.least == LogLevel::Kind::None || buffer.level(line) >= wanted.least);
            };
            std::vector<qint64> expected;
            for (qint64 line = 0; line < buffer.endLine(); ++line) {
                bool isShown = isNote(line);
                for (qint64 near = line - wanted.context; near <= line + wanted.context; ++near)
                    isShown |= near >= 0 && near < buffer.endLine() && fits(near);
                if (isShown && !isHidden(line))
                    expected.push_back(line);
            }
            QTRY_COMPARE(filter.rows(), qint64(expected.size()));
            for (size_t row = 0; row < expected.size(); ++row)
                QCOMPARE(filter.line(qint64(row)), expected[row]);
        }
    }

    void aBrokenExpressionShowsAll()
    {
        LogBuffer buffer;
        buffer.append(Output, "a\nb\n");
        LogFilter filter(&buffer);
        filter.setChoice({{QStringLiteral("("), false, false, true}, false, 0});
        QVERIFY(!filter.problem().isEmpty());
        QCOMPARE(shown(filter, buffer), "ab");
    }
};

QTEST_GUILESS_MAIN(TestLogFilter)
#include "tst_logfilter.moc"
