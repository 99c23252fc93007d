// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cleanup/cleanupvictims.h"

#include <QCoreApplication>

namespace Gantry {

/// How much a clean-up frees, and how sure that is.
struct CleanupForecast
{
    Q_DECLARE_TR_FUNCTIONS(Gantry::CleanupForecast)

public:
    enum class Certainty {
        Exact, ///< what the prune call will say
        AtLeast, ///< images that go share layers, which go with them
        AtMost, ///< the build cache keeps layers of images that go
    };

    qint64 bytes = 0;
    Certainty certainty = Certainty::Exact;

    /// Of all that is chosen, together.
    static CleanupForecast of(const CleanupFacts &facts, const CleanupVictims &victims, const CleanupChoice &chosen);
    /// "120 MB", "at least 120 MB".
    QString text() const;

    friend bool operator==(const CleanupForecast &, const CleanupForecast &) = default;
};

} // namespace Gantry
