// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <functional>

namespace Gantry {

/// Nanoseconds of the clock that all processes of the machine share.
qint64 monotonicTime();

/// Waits for events and handles them.
void turnLoop();

/// Turns the event loop until the condition holds, and does not sleep as Qt Test's waits do. Ends the program when it
/// does not come true: a figure of something that did not happen is none.
void await(const char *what, const std::function<bool()> &condition, int patience = 120'000);

/// The longest time for which the event loop did not turn, by a timer of one millisecond.
class StallWatch : public QObject
{
public:
    StallWatch();

    void begin();
    /// Milliseconds.
    double end();

private:
    QTimer m_timer;
    qint64 m_last = 0;
    qint64 m_longest = 0;
};

} // namespace Gantry
