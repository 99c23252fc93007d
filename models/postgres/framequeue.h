// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QMutex>
#include <QObject>
#include <QTimer>

#include <deque>
#include <functional>
#include <memory>

namespace Gantry {

/// Takes work of another thread into its own: in the order in which it was posted, and in each frame only as much as
/// leaves time for input and painting. Events alone would come before both, however many there are.
class FrameQueue : public QObject
{
    Q_OBJECT

public:
    using Task = std::function<void()>;

    /// The side of the other thread. It may outlive the queue: what it posts then is dropped.
    class Inlet
    {
    public:
        void post(Task task);
        /// So much waits that whoever posts had better wait, too.
        bool isFull() const;
        /// Calls \a then in the thread of the queue once half of what waits has been taken; one caller at a time.
        void whenRoom(Task then);

    private:
        friend class FrameQueue;
        Task take();
        void close();

        mutable QMutex m_mutex;
        FrameQueue *m_queue = nullptr;
        std::deque<Task> m_tasks;
        Task m_room;
        bool m_told = false; // deliver() is on its way
    };

    explicit FrameQueue(QObject *parent = nullptr);
    ~FrameQueue() override;

    const std::shared_ptr<Inlet> &inlet() const { return m_inlet; }

Q_SIGNALS:
    /// What there was to take, or what this frame had time for, was taken.
    void paused();

private:
    void deliver();

    std::shared_ptr<Inlet> m_inlet;
    QTimer m_nextFrame;
    QElapsedTimer m_frame;
    qint64 m_spent = 0; // nanoseconds of this frame
};

} // namespace Gantry
