// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/container.h"

#include <QString>

#include <optional>

namespace Gantry {

/// What the engine's English status line ("Exited (1) 5 minutes ago", "Up 3 hours (healthy)") says beyond the state.
struct ContainerStatus
{
    Health health = Health::None;
    std::optional<int> exitCode;
    /// Seconds since the state began, as coarse as the words are; nothing when the line names no time.
    std::optional<qint64> seconds;

    static ContainerStatus parse(const QString &status);
};

} // namespace Gantry
