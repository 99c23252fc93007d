// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/container.h"
#include "items/cellroles.h"

#include <QCoreApplication>

namespace Gantry {

/// How the state of a container is said and shown, the same on every page.
class ContainerWords
{
    Q_DECLARE_TR_FUNCTIONS(Gantry::ContainerWords)

public:
    /// One word, translated: "healthy", "exited (1)", "paused".
    static QString state(ContainerState state, Health health, std::optional<int> exitCode);
    static QString state(const ContainerSummary &container);
    static QString state(const ContainerDetails &container);
    static StateLook look(ContainerState state, Health health, std::optional<int> exitCode);
    static StateLook look(const ContainerSummary &container);
    static StateLook look(const ContainerDetails &container);
    /// Since when it is so: "Up 3 minutes", "Exited 2 hours ago"; the engine's own words where the time is unknown.
    static QString status(const ContainerSummary &container, const QDateTime &now = QDateTime::currentDateTimeUtc());
    /// How one with this exit code ended, a clause: "its command finished", "killed".
    static QString ending(int exitCode, bool outOfMemory = false);
    /// What is being done to a container, for `docker COMMAND`: "stopping…".
    static QString busy(const QString &command);
    /// Whether somebody should look at it: unhealthy, restarting, dead, ended with another code than 0, or not
    /// startable.
    static bool isProblem(const ContainerSummary &container);
    /// Whether it does not run and is not about to: created, exited or dead.
    static bool isStopped(const ContainerSummary &container);
    /// Whether there is something to explain: it does not run, or not well.
    static bool hasCause(const ContainerSummary &container) { return isStopped(container) || isProblem(container); }
};

} // namespace Gantry
