// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/container.h"
#include "engine/event.h"

#include <QHash>
#include <QStringList>

#include <optional>

namespace Gantry {

/// Which containers are to be fetched anew, and when. The engine reports some events (die, pause, network connect)
/// before its own list shows the change, so every container is fetched again shortly after, and, as long as what was
/// fetched contradicts the last event, again and again, but not for ever. Times are milliseconds of any clock that
/// never jumps.
class RefreshSchedule
{
public:
    /// A container event makes its container due at \a now.
    void note(const EngineEvent &event, qint64 now);
    void note(const QString &id, qint64 now);

    /// Milliseconds until something is due, 0 for at once; nothing when nothing is planned.
    std::optional<qint64> nextDue(qint64 now) const;
    /// The ids that are due; each counts as being fetched until applied() or failed().
    QStringList takeDue(qint64 now);
    /// What the fetch of \a id found; nothing when the container is gone.
    void applied(const QString &id, std::optional<ContainerState> state, qint64 now);
    /// The fetch failed: \a id is due again later.
    void failed(const QString &id, qint64 now);

private:
    enum class Expectation { Anything, Stopped, Paused, NotPaused, Gone };
    struct Entry
    {
        int round = 0;
        std::optional<qint64> due; ///< nothing while it is being fetched
        Expectation expectation = Expectation::Anything;
    };

    static bool contradicts(Expectation expectation, std::optional<ContainerState> state);
    QHash<QString, Entry> m_entries;
};

} // namespace Gantry
