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
        if (finished[0][0].toLongLong() != text.count('\n') || finished[0][1].toLongLong() != text.size())
            return "told otherwise";
        return text;
    }

    static LogBuffer someLines()
    {
        LogBuffer buffer;
        buffer.setTimed(true);
        buffer.append(LogStream::Channel::Output, "2024-05-01T10:00:00.250000000Z one\n");
        buffer.append(LogStream::Channel::Error, "2024-05-01T10:00:01.000000000Z \x1b[31mtwo\x1b[0m\r\n");
        buffer.appendNote(u"container exited with code 1"_s);
        buffer.append(LogStream::Channel::Output, "2024-05-01T10:00:02.000000000Z thr\xff");
        return buffer;
    }

private Q_SLOTS:
    void linesAreAsTheyCameWithoutEscapes()
    {
        QCOMPARE(saved(someLines()), "one\ntwo\n--- container exited with code 1 ---\nthr\xff\n");
        QCOMPARE(saved(LogBuffer()), "");
    }

    void timesArePutBeforeThem()
    {
        QCOMPARE(saved(someLines(), {nullptr, Qt::UTC}),
                 "2024-05-01T10:00:00.250Z one\n2024-05-01T10:00:01.000Z two\n--- container exited with code 1 ---\n"
                 "2024-05-01T10:00:02.000Z thr\xff\n");
        qputenv("TZ", "ABC-2"); // needs no data of zones
        tzset();
        QVERIFY(saved(someLines(), {nullptr, Qt::LocalTime}).startsWith("2024-05-01T12:00:00.250+02:00 one\n"));
    }

    void onlyWhatTheFilterShows()
    {
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
