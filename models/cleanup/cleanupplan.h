// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cleanup/cleanupvictims.h"

namespace Gantry {

/// One call, or one batch of removals, of a clean-up.
struct CleanupStep
{
    enum class Prune {
        None, ///< each victim is removed by its own call
        Containers,
        DanglingImages,
        Images,
        Networks,
        BuildCache,
    };

    QList<CleanupKind> kinds;
    QList<CleanupVictim> victims; ///< exactly what goes
    Prune prune = Prune::None;
    PruneFilter filter;
    qint64 held = 0; ///< bytes of the victims that may stay with others, at most
    bool isSure = true; ///< whether the rest is exactly what goes with them

    /// The equivalent command behind "docker".
    QStringList command() const;
};

/// How what is chosen is removed, in the order of the steps. A prune call serves where it takes exactly what is chosen,
/// also after the steps before it; otherwise each victim goes by its name, so that nothing goes that was not named.
namespace CleanupPlan {

QList<CleanupStep> steps(const CleanupFacts &facts, const PruneFilter &filter, const CleanupChoice &chosen,
                         const QDateTime &now = QDateTime::currentDateTime());

/// What of \a step is left to do as \a facts have become: without what is used or gone by now, and one by one where a
/// prune call would take more.
CleanupStep checked(const CleanupStep &step, const CleanupFacts &facts,
                    const QDateTime &now = QDateTime::currentDateTime());

} // namespace CleanupPlan

} // namespace Gantry
