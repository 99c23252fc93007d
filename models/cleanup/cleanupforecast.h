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
        Exact, ///< what the engine will say
        AtLeast, ///< layers are shared: by images that go, or with the build cache; or sizes are not known
    };

    qint64 bytes = 0;
    Certainty certainty = Certainty::Exact;

    /// Of all that is chosen, together.
    static CleanupForecast of(const CleanupFacts &facts, const PruneFilter &filter, const CleanupVictims &victims,
                              const CleanupChoice &chosen);
    /// Of all of a kind: what its own call says when its turn comes, after what is chosen of the other kinds.
    static CleanupForecast ofKind(const CleanupFacts &facts, const PruneFilter &filter, const CleanupVictims &victims,
                                  const CleanupChoice &chosen, CleanupKind kind);
    /// "120 MB", "at least 120 MB".
    QString text() const;

    friend bool operator==(const CleanupForecast &, const CleanupForecast &) = default;
};

} // namespace Gantry
