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
        AnonymousVolumes,
        Volumes,
        Networks,
        BuildCache,
    };

    QList<CleanupKind> kinds;
    QList<CleanupVictim> victims; ///< exactly what goes
    Prune prune = Prune::None;
    PruneFilter filter;

    /// The equivalent command behind "docker", which \a allFlag lets say that volumes with names go, too.
    QStringList command(bool allFlag) const;
};

/// How what is chosen is removed. A prune call serves where it takes exactly what is chosen; otherwise each victim goes
/// by its name, so that nothing goes that was not named.
namespace CleanupPlan {

QList<CleanupStep> steps(const CleanupFacts &facts, const PruneFilter &filter, const CleanupChoice &chosen,
                         const QDateTime &now = QDateTime::currentDateTime());

/// What of \a step is left to do as \a facts have become: without what is used or gone by now, and one by one where a
/// prune call would take more.
CleanupStep checked(const CleanupStep &step, const CleanupFacts &facts,
                    const QDateTime &now = QDateTime::currentDateTime());

} // namespace CleanupPlan

} // namespace Gantry
