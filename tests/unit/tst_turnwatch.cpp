// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "turnwatch.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>
#include <functional>
#include <thread>
#include <vector>

#include <sched.h>

using namespace Gantry;

namespace {

qint64 computedNs()
{
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

void computeMs(qint64 ms)
{
    const qint64 begin = computedNs();
    while (computedNs() - begin < ms * 1'000'000) { }
}

/// The two clocks of the kernel differ by so much.
constexpr qint64 clockMs = 2;

} // namespace

/// The tests' own watch over the thread of the window sees what a user would feel, and not what the machine does.
class TestTurnWatch : public QObject
{
    Q_OBJECT

    /// Does \a work in a turn of the loop of its own, and waits for the turn after it.
    static void inATurn(const std::function<void()> &work)
    {
        bool done = false;
        QTimer::singleShot(0, [&] {
            work();
            QTimer::singleShot(0, [&done] { done = true; });
        });
        QTRY_VERIFY(done);
    }

private Q_SLOTS:
    void waitingIsSeen()
    {
        TurnWatch watch;
        if (!watch.seesWaiting())
            QSKIP("This kernel does not count how long a thread waits for a processor.");
        inATurn([] { ::usleep(50'000); });
        QVERIFY2(watch.longestMs() >= 50, qPrintable(QString::number(watch.longestMs())));
    }

    void computingIsSeen()
    {
        TurnWatch watch;
        inATurn([] { computeMs(50); });
        QVERIFY2(watch.longestMs() >= 50 - clockMs, qPrintable(QString::number(watch.longestMs())));
    }

    void theTurnThatIsNotOverIsSeen()
    {
        const TurnWatch watch;
        computeMs(50);
        QVERIFY2(watch.longestMs() >= 50 - clockMs, qPrintable(QString::number(watch.longestMs())));
    }

    void shortTurnsAreNotAddedUp()
    {
        TurnWatch watch;
        for (int i = 0; i < 20; ++i)
            inATurn([] { computeMs(10); });
        QVERIFY2(watch.longestMs() < 100, qPrintable(QString::number(watch.longestMs())));
    }

    void otherProgramsAreNot()
    {
        if (!TurnWatch().seesWaiting())
            QSKIP("This kernel does not count how long a thread waits for a processor.");
        cpu_set_t before;
        QCOMPARE(::sched_getaffinity(0, sizeof before, &before), 0);
        cpu_set_t one;
        CPU_ZERO(&one);
        CPU_SET(::sched_getcpu(), &one);
        QCOMPARE(::sched_setaffinity(0, sizeof one, &one), 0);
        // Three others on the same processor, which each thread here inherits.
        std::atomic<bool> end = false;
        std::vector<std::thread> others;
        for (int i = 0; i < 3; ++i) {
            others.emplace_back([&end] {
                while (!end) { }
            });
        }
        TurnWatch watch;
        QElapsedTimer wall;
        inATurn([&wall] {
            wall.start();
            computeMs(100);
        });
        const qint64 took = wall.elapsed();
        const qint64 seen = watch.longestMs();
        end = true;
        for (std::thread &other : others)
            other.join();
        QCOMPARE(::sched_setaffinity(0, sizeof before, &before), 0);
        qInfo("%lld ms, of which the watch saw %lld", took, seen);
        QVERIFY(seen >= 100 - clockMs);
        QVERIFY2(seen < took * 3 / 4, qPrintable(QStringLiteral("%1 of %2").arg(seen).arg(took)));
    }
};

QTEST_GUILESS_MAIN(TestTurnWatch)
#include "tst_turnwatch.moc"
