// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include <algorithm>
#include <ctime>
#include <utility>

namespace Gantry {

/// The longest time that the thread of the window has worked without a turn of its loop: its own, whatever else runs.
class TurnWatch
{
public:
    /// Well below what a user takes for frozen.
    static constexpr qint64 mostMs = 300;

    TurnWatch()
    {
        m_timer.callOnTimeout([this] {
            const qint64 now = worked();
            m_longest = std::max(m_longest, now - std::exchange(m_before, now));
        });
        m_timer.start(0);
    }

    qint64 longestMs() const { return std::max(m_longest, worked() - m_before); }

private:
    static qint64 worked()
    {
        timespec time{};
        ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return qint64(time.tv_sec) * 1000 + time.tv_nsec / 1'000'000;
    }

    QTimer m_timer;
    qint64 m_before = worked();
    qint64 m_longest = 0;
};

} // namespace Gantry
