// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/operationlog.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace Gantry;
using namespace Qt::StringLiterals;

class TestOperations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void commandLineIsQuotedForTheShell()
    {
        const Operation operation(u"x"_s, {u"docker"_s, u"rename"_s, u"--"_s, u"it's"_s, u"a b"_s, u""_s, u"$(x)"_s});
        QCOMPARE(operation.commandLine(), u"docker rename -- 'it'\\''s' 'a b' '' '$(x)'"_s);
    }

    void everyWordIsReadBackByAShell()
    {
        const QStringList words{u"printf"_s,
                                u"%s\\0"_s,
                                u"-rf"_s,
                                u"--"_s,
                                u"$(touch x)`id`"_s,
                                u"ends with a line break\n"_s,
                                u"web\n"_s,
                                u"a\nb\tc"_s,
                                u"'\"\\ && rm | x ; # ~ * ? [a] {b,c} !1"_s,
                                u"\x1b[201~\rrm -rf x\x07'\\\x7f\u009b"_s,
                                u"~"_s,
                                u"é \u202e\U0001F600"_s,
                                QString(),
                                u"x="_s};
        const QString line = Operation(u"x"_s, words).commandLine();
        // Whoever pastes it gives it to the terminal first, which obeys control characters.
        for (const QChar c : line)
            QVERIFY2(c.category() != QChar::Other_Control || c == u'\n' || c == u'\t', qPrintable(line));
        QProcess shell;
        shell.start(u"bash"_s, {u"-c"_s, line});
        QVERIFY(shell.waitForFinished());
        QCOMPARE(shell.readAllStandardError(), QByteArray());
        QStringList read = QString::fromUtf8(shell.readAllStandardOutput()).split(QChar(u'\0'));
        QVERIFY(read.takeLast().isEmpty());
        QCOMPARE(read, words.mid(2));
    }

    void shortLinesLeaveTheEngineOut()
    {
        const auto shortLine = [](const QStringList &command) { return Operation(u"x"_s, command).shortCommandLine(); };
        QCOMPARE(shortLine({u"docker"_s, u"-H"_s, u"unix:///x"_s, u"stop"_s, u"a b"_s}), u"docker stop 'a b'"_s);
        QCOMPARE(shortLine({u"podman"_s, u"--url"_s, u"unix:///x"_s, u"stop"_s, u"-H"_s}), u"podman stop -H"_s);
        QCOMPARE(shortLine({u"env"_s, u"DOCKER_HOST=unix:///x"_s, u"docker-compose"_s, u"up"_s}),
                 u"docker-compose up"_s);
        QCOMPARE(shortLine({u"docker"_s, u"stop"_s, u"web"_s}), u"docker stop web"_s);
        QCOMPARE(shortLine({}), QString());
        Operation two(u"x"_s, {u"docker"_s, u"-H"_s, u"y"_s, u"rm"_s, u"web"_s});
        two.addCommand({u"docker"_s, u"-H"_s, u"y"_s, u"volume"_s, u"rm"_s, u"data"_s});
        QCOMPARE(two.shortCommandLine(), u"docker rm web && docker volume rm data"_s);
        QVERIFY(two.commandLine().startsWith(u"docker -H y rm"_s));
    }

    void endsOnce()
    {
        Operation operation(u"x"_s, {});
        QSignalSpy finished(&operation, &Operation::finished);
        operation.fail(u"no"_s);
        operation.succeed();
        operation.setCancelled();
        operation.setProgress(50, u"late"_s);
        QCOMPARE(finished.count(), 1);
        QCOMPARE(operation.state(), Operation::State::Failed);
        QCOMPARE(operation.error(), u"no"_s);
        QCOMPARE(operation.percent(), -1);
        QVERIFY(!operation.canCancel());
    }

    void failuresComeInParts()
    {
        Operation operation(u"Stop web"_s, {});
        operation.fail({{}, u"“no <b>”"_s, u"Try later."_s});
        QCOMPARE(operation.failure().fact, u"Stop web failed."_s);
        QCOMPARE(operation.failure().words, u"“no <b>”"_s);
        QCOMPARE(operation.error(), u"Stop web failed.\n“no <b>”\nTry later."_s);
    }

    void cancelAsksOnceAndMayEndAtOnce()
    {
        Operation operation(u"x"_s, {});
        QVERIFY(!operation.canCancel());
        operation.cancel();
        QCOMPARE(operation.state(), Operation::State::Running);
        int asked = 0;
        operation.setCanceller([&] {
            ++asked;
            operation.setCancelled();
        });
        operation.cancel();
        operation.cancel();
        QCOMPARE(asked, 1);
        QCOMPARE(operation.state(), Operation::State::Cancelled);
    }

    void retryOnlyAfterTheEnd()
    {
        Operation operation(u"x"_s, {});
        int retried = 0;
        operation.setRetry([&] { ++retried; });
        operation.retry();
        QCOMPARE(retried, 0);
        operation.succeed();
        QVERIFY(operation.canRetry());
        operation.retry();
        QCOMPARE(retried, 1);
    }

    void outputIsBounded()
    {
        Operation operation(u"x"_s, {});
        for (int i = 0; i < 300; ++i)
            operation.appendOutput(QString(10'000, QChar(u'a' + i % 26)));
        QVERIFY(operation.output().size() <= 1024 * 1024 * 5 / 4);
        QVERIFY(operation.output().size() >= 1024 * 1024);
        QVERIFY(operation.output().endsWith(QString(10'000, QChar(u'a' + 299 % 26))));
    }

    void logTellsWhoIsBusy()
    {
        OperationLog log;
        QSignalSpy busy(&log, &OperationLog::busyChanged);
        QSignalSpy finished(&log, &OperationLog::finished);
        Operation *one = log.begin(u"Stop web"_s, {u"docker"_s}, {u"a"_s, u"b"_s});
        QCOMPARE(busy.count(), 1);
        QVERIFY(log.isBusy(u"a"_s));
        QVERIFY(!log.isBusy(u"c"_s));
        QCOMPARE(log.running(), QList<Operation *>{one});
        one->succeed();
        QCOMPARE(busy.count(), 2);
        QCOMPARE(busy[1][0].toStringList(), QStringList({u"a"_s, u"b"_s}));
        QCOMPARE(finished.count(), 1);
        QVERIFY(!log.isBusy(u"a"_s));
    }

    void whatWaitsForAnAnswerKeepsNothingBusy()
    {
        OperationLog log;
        Operation *up = log.begin(u"Up"_s, {u"docker"_s, u"compose"_s, u"up"_s}, {u"a"_s});
        QSignalSpy busy(&log, &OperationLog::busyChanged);
        QVERIFY(log.isBusy(u"a"_s));
        up->setAsking(true);
        QVERIFY(!log.isBusy(u"a"_s));
        QCOMPARE(log.running().size(), 1);
        QCOMPARE(busy.count(), 1);
        up->setAsking(false);
        QVERIFY(log.isBusy(u"a"_s));
        QCOMPARE(busy.count(), 2);
        up->succeed();
    }

    void logForgetsOldEndedOnesOnly()
    {
        OperationLog log;
        QSignalSpy removed(&log, &OperationLog::aboutToRemove);
        Operation *running = log.begin(u"runs"_s, {});
        for (int i = 0; i < 600; ++i)
            log.begin(QString::number(i), {})->succeed();
        // The newest was still running when the surplus was counted.
        QCOMPARE(log.operations().size(), 500);
        QCOMPARE(log.operations().first(), running);
        QCOMPARE(log.operations().last()->title(), u"599"_s);
        QCOMPARE(removed.count(), 101);
        log.clearEnded();
        QCOMPARE(log.operations(), QList<Operation *>{running});
    }
};

QTEST_GUILESS_MAIN(TestOperations)
#include "tst_operations.moc"
