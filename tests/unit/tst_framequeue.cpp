// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/framequeue.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace Gantry;

namespace {

void work(qint64 microseconds)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.nsecsElapsed() < 1000 * microseconds) { }
}

} // namespace

class TestFrameQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesInOrder()
    {
        FrameQueue queue;
        QSignalSpy paused(&queue, &FrameQueue::paused);
        const std::unique_ptr<QThread> thread(QThread::create([inlet = queue.inlet(), this] {
            for (int i = 0; i < 5000; ++i)
                inlet->post([this, i] { m_taken.append(i); });
        }));
        thread->start();
        QTRY_COMPARE(m_taken.size(), 5000);
        for (int i = 0; i < 5000; ++i)
            QCOMPARE(m_taken.at(i), i);
        QVERIFY(paused.size() > 0);
        QVERIFY(thread->wait());
    }

    /// However much waits, timers come in between: painting and input do, too.
    void leavesTimeForOtherEvents()
    {
        FrameQueue queue;
        int taken = 0;
        int ticks = 0;
        QTimer other;
        connect(&other, &QTimer::timeout, this, [&ticks] { ++ticks; });
        other.start(0);
        for (int i = 0; i < 100; ++i) {
            queue.inlet()->post([&taken] {
                work(1000);
                ++taken;
            });
        }
        QTRY_VERIFY(taken > 0);
        QVERIFY2(taken < 50, qPrintable(QString::number(taken)));
        const int before = ticks;
        QTRY_COMPARE(taken, 100);
        QVERIFY(ticks - before >= 5);
    }

    void tellsWhenThereIsRoomAgain()
    {
        FrameQueue queue;
        int taken = 0;
        int posted = 0;
        while (!queue.inlet()->isFull()) {
            queue.inlet()->post([&taken] { ++taken; });
            ++posted;
        }
        int room = 0;
        queue.inlet()->whenRoom([&] {
            ++room;
            QVERIFY(taken >= posted / 2);
            QVERIFY(taken < posted);
            QVERIFY(!queue.inlet()->isFull());
        });
        QCOMPARE(room, 0);
        QTRY_COMPARE(taken, posted);
        QCOMPARE(room, 1);
        // Taken in the meantime: told all the same.
        queue.inlet()->whenRoom([&room] { ++room; });
        QTRY_COMPARE(room, 2);
    }

    void outlivesItsReceiver()
    {
        auto queue = std::make_unique<FrameQueue>();
        const std::shared_ptr<FrameQueue::Inlet> inlet = queue->inlet();
        int taken = 0;
        inlet->post([&] {
            ++taken;
            queue.reset();
        });
        inlet->post([&taken] { ++taken; });
        QTRY_VERIFY(!queue);
        inlet->post([&taken] { ++taken; });
        QCoreApplication::processEvents();
        QCOMPARE(taken, 1);
    }

private:
    QList<int> m_taken;
};

QTEST_GUILESS_MAIN(TestFrameQueue)
#include "tst_framequeue.moc"
