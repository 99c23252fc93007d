// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace Gantry {

/// The longest time that its thread has been without a turn of its loop: what it computed and what it waited for in a
/// turn, but not its waits for a processor, which are the machine's. Where Linux does not count those
/// (CONFIG_SCHEDSTATS, /proc/thread-self), only what it computed: see seesWaiting(). A test's own waiting counts too,
/// so a test does not run other programs meanwhile.
class TurnWatch
{
public:
    /// Well below what a user takes for frozen.
    static constexpr qint64 mostMs = 300;

    TurnWatch()
    {
        if (!seesWaiting())
            qWarning("There is no /proc/thread-self/schedstat: a turn that only waits is not seen.");
        m_before = spentNs();
        m_timer.callOnTimeout([this] {
            const qint64 now = spentNs();
            m_longestNs = std::max(m_longestNs, now - std::exchange(m_before, now));
        });
        m_timer.start(0);
    }
    ~TurnWatch()
    {
        if (m_statistics >= 0)
            ::close(m_statistics);
    }
    Q_DISABLE_COPY_MOVE(TurnWatch)

    qint64 longestMs() const { return std::max(m_longestNs, spentNs() - m_before) / 1'000'000; }
    bool seesWaiting() const { return m_statistics >= 0; }

private:
    /// The file of this thread, open; -1 where it is not there, or counts nothing.
    static int openStatistics()
    {
        const int file = ::open("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC);
        if (file >= 0 && queuedNs(file) < 0) {
            ::close(file);
            return -1;
        }
        return file;
    }

    /// How long the thread has been ready to run without a processor (Linux, Documentation/scheduler/sched-stats.rst):
    /// the second number; -1 where all are 0, as where the kernel does not count.
    static qint64 queuedNs(int file)
    {
        char text[96];
        const ssize_t size = ::pread(file, text, sizeof text - 1, 0);
        if (size <= 0)
            return -1;
        text[size] = 0;
        char *rest = nullptr;
        const qint64 ran = std::strtoll(text, &rest, 10);
        const qint64 queued = std::strtoll(rest, &rest, 10);
        const qint64 turns = std::strtoll(rest, &rest, 10);
        return ran == 0 && queued == 0 && turns == 0 ? -1 : queued;
    }

    qint64 spentNs() const
    {
        timespec time{};
        ::clock_gettime(seesWaiting() ? CLOCK_MONOTONIC : CLOCK_THREAD_CPUTIME_ID, &time);
        const qint64 all = qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
        return seesWaiting() ? all - queuedNs(m_statistics) : all;
    }

    int m_statistics = openStatistics();
    QTimer m_timer;
    qint64 m_before = 0;
    qint64 m_longestNs = 0;
};

} // namespace Gantry
