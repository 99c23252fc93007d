// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/logbuffer.h"
#include "smalldisk.h"

#include <QDateTime>
#include <QTest>
#include <QTimeZone>

#include <algorithm>

using namespace Gantry;

namespace {

QStringList lines(const LogBuffer &buffer)
{
    QStringList list;
    for (qint64 i = buffer.firstLine(); i < buffer.endLine(); ++i) {
        const QChar sign = buffer.kind(i) == LogBuffer::Kind::Output ? u'o'
            : buffer.kind(i) == LogBuffer::Kind::Error               ? u'e'
                                                                     : u'n';
        list << sign + u' ' + QString::fromUtf8(buffer.line(i));
    }
    return list;
}

constexpr auto Output = LogStream::Channel::Output;
constexpr auto Error = LogStream::Channel::Error;

} // namespace

class TestLogBuffer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void notesAreNoLinesOfTheContainer()
    {
        constexpr qint64 limit = 2 * LogBuffer::ChunkBytes;
        LogBuffer buffer(LogBuffer::Limits{limit, 0});
        buffer.append(LogStream::Channel::Output, "a\nb");
        buffer.appendNote(QStringLiteral("ended"));
        buffer.append(LogStream::Channel::Output, "c\n");
        QCOMPARE(buffer.endLine(), 4);
        QCOMPARE(buffer.notes(), 1);
        // Those that were dropped are none of the kept ones.
        while (buffer.firstLine() == 0)
            buffer.append(LogStream::Channel::Output, QByteArray(LogBuffer::LongestLine - 1, 'x') + '\n');
        QCOMPARE(buffer.notes(), 0);
        buffer.appendNote(QStringLiteral("ended"));
        buffer.clear();
        QCOMPARE(buffer.notes(), 0);
    }

    void joinsLinesThatWereCutAnywhere()
    {
        const QByteArray text = "first\n\nthird \xc3\xa9\r\nlast\n";
        for (qsizetype cut = 0; cut <= text.size(); ++cut) {
            LogBuffer buffer;
            buffer.append(Output, text.first(cut));
            buffer.append(Output, text.sliced(cut));
            QCOMPARE(lines(buffer),
                     QStringList({QStringLiteral("o first"), QStringLiteral("o "), QStringLiteral("o third é"),
                                  QStringLiteral("o last")}));
        }
    }

    void keepsOpenLinesOfBothChannelsApart()
    {
        LogBuffer buffer;
        buffer.append(Output, "out ");
        buffer.append(Error, "err ");
        QCOMPARE(lines(buffer), QStringList({QStringLiteral("o out "), QStringLiteral("e err ")}));
        buffer.append(Error, "ended\nnext");
        QCOMPARE(lines(buffer),
                 QStringList({QStringLiteral("e err ended"), QStringLiteral("o out "), QStringLiteral("e next")}));
        buffer.append(Output, "ended\n");
        QCOMPARE(lines(buffer),
                 QStringList({QStringLiteral("e err ended"), QStringLiteral("o out ended"), QStringLiteral("e next")}));
    }

    void noteEndsOpenLines()
    {
        LogBuffer buffer;
        buffer.append(Output, "half");
        buffer.appendNote(QStringLiteral("container exited\nwith code 1"));
        QCOMPARE(lines(buffer),
                 QStringList({QStringLiteral("o half"), QStringLiteral("n container exited with code 1")}));
    }

    /// Where a time is looked for in a long line, and where the line becomes too long.
    void whatOnlyBeginsLikeATimeIsText()
    {
        const QByteArray time = "2024-01-01T10:00:00Z ";
        for (int pieces = 1; pieces <= 4; ++pieces) {
            QByteArray head;
            for (int i = 0; i < pieces; ++i)
                head += time + QByteArray(LogBuffer::EnginePiece, 'x');
            const QByteArray tail = "2024-01-01 is a day\n" + time + "next\n2024-";
            LogBuffer whole;
            whole.setTimed(true);
            whole.append(Output, head + tail);
            LogBuffer cut;
            cut.setTimed(true);
            cut.append(Output, head);
            for (const char byte : tail)
                cut.append(Output, QByteArrayView(&byte, 1));
            for (LogBuffer *buffer : {&whole, &cut})
                buffer->endLines();
            QCOMPARE(lines(cut), lines(whole));
            QVERIFY(lines(cut).at(whole.endLine() - 3).endsWith(QStringLiteral("2024-01-01 is a day")));
            QCOMPARE(lines(cut).last(), QStringLiteral("o 2024-"));
            for (qint64 i = 0; i < cut.endLine(); ++i)
                QVERIFY(cut.line(i).size() <= LogBuffer::LongestLine);
        }
    }

    void aTimeThatNanosecondsCannotTellIsText()
    {
        LogBuffer buffer;
        buffer.setTimed(true);
        for (const char *year : {"0001", "1677", "2263", "9999"}) {
            buffer.append(Output, QByteArray(year) + "-01-01T00:00:00Z x\n");
            QCOMPARE(buffer.time(buffer.endLine() - 1), 0);
            QVERIFY(buffer.line(buffer.endLine() - 1).startsWith(year));
        }
    }

    void dropsTheOldestBeyondItsLimitAndKeepsNumbers()
    {
        constexpr qint64 Limit = 16 * 1024 * 1024;
        LogBuffer buffer(LogBuffer::Limits{Limit, 0});
        constexpr int Count = 400'000;
        for (int i = 0; i < Count; ++i) {
            buffer.append(Output, QByteArray::number(i).rightJustified(100, '.') + '\n');
            QVERIFY(buffer.size() <= Limit);
        }
        QCOMPARE(buffer.endLine(), Count);
        QVERIFY(buffer.firstLine() > 0);
        QVERIFY(buffer.size() > Limit - 2 * LogBuffer::ChunkBytes);
        for (const qint64 line : {buffer.firstLine(), buffer.firstLine() + 12'345, qint64(Count - 1)}) {
            const QByteArray text = buffer.line(line).toByteArray();
            QCOMPARE(text.mid(text.lastIndexOf('.') + 1).toLongLong(), line);
        }
    }

    void olderLinesGoToTheDiskAndComeBack()
    {
        constexpr qint64 Memory = 4 * LogBuffer::ChunkBytes;
        LogBuffer buffer({Memory, LogBuffer::DefaultDisk});
        constexpr int Count = 200'000;
        for (int i = 0; i < Count; ++i) {
            const auto level = i % 1000 == 0 ? LogLevel::Kind::Error : LogLevel::Kind::None;
            buffer.appendLine(QByteArray::number(i).rightJustified(100, '.'),
                              i % 3 == 0 ? LogBuffer::Kind::Error : LogBuffer::Kind::Output, level, i + 1,
                              quint16(i % 5));
            QVERIFY(buffer.size() <= Memory);
        }
        QCOMPARE(buffer.firstLine(), 0);
        QCOMPARE(buffer.endLine(), Count);
        QVERIFY(buffer.spilled() > (Count * 100LL) - Memory);
        QVERIFY(buffer.problem().isEmpty());
        QCOMPARE(buffer.errorLines().size(), size_t(Count / 1000));
        const auto numberOf
            = [](QByteArrayView line) { return line.toByteArray().mid(line.lastIndexOf('.') + 1).toLongLong(); };
        for (qint64 line = 0; line < Count; line += 3'331) { // chunks that follow each other, and back
            for (const qint64 each : {line, Count - 1 - line}) {
                QCOMPARE(numberOf(buffer.line(each)), each);
                QCOMPARE(buffer.time(each), each + 1);
                QCOMPARE(int(buffer.kind(each)), int(each % 3 == 0 ? LogBuffer::Kind::Error : LogBuffer::Kind::Output));
                QCOMPARE(buffer.level(each) == LogLevel::Kind::Error, each % 1000 == 0);
                QCOMPARE(int(buffer.source(each)), int(each % 5));
            }
        }
        const std::vector<quint16> sources = buffer.sources(77'777, 50'000);
        QCOMPARE(sources.size(), size_t(50'000));
        QCOMPARE(int(sources.front()), 77'777 % 5);
        QCOMPARE(int(sources.back()), (77'777 + 49'999) % 5);
        QCOMPARE(buffer.linesOf(1), Count / 5);
        // All of it, as who searches and saves reads it.
        qint64 number = 12'345;
        const QList<LogBlock> blocks = buffer.blocksFrom(number);
        for (const LogBlock &block : blocks) {
            const auto chunk = block.chunk();
            QVERIFY(chunk);
            QCOMPARE(block.firstLine(), number);
            for (qsizetype i = block.skipped(); i < chunk->lines(); ++i)
                QCOMPARE(numberOf(chunk->line(i)), number++);
        }
        QCOMPARE(number, Count);
        buffer.clear();
        QCOMPARE(buffer.spilled(), 0);
        QCOMPARE(buffer.linesOf(1), 0);
        // Who holds on to a block can read it even so.
        QVERIFY(blocks.first().chunk());
    }

    void aFullDiskIsSaidAndOlderLinesAreDropped_data()
    {
        QTest::addColumn<qint64>("fileLimit");
        QTest::newRow("nothing can be written") << 0LL;
        QTest::newRow("it is full after a while") << 5LL * 1024 * 1024 + 4321;
    }
    void aFullDiskIsSaidAndOlderLinesAreDropped()
    {
        QFETCH(qint64, fileLimit);
        const SmallDisk disk{rlim_t(fileLimit)};
        constexpr qint64 Memory = 4 * LogBuffer::ChunkBytes;
        LogBuffer buffer({Memory, LogBuffer::DefaultDisk});
        constexpr int Count = 200'000;
        for (int i = 0; i < Count; ++i) {
            buffer.append(Output, QByteArray::number(i).rightJustified(100, '.') + '\n');
            QVERIFY(buffer.size() <= Memory);
        }
        QVERIFY(!buffer.problem().isEmpty());
        QCOMPARE(buffer.endLine(), Count);
        // What there is room for is kept, the newest of it.
        const qint64 kept = (Count - buffer.firstLine()) * 113; // with its index
        QVERIFY2(kept > fileLimit + Memory / 2 - 2 * LogBuffer::ChunkBytes, qPrintable(QString::number(kept)));
        for (qint64 line = buffer.firstLine(); line < Count; line += 997)
            QVERIFY(buffer.line(line).endsWith('.' + QByteArray::number(line)));
    }

    void theDiskHasItsLimit()
    {
        constexpr qint64 Memory = 4 * LogBuffer::ChunkBytes;
        constexpr qint64 Disk = 6 * LogBuffer::ChunkBytes;
        LogBuffer buffer({Memory, Disk});
        for (int i = 0; i < 300'000; ++i)
            buffer.append(Output, QByteArray::number(i).rightJustified(100, '.') + '\n');
        QVERIFY(buffer.firstLine() > 0);
        QVERIFY(buffer.spilled() <= Disk);
        QVERIFY(buffer.spilled() > Disk - 3 * LogBuffer::ChunkBytes);
        QVERIFY(buffer.problem().isEmpty());
        for (qint64 line = buffer.firstLine(); line < buffer.endLine(); line += 997)
            QVERIFY(buffer.line(line).endsWith('.' + QByteArray::number(line)));
    }

    void whatWasTakenIsForgotten()
    {
        LogBuffer buffer;
        buffer.append(Output, "a\nb\n");
        buffer.appendNote(QStringLiteral("n"));
        buffer.dropBefore(2);
        QCOMPARE(buffer.firstLine(), 0); // it gives nothing back
        buffer.append(Output, "open");
        buffer.dropBefore(3);
        QCOMPARE(buffer.firstLine(), 3);
        QCOMPARE(buffer.notes(), 0);
        QCOMPARE(lines(buffer), QStringList(QStringLiteral("o open")));
        buffer.append(Output, " end\nnext\n");
        QCOMPARE(lines(buffer), QStringList({QStringLiteral("o open end"), QStringLiteral("o next")}));
        for (int i = 0; i < 10; ++i) {
            for (int line = 0; line < 20'000; ++line)
                buffer.append(Output, QByteArray(99, 'x') + '\n');
            buffer.dropBefore(buffer.endedLine() - 5);
            QVERIFY(buffer.size() <= 2 * LogBuffer::ChunkBytes);
        }
        QCOMPARE(buffer.endLine(), 5 + 200'000);
    }

    void countsEmptyLinesAgainstTheLimit()
    {
        constexpr qint64 Limit = 8 * 1024 * 1024;
        LogBuffer buffer(LogBuffer::Limits{Limit, 0});
        const QByteArray emptyLines(1'000'000, '\n');
        for (int i = 0; i < 8; ++i)
            buffer.append(Output, emptyLines);
        QCOMPARE(buffer.endLine(), 8'000'000);
        QVERIFY(buffer.size() <= Limit);
        QVERIFY(buffer.line(buffer.firstLine()).isEmpty());
    }

    void clears()
    {
        LogBuffer buffer;
        buffer.append(Output, "a\nb");
        buffer.clear();
        QVERIFY(buffer.isEmpty());
        QCOMPARE(buffer.size(), 0);
        buffer.append(Output, "c\n");
        QCOMPARE(lines(buffer), QStringList({QStringLiteral("o c")}));
    }

    void timesAreNumbersAndNoText()
    {
        const QByteArray text = "2024-02-29T23:59:59.000000001Z first\n1970-01-01T01:00:00+01:00 \n"
                                "no time at all\n2024-02-29T23:59:5\n2038-01-19T03:14:08.5-00:30 last\r\n";
        for (qsizetype cut = 0; cut <= text.size(); ++cut) {
            LogBuffer buffer;
            buffer.setTimed(true);
            buffer.append(Output, text.first(cut));
            buffer.append(Output, text.sliced(cut));
            QCOMPARE(lines(buffer),
                     QStringList({QStringLiteral("o first"), QStringLiteral("o "), QStringLiteral("o no time at all"),
                                  QStringLiteral("o 2024-02-29T23:59:5"), QStringLiteral("o last")}));
            QCOMPARE(buffer.time(0), 1'709'251'199'000'000'001);
            QCOMPARE(buffer.time(1), 0);
            QCOMPARE(buffer.time(2), 0);
            QCOMPARE(buffer.time(4), 2'147'485'448'500'000'000);
        }
    }

    void aBoundaryStandsBeforeTheFirstLineOfItsTime()
    {
        LogBuffer buffer;
        buffer.setTimed(true);
        buffer.setBoundary(10'000'000'000, QStringLiteral("again"));
        buffer.append(Output, "1970-01-01T00:00:09.9Z before\n1970-01-01T00:00:10Z at");
        buffer.append(Error, "1970-01-01T00:00:11Z after\n");
        buffer.append(Output, " it\n");
        QCOMPARE(lines(buffer),
                 QStringList({QStringLiteral("o before"), QStringLiteral("n again"), QStringLiteral("e after"),
                              QStringLiteral("o at it")}));
        QCOMPARE(buffer.noteLines(), std::vector<qint64>{1});
    }

    void aBoundaryNeedsLinesBeforeIt()
    {
        LogBuffer buffer;
        buffer.setTimed(true);
        buffer.setBoundary(10'000'000'000, QStringLiteral("again"));
        buffer.append(Output, "1970-01-01T00:00:11Z a\n1970-01-01T00:00:12Z b\n");
        QCOMPARE(lines(buffer), QStringList({QStringLiteral("o a"), QStringLiteral("o b")}));
        buffer.setBoundary(20'000'000'000, QStringLiteral("again"));
        buffer.clear();
        buffer.append(Output, "1970-01-01T00:00:13Z c\n1970-01-01T00:00:20Z d\n");
        QCOMPARE(lines(buffer), QStringList({QStringLiteral("o c"), QStringLiteral("o d")}));
    }

    void levelsAreKnown()
    {
        LogBuffer buffer;
        buffer.append(Output, "ERROR: a\nINFO b\nWARN c\nplain\n[error] d\nERROR open");
        QCOMPARE(buffer.level(0), LogLevel::Kind::Error);
        QCOMPARE(buffer.level(1), LogLevel::Kind::Info);
        QCOMPARE(buffer.level(3), LogLevel::Kind::None);
        QCOMPARE(buffer.level(5), LogLevel::Kind::None); // it has not ended
        QCOMPARE(buffer.errorLines(), (LineNumbers{0, 4}));
        QCOMPARE(buffer.warningLines(), LineNumbers{2});
        QCOMPARE(buffer.line(4), QByteArrayView("[error] d"));
        buffer.appendNote(QStringLiteral("ERROR of ours"));
        QCOMPARE(buffer.errorLines(), (LineNumbers{0, 4, 5}));
        buffer.clear();
        QVERIFY(buffer.errorLines().empty() && buffer.warningLines().empty());
    }

    void theNumbersOfErrorsAreHeldWithinTheLimit()
    {
        constexpr qint64 Memory = 4 * LogBuffer::ChunkBytes;
        LogBuffer buffer({Memory, LogBuffer::DefaultDisk});
        constexpr qint64 Count = Memory / 4 + 200'000; // whose numbers alone are more than that
        for (qint64 i = 0; i < Count; ++i) {
            buffer.appendLine("E", LogBuffer::Kind::Output,
                              i % 2 == 0 ? LogLevel::Kind::Error : LogLevel::Kind::Warning, i + 1, 0);
            if (buffer.size() > Memory)
                QFAIL(qPrintable(QString::number(buffer.size())));
        }
        QCOMPARE(buffer.endLine(), Count);
        QVERIFY(buffer.firstLine() > 0); // there was room for them on the disk
        const LineNumbers &errors = buffer.errorLines();
        QCOMPARE(qint64(errors.size() + buffer.warningLines().size()), Count - buffer.firstLine());
        QVERIFY(buffer.size() >= errors.bytes() + buffer.warningLines().bytes());
        QCOMPARE(errors.front(), buffer.firstLine() + buffer.firstLine() % 2);
        buffer.clear();
        QCOMPARE(buffer.size(), 0);
    }

    void numbersOfLinesAreKeptInOrder()
    {
        LineNumbers lines;
        std::vector<qint64> expected;
        const auto areEqual = [&] {
            return lines.size() == expected.size() && std::equal(expected.begin(), expected.end(), lines.begin());
        };
        constexpr qint64 step = 2'000'000; // beyond what four bytes can tell
        for (qint64 i = 0; i < 5'000; ++i) {
            lines.push_back(i * step);
            expected.push_back(i * step);
            if (i % 100 == 99 && i >= 1'000) {
                lines.eraseBefore((i - 900) * step);
                expected.erase(expected.begin(), expected.end() - 901);
                QVERIFY(areEqual());
            }
        }
        QCOMPARE(lines.front(), expected.front());
        QCOMPARE(lines.back(), expected.back());
        QCOMPARE(lines[7], expected[7]);
        QCOMPARE(std::lower_bound(lines.begin(), lines.end(), expected[8]) - lines.begin(), std::ptrdiff_t(8));
        lines.pop_back();
        lines.eraseBefore(expected.back() + 1);
        QVERIFY(lines.empty() && lines.bytes() == 0);
        lines.push_back(7);
        QCOMPARE(lines, LineNumbers{7});
    }

    void timesAreThoseOfTheCalendar()
    {
        LogTimestamp timestamp;
        for (QDateTime time(QDate(1969, 12, 31), QTime(23, 59), QTimeZone::utc()); time.date().year() < 2110;
             time = time.addSecs(86'400 * 13 + 3'671)) {
            const QByteArray text = time.toString(Qt::ISODate).toLatin1() + ' ';
            QCOMPARE(timestamp.read(text), text.size());
            QCOMPARE(timestamp.nanoseconds(), time.toSecsSinceEpoch() * 1'000'000'000);
        }
    }

    void theTimesWithinALongLineAreTakenOut()
    {
        // As Docker sends it: in pieces of 16 KiB, the time before each.
        const QByteArray time = "2024-05-01T12:00:00.000000000Z ";
        const QByteArray piece(LogBuffer::EnginePiece, 'x');
        const QByteArray sent = time + piece + time + piece + time + "end\n" + time + "next\n";
        for (const qsizetype cut : {qsizetype(5), piece.size(), time.size() + piece.size(),
                                    time.size() + piece.size() + 7, 2 * (time.size() + piece.size()), sent.size()}) {
            LogBuffer buffer;
            buffer.setTimed(true);
            buffer.append(Output, sent.first(cut));
            buffer.append(Output, sent.sliced(cut));
            QCOMPARE(buffer.endLine(), 2);
            QCOMPARE(buffer.line(0), QByteArrayView(piece + piece + "end"));
            QCOMPARE(buffer.line(1), QByteArrayView("next"));
            QCOMPARE(buffer.time(0), buffer.time(1));
        }
        // A line that another engine does not cut keeps what looks like a time elsewhere.
        LogBuffer buffer;
        buffer.setTimed(true);
        buffer.append(Output, time + piece + piece + "end\n" + time + "at " + time + '\n');
        QCOMPARE(buffer.line(0).size(), 2 * piece.size() + 3);
        QCOMPARE(buffer.line(1), QByteArrayView("at " + time));
    }

    void takesAMillionLines_data()
    {
        QTest::addColumn<bool>("timed");
        QTest::newRow("plain") << false;
        QTest::newRow("with times") << true;
    }
    void takesAMillionLines()
    {
        QFETCH(bool, timed);
        QByteArray block;
        for (int i = 0; i < 1'000; ++i)
            block += QByteArray(timed ? "2024-05-01T12:00:00.123456789Z " : "")
                + "2024-05-01 12:00:00.123 INFO  request_id=9f2c11 GET /v1/products?page=12 200 12.4 ms, 48 items "
                  "from cache\n";
        QBENCHMARK_ONCE
        {
            LogBuffer buffer;
            buffer.setTimed(timed);
            for (int i = 0; i < 1'000; ++i)
                buffer.append(Output, block);
            QCOMPARE(buffer.endLine(), 1'000'000);
        }
    }
};

QTEST_GUILESS_MAIN(TestLogBuffer)
#include "tst_logbuffer.moc"
