// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/composejob.h"
#include "compose/composerun.h"
#include "faults/rounds.h"
#include "memoryuse.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <csignal>

#include <unistd.h>

using namespace Gantry;
using namespace Qt::StringLiterals;

namespace {

/// A shell stands for Compose: what is tested is how a process is driven.
ComposeInvocation shell(const QString &script)
{
    ComposeInvocation invocation;
    invocation.program = {ComposeProgram::Kind::Standalone, u"/bin/sh"_s, u"2.26.1"_s};
    invocation.arguments = QStringList{u"-c"_s, script};
    invocation.environment = QProcessEnvironment::systemEnvironment();
    invocation.workingDirectory = u"/"_s;
    return invocation;
}

bool isAlive(const QString &pid)
{
    // A killed child of nobody may stay a zombie for a moment.
    QFile stat(u"/proc/%1/stat"_s.arg(pid));
    return stat.open(QIODevice::ReadOnly) && !stat.readAll().contains(") Z ");
}

} // namespace

class TestComposeRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void streamsAndEnds()
    {
        ComposeRun run(shell(u"printf '\\033[32mone\\033[0m\\n'; echo two >&2; pwd; exit 3"_s));
        QString text;
        connect(&run, &ComposeRun::output, this, [&text](const QString &part) { text += part; });
        QSignalSpy finished(&run, &ComposeRun::finished);
        run.start();
        QVERIFY(finished.wait(Tests::patience));
        QCOMPARE(text, u"one\ntwo\n/\n"_s);
        QCOMPARE(run.tail(), text);
        QCOMPARE(run.exitCode(), 3);
        QVERIFY(!run.succeeded());
        QCOMPARE(finished.first().first().value<ComposeRun::End>(), ComposeRun::End::Exited);
    }

    void capturesStandardOutputApart()
    {
        ComposeRun run(shell(u"echo json; echo warning >&2"_s), true);
        QSignalSpy finished(&run, &ComposeRun::finished);
        run.start();
        QVERIFY(finished.wait(Tests::patience));
        QVERIFY(run.succeeded());
        QCOMPARE(run.standardOutput(), QByteArray("json\n"));
        QCOMPARE(run.tail(), u"warning\n"_s);
    }

    void aFloodArrivesInSlices()
    {
        ComposeRun run(shell(u"head -c 3000000 /dev/zero | tr '\\0' x; echo; echo end"_s));
        qsizetype total = 0;
        qsizetype largest = 0;
        connect(&run, &ComposeRun::output, this, [&](const QString &part) {
            total += part.size();
            largest = std::max(largest, part.size());
        });
        QSignalSpy finished(&run, &ComposeRun::finished);
        run.start();
        QVERIFY(finished.wait(Tests::patience));
        QCOMPARE(total, 3000005);
        QVERIFY(largest <= 64 * 1024);
        QVERIFY(run.tail().endsWith(u"end\n"_s));
        QVERIFY(run.tail().size() <= 64 * 1024);
    }

    void aHundredMegabytesAreKeptInPart_data()
    {
        QTest::addColumn<QString>("script");
        QTest::newRow("in lines") << u"yes 'a line of an output that does not end' | head -c 100000000"_s;
        QTest::newRow("in one line") << u"head -c 100000000 /dev/zero | tr '\\0' x"_s;
    }
    void aHundredMegabytesAreKeptInPart()
    {
        QFETCH(const QString, script);
        Operation operation(u"Up shop"_s, {});
        QSignalSpy finished(&operation, &Operation::finished);
        qint64 arrived = 0;
        connect(&operation, &Operation::outputAppended, this,
                [&arrived](const QString &text) { arrived += text.size(); });
        const qint64 before = MemoryUse::resident();
        const LoopWatch watch;
        QElapsedTimer clock;
        clock.start();
        auto *job = new ComposeJob({shell(script + u"; echo; echo end"_s)}, &operation, this);
        job->start();
        QVERIFY(finished.wait(240'000));
        qInfo("%lld ms, longest stall %lld ms, %lld MB more", clock.elapsed(), watch.longestMs(),
              (MemoryUse::resident() - before) / 1'000'000);
        QCOMPARE(arrived, 100'000'005);
        QVERIFY(operation.output().endsWith(u"\nend\n"_s));
        QVERIFY(operation.output().size() <= 1'400'000);
        QVERIFY2(watch.longestMs() < LoopWatch::frozenMs, QByteArray::number(watch.longestMs()));
        QVERIFY2(MemoryUse::grewLess(before, 50'000'000), QByteArray::number(MemoryUse::resident() - before));
    }

    void barsOfProgressAreLines()
    {
        Operation operation(u"Up shop"_s, {});
        QSignalSpy finished(&operation, &Operation::finished);
        const LoopWatch watch;
        auto *job
            = new ComposeJob({shell(u"for i in 1 2 3; do yes ' 42% [====>   ]' | tr '\\n' '\\r' | head -c 90000; "
                                    "done; echo; head -c 10000000 /dev/zero | tr '\\0' x; echo; echo end; exit 1"_s)},
                             &operation, this);
        job->start();
        QVERIFY(finished.wait(Tests::patience));
        QVERIFY(operation.output().endsWith(u"\nend\n"_s));
        QVERIFY(operation.output().size() <= 1'400'000);
        QVERIFY2(operation.error().size() < 100'000, QByteArray::number(operation.error().size()));
        QVERIFY2(watch.longestMs() < LoopWatch::frozenMs, QByteArray::number(watch.longestMs()));
    }

    void aHundredMegabytesAreCapturedInPart()
    {
        ComposeRun run(shell(u"yes 'a line' | head -c 100000000"_s), true);
        QSignalSpy finished(&run, &ComposeRun::finished);
        const qint64 before = MemoryUse::resident();
        const LoopWatch watch;
        run.start();
        QVERIFY(finished.wait(240'000));
        qInfo("%lld MB more", (MemoryUse::resident() - before) / 1'000'000);
        QCOMPARE(run.standardOutput().size(), 16 * 1024 * 1024);
        QVERIFY2(watch.longestMs() < LoopWatch::frozenMs, QByteArray::number(watch.longestMs()));
        QVERIFY2(MemoryUse::grewLess(before, 50'000'000), QByteArray::number(MemoryUse::resident() - before));
    }

    void aKilledProgramIsSaid()
    {
        Operation operation(u"Up shop"_s, {});
        QSignalSpy finished(&operation, &Operation::finished);
        auto *job = new ComposeJob({shell(u"echo begun; kill -KILL $$"_s)}, &operation, this);
        job->start();
        QVERIFY(finished.wait(Tests::patience));
        QCOMPARE(operation.state(), Operation::State::Failed);
        QCOMPARE(operation.error(), u"Up shop failed: docker-compose did not run to its end.\n“begun”"_s);
    }

    void argumentsNeverReachAShell()
    {
        ComposeInvocation invocation = shell({});
        invocation.program.program = u"/bin/echo"_s;
        invocation.arguments = QStringList{u"$(id)"_s, u"; rm x"_s, u"`id`"_s};
        ComposeRun run(invocation);
        QSignalSpy finished(&run, &ComposeRun::finished);
        run.start();
        QVERIFY(finished.wait(Tests::patience));
        QCOMPARE(run.tail(), u"$(id) ; rm x `id`\n"_s);
    }

    void aMissingProgramFailsInWords()
    {
        ComposeInvocation invocation = shell({});
        invocation.program.program = u"/nowhere/docker"_s;
        ComposeRun run(invocation);
        QSignalSpy finished(&run, &ComposeRun::finished);
        run.start();
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(finished.first().first().value<ComposeRun::End>(), ComposeRun::End::FailedToStart);
        QVERIFY(!run.tail().isEmpty());
    }

    void aMissingFolderFailsInWords()
    {
        ComposeRun run({{ComposeProgram::Kind::Standalone, u"true"_s, {}}, {}, {}, u"/nowhere/at/all"_s});
        QSignalSpy finished(&run, &ComposeRun::finished);
        run.start();
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(run.failedToStart());
        QCOMPARE(run.tail(), u"/nowhere/at/all was not found on this machine."_s);
    }

    void cancelInterruptsTheWholeGroup()
    {
        // Like docker's CLI of old, the first process leaves its child running when it is interrupted.
        QTemporaryDir dir;
        const QString cleaned = dir.filePath(u"cleaned"_s);
        ComposeRun run(shell(u"env --default-signal=INT sh -c 'trap \"sleep 0.3; touch %2; exit 0\" INT; echo $$ >%1; "
                             "echo up; while :; do sleep 0.05; done' & trap 'exit 130' INT; wait"_s.arg(
                                 dir.filePath(u"pid"_s), cleaned)));
        QString text;
        connect(&run, &ComposeRun::output, this, [&text](const QString &part) { text += part; });
        QSignalSpy finished(&run, &ComposeRun::finished);
        run.start();
        QTRY_COMPARE(text, u"up\n"_s);
        const QString pid = contents(dir.filePath(u"pid"_s));
        QVERIFY(isAlive(pid));
        run.cancel();
        QVERIFY(finished.wait(Tests::patience));
        QCOMPARE(finished.first().first().value<ComposeRun::End>(), ComposeRun::End::Cancelled);
        QVERIFY(!isAlive(pid));
        QVERIFY2(QFile::exists(cleaned), "the run has ended only when the whole group has");
    }

    void cancelInsistsWhenItIsIgnored()
    {
        ComposeRun run(shell(u"trap '' INT; trap 'echo terminated' TERM; echo up; while :; do sleep 0.05; done"_s));
        run.setGrace(100, 100);
        QString text;
        connect(&run, &ComposeRun::output, this, [&text](const QString &part) { text += part; });
        QSignalSpy finished(&run, &ComposeRun::finished);
        run.start();
        QTRY_COMPARE(text, u"up\n"_s);
        run.cancel();
        QVERIFY(finished.wait(Tests::patience));
        QCOMPARE(finished.first().first().value<ComposeRun::End>(), ComposeRun::End::Cancelled);
        QVERIFY2(text.endsWith(u"terminated\n"_s), qPrintable(text));
    }

    void deletingARunEndsItsGroup()
    {
        QTemporaryDir dir;
        auto run = std::make_unique<ComposeRun>(shell(u"echo $$ >%1; mv %1 %2; while :; do sleep 0.05; done"_s.arg(
            dir.filePath(u"part"_s), dir.filePath(u"pid"_s))));
        run->start();
        QTRY_VERIFY(QFile::exists(dir.filePath(u"pid"_s)));
        const QString pid = contents(dir.filePath(u"pid"_s));
        QVERIFY(isAlive(pid));
        run.reset();
        QTRY_VERIFY(!isAlive(pid));
    }

    void deletingARunEndsAGroupThatHearsNothing()
    {
        QTemporaryDir dir;
        auto run = std::make_unique<ComposeRun>(
            shell(u"trap '' INT TERM; echo $$ >%1; mv %1 %2; while :; do sleep 0.05; done"_s.arg(
                dir.filePath(u"part"_s), dir.filePath(u"pid"_s))));
        run->setGrace(100, 100);
        run->start();
        QTRY_VERIFY(QFile::exists(dir.filePath(u"pid"_s)));
        const QString pid = contents(dir.filePath(u"pid"_s));
        run.reset();
        QTRY_VERIFY(!isAlive(pid));
    }

    void aGroupThatHearsNothingDoesNotOutliveTheProgram_data()
    {
        QTest::addColumn<QString>("script");
        QTest::newRow("the first process")
            << u"trap '' INT TERM; echo $$ >%1; mv %1 %2; while :; do sleep 0.05; done"_s;
        QTest::newRow("one that the first one left behind")
            << u"sh -c 'trap \"\" INT TERM; echo $$ >%1; mv %1 %2; while :; do sleep 0.05; done' & wait"_s;
    }
    void aGroupThatHearsNothingDoesNotOutliveTheProgram()
    {
        QFETCH(const QString, script);
        QTemporaryDir dir;
        auto run
            = std::make_unique<ComposeRun>(shell(script.arg(dir.filePath(u"part"_s), dir.filePath(u"pid"_s))), true);
        run->setGrace(100, 100);
        run->start();
        QTRY_VERIFY(QFile::exists(dir.filePath(u"pid"_s)));
        const QString pid = contents(dir.filePath(u"pid"_s));
        QVERIFY(isAlive(pid));
        run.reset();
        // As after the end of the program, no event loop runs.
        const QDeadlineTimer deadline(Tests::patience);
        while (isAlive(pid) && !deadline.hasExpired())
            QThread::msleep(10);
        QVERIFY(!isAlive(pid));
    }

    void deletingARunLetsItEndWell()
    {
        QTemporaryDir dir;
        const QString cleaned = dir.filePath(u"cleaned"_s);
        auto run = std::make_unique<ComposeRun>(
            shell(u"trap 'sleep 1; touch %1; exit' TERM; touch %2; while :; do sleep 0.05; done"_s.arg(
                cleaned, dir.filePath(u"up"_s))));
        run->start();
        QTRY_VERIFY(QFile::exists(dir.filePath(u"up"_s)));
        run.reset();
        QTRY_VERIFY(QFile::exists(cleaned));
    }

    void deletingARunThatJustStartsEndsItsGroup()
    {
        const auto children = [] { return contents(u"/proc/self/task/%1/children"_s.arg(::getpid())).simplified(); };
        QTRY_COMPARE(children(), QString());
        auto run = std::make_unique<ComposeRun>(shell(u"exec sleep 600"_s), true);
        run->start();
        QVERIFY(!children().isEmpty());
        run.reset();
        QTRY_COMPARE(children(), QString());
    }

    void aJobReportsToItsOperation()
    {
        Operation operation(u"Up shop"_s, {});
        QStringList phases;
        connect(&operation, &Operation::changed, this, [&] {
            if (!operation.phase().isEmpty() && !phases.contains(operation.phase()))
                phases.append(operation.phase());
        });
        QSignalSpy finished(&operation, &Operation::finished);
        auto *job = new ComposeJob({shell(u"echo ' Container shop-db-1  Starting'"_s),
                                    shell(u"printf ' Container shop-api'; sleep 0.2; echo '-1  Starting'"_s)},
                                   &operation, this);
        job->start();
        QVERIFY(finished.wait(Tests::patience));
        QCOMPARE(operation.state(), Operation::State::Succeeded);
        QCOMPARE(phases, QStringList({u"Starting shop-db-1"_s, u"Starting shop-api-1"_s}));
        QCOMPARE(operation.output(), u" Container shop-db-1  Starting\n Container shop-api-1  Starting\n"_s);
    }

    void aJobStopsAtTheFirstFailureAndSaysWhy()
    {
        Operation operation(u"Up shop"_s, {});
        QSignalSpy finished(&operation, &Operation::finished);
        auto *job = new ComposeJob({shell(u"echo ' Container a  Starting'; echo 'Bind for 0.0.0.0:80 failed: port is "
                                          "already allocated' >&2; exit 1"_s),
                                    shell(u"echo never"_s)},
                                   &operation, this);
        QSignalSpy failed(job, &ComposeJob::failed);
        job->start();
        QVERIFY(finished.wait(Tests::patience));
        QCOMPARE(operation.state(), Operation::State::Failed);
        QCOMPARE(operation.error(),
                 u"Up shop failed: docker-compose ended with code 1.\n“Bind for 0.0.0.0:80 failed: port is already "
                 "allocated”\nAnother container uses this port: stop it, or publish another port."_s);
        QVERIFY(!operation.output().contains(u"never"_s));
        QCOMPARE(failed.count(), 1);
    }

    void aJobCanBeCancelled()
    {
        Operation operation(u"Up shop"_s, {});
        QSignalSpy finished(&operation, &Operation::finished);
        auto *job = new ComposeJob({shell(u"echo up; while :; do sleep 0.05; done"_s), shell(u"echo never"_s)},
                                   &operation, this);
        job->start();
        QTRY_COMPARE(operation.output(), u"up\n"_s);
        QVERIFY(operation.canCancel());
        operation.cancel();
        QCOMPARE(operation.state(), Operation::State::Cancelling);
        QVERIFY(finished.wait(Tests::patience));
        QCOMPARE(operation.state(), Operation::State::Cancelled);
        QVERIFY(!operation.output().contains(u"never"_s));
    }

private:
    static QString contents(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).trimmed() : QString();
    }
};

QTEST_GUILESS_MAIN(TestComposeRun)
#include "tst_composerun.moc"
