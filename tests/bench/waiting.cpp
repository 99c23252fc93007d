// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "waiting.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEvent>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>

namespace Gantry {

qint64 monotonicTime()
{
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::nanoseconds>(now).count();
}

void turnLoop()
{
    QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    // Nobody else does it outside of exec().
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void await(const char *what, const std::function<bool()> &condition, int patience)
{
    // A frame that ends while the loop looks for more events would otherwise be noticed at the next event only, which
    // may never come: the dispatcher goes to sleep in the same call.
    QTimer wakeUp;
    wakeUp.start(1);
    const QDeadlineTimer end(patience);
    while (!condition()) {
        if (end.hasExpired()) {
            std::fprintf(stderr, "gantry-bench: this did not happen: %s\n", what);
            std::exit(1);
        }
        turnLoop();
    }
}

StallWatch::StallWatch()
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(1);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        const qint64 now = monotonicTime();
        m_longest = std::max(m_longest, now - m_last);
        m_last = now;
    });
}

void StallWatch::begin()
{
    m_longest = 0;
    m_last = monotonicTime();
    m_timer.start();
}

double StallWatch::end()
{
    m_timer.stop();
    return double(std::max(m_longest, monotonicTime() - m_last)) / 1e6;
}

} // namespace Gantry
