// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/logbuffer.h"

#include <QTest>

#include <algorithm>

using namespace Gantry;

namespace {

constexpr auto Output = LogStream::Channel::Output;
constexpr auto Error = LogStream::Channel::Error;

} // namespace

/// What a LogBuffer knows of lines that are too long for one, or have no end.
class TestLongLogLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutsEndlessLines()
    {
        LogBuffer buffer;
        const QByteArray piece(10'000, 'x');
        for (int i = 0; i < 100; ++i)
            buffer.append(Output, piece);
        buffer.append(Output, "\n");
        qint64 total = 0;
        for (qint64 i = buffer.firstLine(); i < buffer.endLine(); ++i) {
            QVERIFY(buffer.line(i).size() <= LogBuffer::LongestLine);
            total += buffer.line(i).size();
        }
        QCOMPARE(total, 1'000'000);
        QCOMPARE(buffer.endLine(), 1'000'000 / LogBuffer::LongestLine + 1);
    }

    void aLineThatIsCutIsOneLine()
    {
        LogBuffer buffer;
        constexpr qsizetype size = 3 * LogBuffer::LongestLine + 1;
        buffer.append(Output,
                      "ERROR before\n" + QByteArray(LogBuffer::LongestLine, 'x') + "ERROR within"
                          + QByteArray(size - LogBuffer::LongestLine - 12, 'x'));
        buffer.append(Error, "between\n");
        buffer.append(Output, "\nnext");
        QCOMPARE(buffer.endLine(), 7);
        QCOMPARE(buffer.lines(), 4);
        QCOMPARE(buffer.cutLines(), (LineNumbers{1, 2, 3}));
        QCOMPARE(buffer.end(4), LogBuffer::End::Newline); // the one between
        QCOMPARE(buffer.end(5), LogBuffer::End::Newline);
        QCOMPARE(buffer.end(6), LogBuffer::End::Missing); // it has not ended
        QCOMPARE(buffer.errorLines(), LineNumbers{0}); // not what stands where it was cut
        QCOMPARE(buffer.linesOf(0), 3);
        buffer.endLines();
        QCOMPARE(buffer.end(6), LogBuffer::End::Missing);
        QCOMPARE(buffer.endlessLines(), LineNumbers{6});
        QVERIFY(buffer.coveredLines().empty());
        QCOMPARE(buffer.linesOf(0), 4);
    }

    void aLineThatALifeCutShortIsALine()
    {
        const QByteArray time = "2024-01-01T10:00:00Z ";
        const QByteArray later = "2024-01-01T10:00:09Z ";
        LogBuffer buffer;
        buffer.setTimed(true);
        buffer.append(Output, time + "no end");
        buffer.append(Output, later.first(4), true);
        buffer.append(Output, later.sliced(4) + "next");
        buffer.append(Output, " 2024 goes on\n", true); // of an engine with frames of any size
        QCOMPARE(buffer.endLine(), 2);
        QCOMPARE(buffer.line(0), QByteArrayView("no end"));
        QCOMPARE(buffer.line(1), QByteArrayView("next 2024 goes on"));
        QCOMPARE(buffer.end(0), LogBuffer::End::Missing);
        QCOMPARE(buffer.time(1) - buffer.time(0), 9'000'000'000);
        // Where the engine itself cuts, the line goes on.
        buffer.append(Output, time + QByteArray(LogBuffer::EnginePiece, 'x'));
        buffer.append(Output, time + "end\n", true);
        QCOMPARE(buffer.endLine(), 3);
        QCOMPARE(buffer.line(2).size(), LogBuffer::EnginePiece + 3);
    }

    void whatIsWrittenOverIsNotSeen_data()
    {
        QTest::addColumn<qsizetype>("step");
        for (const qsizetype step : {qsizetype(90'001), qsizetype(LogBuffer::LongestLine), qsizetype(16'384)})
            QTest::addRow("%d characters", int(step)) << step;
    }
    void whatIsWrittenOverIsNotSeen()
    {
        QFETCH(qsizetype, step); // a carriage return also stands where the line is cut
        LogBuffer buffer;
        QByteArray progress = QByteArray(step - 1, 'x') + '\r';
        progress = progress.repeated(200);
        buffer.append(Output, "before\n");
        for (qsizetype at = 0; at < progress.size(); at += 30'000)
            buffer.append(Output, progress.sliced(at, std::min<qsizetype>(30'000, progress.size() - at)));
        buffer.append(Output, "done\nafter\n");
        QCOMPARE(buffer.lines(), 3);
        const qint64 end = buffer.endLine();
        QCOMPARE(qint64(buffer.coveredLines().size()), end - 3);
        for (qint64 line = 1; line < end - 2; ++line)
            QCOMPARE(buffer.coveredLines()[size_t(line - 1)], line);
        QByteArray all;
        for (qint64 line = 1; line < end - 1; ++line)
            all += buffer.rawLine(line).toByteArray();
        QVERIFY(all == progress + "done");
        // An end of its own piece is nothing to be seen.
        buffer.clear();
        buffer.setTimed(true);
        const QByteArray time = "2024-01-01T10:00:00Z ";
        buffer.append(Output, (time + QByteArray(LogBuffer::EnginePiece, 'x')).repeated(4) + time + "\n");
        QCOMPARE(buffer.endLine(), 2);
        QCOMPARE(buffer.lines(), 1);
        QCOMPARE(buffer.coveredLines(), LineNumbers{1});
    }

    void whatIsKnownOfLongLinesStaysAsLongAsThey_data()
    {
        QTest::addColumn<qint64>("disk");
        QTest::newRow("on the disk") << LogBuffer::DefaultDisk;
        QTest::newRow("dropped") << 0LL;
    }
    void whatIsKnownOfLongLinesStaysAsLongAsThey()
    {
        QFETCH(qint64, disk);
        LogBuffer buffer(LogBuffer::Limits{4 * LogBuffer::ChunkBytes, disk});
        constexpr int rounds = 200;
        for (int i = 0; i < rounds; ++i) {
            buffer.append(Output, QByteArray(LogBuffer::LongestLine, 'a') + QByteArray(100, 'b') + '\n');
            buffer.append(Output, QByteArray(LogBuffer::LongestLine, 'c') + "\rd\nshort\n");
            buffer.append(Output, "endless");
            buffer.appendNote(QStringLiteral("note"));
        }
        constexpr qint64 perRound = 7;
        const qint64 first = buffer.firstLine();
        QCOMPARE(first > 0, disk == 0);
        QCOMPARE(buffer.spilled() > 0, disk > 0);
        QCOMPARE(buffer.endLine(), rounds * perRound);
        qint64 lines = 0;
        qint64 covered = 0;
        for (qint64 line = first; line < buffer.endLine(); ++line) {
            const qint64 place = line % perRound;
            const auto expected = place == 0 || place == 2 ? LogBuffer::End::Cut
                : place == 5                               ? LogBuffer::End::Missing
                                                           : LogBuffer::End::Newline;
            QCOMPARE(buffer.end(line), expected);
            QCOMPARE(buffer.line(line).size() == LogBuffer::LongestLine, expected == LogBuffer::End::Cut);
            lines += place == 0 || place == 2 || place == 6 ? 0 : 1;
            covered += place == 2 ? 1 : 0;
        }
        QCOMPARE(buffer.lines(), lines);
        QCOMPARE(buffer.linesOf(0), lines);
        QCOMPARE(buffer.droppedLines(), rounds * 4 - lines);
        QCOMPARE(qint64(buffer.coveredLines().size()), covered);
        buffer.clear();
        QCOMPARE(buffer.lines() + buffer.droppedLines() + buffer.linesOf(0), 0);
        QVERIFY(buffer.cutLines().empty() && buffer.coveredLines().empty() && buffer.endlessLines().empty());
    }
};

QTEST_GUILESS_MAIN(TestLongLogLines)
#include "tst_longloglines.moc"
