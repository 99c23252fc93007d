// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/workerthread.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTest>

#include <atomic>

using namespace Gantry;

namespace {

constexpr int jobs = 40;

/// A job that takes a moment.
void work(std::atomic<int> *done)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.nsecsElapsed() < 2'000'000) { }
    ++*done;
}

/// Tells of its end, and in which thread that came.
class Worker : public QObject
{
public:
    Worker(std::atomic<int> *ended, std::atomic<bool> *inItsThread)
        : m_ended(ended)
        , m_inItsThread(inItsThread)
    {
    }
    ~Worker() override
    {
        *m_inItsThread = QThread::currentThread() == thread();
        ++*m_ended;
    }

private:
    std::atomic<int> *m_ended;
    std::atomic<bool> *m_inItsThread;
};

} // namespace

class TestWorkerThread : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theEndOfTheProgramWaitsForWhatWasPosted()
    {
        std::atomic<int> done = 0;
        std::atomic<int> ended = 0;
        std::atomic<bool> inItsThread = false;
        QElapsedTimer timer;
        timer.start();
        {
            int count = 1;
            char name[] = "test";
            char *arguments[] = {name, nullptr};
            const QCoreApplication application(count, arguments);
            for (int i = 0; i < 2; ++i) {
                auto *worker = new Worker(&ended, &inItsThread);
                auto *thread = new WorkerThread(worker);
                for (int job = 0; job < jobs; ++job)
                    QMetaObject::invokeMethod(worker, [&done] { work(&done); });
                thread->leave(qApp);
            }
        }
        QVERIFY2(timer.elapsed() < 2500, "a thread was ended by force");
        QCOMPARE(ended, 2);
        QVERIFY(inItsThread);
        QCOMPARE(done, 2 * jobs);
    }
};

QTEST_APPLESS_MAIN(TestWorkerThread)
#include "tst_workerthread.moc"
