// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/refreshschedule.h"

#include <algorithm>
#include <array>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

/// Delays before the fetches after the first: two always, the others only under contradiction, the last of them again
/// and again for half a minute. No row may be wrong for longer than two seconds.
constexpr std::array<qint64, 4> delays{100, 1000, 1000, 2000};
constexpr int always = 2;
constexpr int most = 18;
constexpr qint64 afterFailure = 1000;

} // namespace

void RefreshSchedule::note(const EngineEvent &event, qint64 now)
{
    note(event.id, now);
    Entry &entry = m_entries[event.id];
    if (event.action == "die"_L1)
        entry.expectation = Expectation::Stopped;
    else if (event.action == "pause"_L1)
        entry.expectation = Expectation::Paused;
    else if (event.action == "unpause"_L1)
        entry.expectation = Expectation::NotPaused;
    else if (event.action == "destroy"_L1)
        entry.expectation = Expectation::Gone;
    else if (event.action == "start"_L1 || event.action == "restart"_L1)
        entry.expectation = Expectation::Anything;
}

void RefreshSchedule::note(const QString &id, qint64 now)
{
    Entry &entry = m_entries[id];
    entry.round = 0;
    entry.due = now;
}

std::optional<qint64> RefreshSchedule::nextDue(qint64 now) const
{
    std::optional<qint64> next;
    for (const Entry &entry : m_entries) {
        if (entry.due && (!next || *entry.due < *next))
            next = entry.due;
    }
    if (next)
        next = std::max<qint64>(0, *next - now);
    return next;
}

QStringList RefreshSchedule::takeDue(qint64 now)
{
    QStringList due;
    for (auto it = m_entries.begin(); it != m_entries.end(); ++it) {
        if (it->due && *it->due <= now) {
            it->due.reset();
            due << it.key();
        }
    }
    return due;
}

void RefreshSchedule::applied(const QString &id, std::optional<ContainerState> state, qint64 now)
{
    const auto it = m_entries.find(id);
    // With a due time it was noted again while the answer was under way.
    if (it == m_entries.end() || it->due)
        return;
    const bool wrong = contradicts(it->expectation, state);
    // What is missing though nobody told of its removal may have been left out by mistake.
    const bool gone = !state && it->expectation == Expectation::Gone;
    if (it->round >= most || (!wrong && (it->round >= always || gone))) {
        m_entries.remove(id);
        return;
    }
    it->due = now + delays[std::min(std::size_t(it->round), delays.size() - 1)];
    ++it->round;
}

void RefreshSchedule::failed(const QString &id, qint64 now)
{
    const auto it = m_entries.find(id);
    if (it != m_entries.end() && !it->due)
        it->due = now + afterFailure;
}

bool RefreshSchedule::contradicts(Expectation expectation, std::optional<ContainerState> state)
{
    switch (expectation) {
    case Expectation::Anything:
        return false;
    case Expectation::Stopped:
        return state == ContainerState::Running || state == ContainerState::Paused;
    case Expectation::Paused:
        return state && state != ContainerState::Paused;
    case Expectation::NotPaused:
        return state == ContainerState::Paused;
    case Expectation::Gone:
        return state.has_value();
    }
    Q_UNREACHABLE();
}

} // namespace Gantry
