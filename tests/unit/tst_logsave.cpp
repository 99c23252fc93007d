// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/logfilter.h"
#include "engine/logsave.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Gantry;
using namespace Qt::StringLiterals;

class TestLogSave : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    qint64 m_lines = 0; ///< that were saved last, as it was told

    QString path() const { return m_folder.filePath(u"out.log"_s); }

    /// What the file holds; empty with a failed test when it was not written.
    QByteArray saved(const LogBuffer &buffer, const LogSave::Options &options = {})
    {
        QFile::remove(path());
        LogSave save(buffer, options, path());
        QSignalSpy finished(&save, &LogSave::finished);
        save.start();
        if (!QTest::qWaitFor([&] { return !finished.isEmpty(); }))
            return {};
        QFile file(path());
        if (!file.open(QIODevice::ReadOnly))
            return {};
        QByteArray text = file.readAll();
        m_lines = finished[0][0].toLongLong();
        if (finished[0][1].toLongLong() != text.size())
            return "told otherwise";
        return text;
    }

    static LogBuffer someLines()
    {
        LogBuffer buffer;
        buffer.setTimed(true);
        buffer.append(LogStream::Channel::Output, "2024-05-01T10:00:00.250000001Z one\n");
        buffer.append(LogStream::Channel::Error, "2024-05-01T10:00:01.000000000Z \x1b[31mtwo\x1b[0m\r\n");
        buffer.appendNote(u"container exited with code 1"_s);
        buffer.append(LogStream::Channel::Output, "2024-05-01T10:00:02.000000000Z thr\xff");
        return buffer;
    }

private Q_SLOTS:
    void allLinesAreByteForByteAsTheyCame()
    {
        QCOMPARE(saved(someLines()), "one\n\x1b[31mtwo\x1b[0m\r\nthr\xff");
        QCOMPARE(m_lines, 3);
        QCOMPARE(saved(LogBuffer()), "");
    }

    void aLongLineStaysOne_data()
    {
        QTest::addColumn<qint64>("memory");
        QTest::newRow("in memory") << LogBuffer::DefaultMemory;
        QTest::newRow("on the disk") << 4 * qint64(LogBuffer::ChunkBytes);
    }
    void aLongLineStaysOne()
    {
        QFETCH(qint64, memory);
        QByteArray output = QByteArray(10'000'000, 'o') + '\n';
        for (int i = 0; i < 200; ++i)
            output += QByteArray(90'000, char('a' + i % 26)) + '\r';
        output += "done\n\x1b[1mbold\x1b[m\tand\bnot\r\n\nno end";
        LogBuffer buffer(LogBuffer::Limits{memory});
        for (qsizetype at = 0; at < output.size(); at += 50'000)
            buffer.append(LogStream::Channel::Output,
                          output.sliced(at, std::min<qsizetype>(50'000, output.size() - at)));
        QCOMPARE(buffer.spilled() > 0, memory < LogBuffer::DefaultMemory);
        QVERIFY(saved(buffer) == output); // as long as the last line is open
        QCOMPARE(m_lines, 5);
        buffer.endLines();
        buffer.appendNote(u"container exited with code 1"_s);
        QVERIFY(saved(buffer) == output);
        buffer.append(LogStream::Channel::Output, " and again\n");
        QVERIFY(saved(buffer) == output + " and again\n");
        QCOMPARE(m_lines, buffer.lines());
    }

    void whatWasCutIsJoinedBehindItsTimeAndName()
    {
        const QByteArray first(LogBuffer::LongestLine, 'x');
        LogBuffer buffer;
        constexpr qint64 second = 1'000'000'000;
        const auto add = [&buffer](const QByteArray &text, qint64 time, quint16 source, LogBuffer::End end) {
            buffer.appendLine(text, LogBuffer::Kind::Output, LogLevel::Kind::None, time, source, end);
        };
        add(first, second, 0, LogBuffer::End::Cut);
        add("end", second, 0, LogBuffer::End::Newline);
        add(first, second, 0, LogBuffer::End::Cut);
        add("of another", 2 * second, 1, LogBuffer::End::Missing);
        add("end", second, 0, LogBuffer::End::Newline);
        const QByteArray zero = "1970-01-01T00:00:01.000000000Z ";
        QCOMPARE(saved(buffer, {nullptr, Qt::UTC}),
                 zero + first + "end\n" + zero + first + "\n1970-01-01T00:00:02.000000000Z of another\n" + zero
                     + "end\n");
        QCOMPARE(saved(buffer, {nullptr, {}, {u"a"_s, u"web"_s}}),
                 "a   | " + first + "end\na   | " + first + "\nweb | of another\na   | end\n");
    }

    void timesArePutBeforeThem()
    {
        QCOMPARE(saved(someLines(), {nullptr, Qt::UTC}),
                 "2024-05-01T10:00:00.250000001Z one\n2024-05-01T10:00:01.000000000Z \x1b[31mtwo\x1b[0m\r\n"
                 "2024-05-01T10:00:02.000000000Z thr\xff");
        qputenv("TZ", "ABC-2"); // needs no data of zones
        tzset();
        QVERIFY(saved(someLines(), {nullptr, Qt::LocalTime}).startsWith("2024-05-01T12:00:00.250000001+02:00 one\n"));
    }

    void onlyWhatTheFilterShows()
    {
        LogBuffer few = someLines();
        LogFilter one(&few);
        one.setChoice({{u"one"_s}});
        QTRY_COMPARE(one.rows(), 2);
        QCOMPARE(saved(few, {&one, {}}), "one\n--- container exited with code 1 ---\n");
        LogBuffer buffer;
        for (int i = 0; i < 300'000; ++i)
            buffer.append(LogStream::Channel::Output, "line " + QByteArray::number(i) + " of many that are written\n");
        LogFilter filter(&buffer);
        filter.setChoice({{u"line 77[0-9] "_s, false, false, true}, false, 1});
        QTRY_COMPARE(filter.rows(), 12);
        const QByteArray text = saved(buffer, {&filter, {}});
        QVERIFY(text.startsWith("line 769 of many that are written\nline 770 "));
        QVERIFY(text.endsWith("line 780 of many that are written\n"));
        QCOMPARE(text.count('\n'), 12);
        // And what comes later belongs to neither.
        const QByteArray all = saved(buffer);
        QCOMPARE(all.count('\n'), 300'000);
        QVERIFY(all.endsWith("line 299999 of many that are written\n"));
    }

    void whatFailsIsSaidAndLeavesNothing()
    {
        LogSave nowhere(someLines(), {}, u"/nowhere/at/all/out.log"_s);
        QSignalSpy failed(&nowhere, &LogSave::failed);
        nowhere.start();
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY2(failed[0][0].toString().startsWith(u"“/nowhere/at/all/out.log” cannot be written. No such file"_s),
                 qPrintable(failed[0][0].toString()));

        QFile::remove(path());
        LogSave cancelled(someLines(), {}, path());
        QSignalSpy said(&cancelled, &LogSave::failed);
        cancelled.cancel();
        cancelled.start();
        QTRY_COMPARE(said.size(), 1);
        QVERIFY(said[0][0].toString().contains(u"was cancelled. No file was left."_s));
        QVERIFY(!QFile::exists(path()));
    }
};

QTEST_GUILESS_MAIN(TestLogSave)
#include "tst_logsave.moc"
