// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QElapsedTimer>
#include <QList>
#include <QTimer>

#include <algorithm>

namespace Gantry {

/// One round of a test with faults by chance, which its seed alone decides.
struct FaultRound
{
    quint32 seed = 0;

    /// Whether the way is over TCP, where a connection can be reset; else over a Unix socket.
    bool isOverTcp() const { return seed % 2 == 1; }
    /// Whether it stalls for longer than Gantry waits.
    bool isHeld() const { return seed % 20 < 2; }

    /// How to repeat it alone.
    QByteArray name() const { return "tests/faults/run 1 " + QByteArray::number(seed); }
};

/// GANTRY_FAULT_ROUNDS rounds (100 unless told otherwise) from seed GANTRY_FAULT_SEED on (1 unless told otherwise).
inline QList<FaultRound> faultRounds()
{
    const auto number = [](const char *name, quint32 otherwise) {
        bool ok = false;
        const quint32 value = qEnvironmentVariable(name).toUInt(&ok);
        return ok ? value : otherwise;
    };
    const quint32 first = number("GANTRY_FAULT_SEED", 1);
    QList<FaultRound> rounds(number("GANTRY_FAULT_ROUNDS", 100));
    for (qsizetype i = 0; i < rounds.size(); ++i)
        rounds[i].seed = first + quint32(i);
    return rounds;
}

/// Tells how long the event loop of its thread has stood still at most.
class LoopWatch
{
public:
    /// From here on a user takes the window for frozen.
    static constexpr int frozenMs = 500;

    LoopWatch()
    {
        m_clock.start();
        m_timer.callOnTimeout([this] { m_longest = std::max(m_longest, m_clock.restart()); });
        m_timer.start(5);
    }

    qint64 longestMs() const { return std::max(m_longest, m_clock.elapsed()); }

private:
    QElapsedTimer m_clock;
    QTimer m_timer;
    qint64 m_longest = 0;
};

} // namespace Gantry
