// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/framequeue.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace Gantry {

namespace {

constexpr qint64 frameMilliseconds = 16;
constexpr qint64 taskNanoseconds = 8'000'000; // of a frame
constexpr size_t fullQueue = 1000;

} // namespace

void FrameQueue::Inlet::post(Task task)
{
    const QMutexLocker lock(&m_mutex);
    if (m_queue == nullptr)
        return;
    m_tasks.push_back(std::move(task));
    if (!std::exchange(m_told, true))
        QMetaObject::invokeMethod(m_queue, &FrameQueue::deliver, Qt::QueuedConnection);
}

bool FrameQueue::Inlet::isFull() const
{
    const QMutexLocker lock(&m_mutex);
    return m_tasks.size() >= fullQueue;
}

void FrameQueue::Inlet::whenRoom(Task then)
{
    const QMutexLocker lock(&m_mutex);
    m_room = std::move(then);
    // It may have been taken since isFull() was asked.
    if (m_queue != nullptr && !std::exchange(m_told, true))
        QMetaObject::invokeMethod(m_queue, &FrameQueue::deliver, Qt::QueuedConnection);
}

FrameQueue::Task FrameQueue::Inlet::take()
{
    const QMutexLocker lock(&m_mutex);
    if (m_room && m_tasks.size() <= fullQueue / 2)
        return std::exchange(m_room, {});
    if (m_tasks.empty()) {
        m_told = false;
        return {};
    }
    Task task = std::move(m_tasks.front());
    m_tasks.pop_front();
    return task;
}

void FrameQueue::Inlet::close()
{
    const QMutexLocker lock(&m_mutex);
    m_queue = nullptr;
    m_tasks.clear();
    m_room = {};
}

FrameQueue::FrameQueue(QObject *parent)
    : QObject(parent)
    , m_inlet(std::make_shared<Inlet>())
    , m_nextFrame(this)
{
    m_inlet->m_queue = this;
    m_nextFrame.setSingleShot(true);
    m_nextFrame.setTimerType(Qt::PreciseTimer);
    connect(&m_nextFrame, &QTimer::timeout, this, &FrameQueue::deliver);
}

FrameQueue::~FrameQueue()
{
    m_inlet->close();
}

void FrameQueue::deliver()
{
    if (!m_frame.isValid() || m_frame.elapsed() >= frameMilliseconds) {
        m_frame.start();
        m_spent = 0;
    }
    const QPointer<FrameQueue> self(this);
    while (m_spent < taskNanoseconds) {
        const Task task = m_inlet->take();
        if (!task) {
            Q_EMIT paused();
            return;
        }
        QElapsedTimer clock;
        clock.start();
        task();
        if (!self) // the task has ended its receiver
            return;
        m_spent += clock.nsecsElapsed();
    }
    m_nextFrame.start(int(std::max<qint64>(1, frameMilliseconds - m_frame.elapsed())));
    Q_EMIT paused();
}

} // namespace Gantry
