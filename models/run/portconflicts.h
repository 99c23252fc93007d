// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/container.h"
#include "run/runport.h"

#include <QCoreApplication>
#include <QFuture>

namespace Gantry {

/// A port of the host that is to be published, and is taken.
struct PortConflict
{
    Q_DECLARE_TR_FUNCTIONS(Gantry::PortConflict)

public:
    RunPort port;
    QString containerId; ///< that publishes it; empty where a program has it
    QString holder; ///< the container's name, or the program's; empty where it cannot be told

    /// One sentence, translated.
    QString words() const;
    friend bool operator==(const PortConflict &, const PortConflict &) = default;
};

/// Finds out before a start which ports are taken.
class PortConflicts
{
public:
    /// By running containers of the same engine.
    static QList<PortConflict> among(const QList<RunPort> &ports, const QList<ContainerSummary> &containers);
    /// By programs of this machine; only where the engine publishes its ports here. Reads /proc in the pool.
    static QFuture<QList<PortConflict>> onThisMachine(const QList<RunPort> &ports);
};

} // namespace Gantry
