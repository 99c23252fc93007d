// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cleanup/cleanupfacts.h"
#include "engine/prunefilter.h"

#include <QMap>

namespace Gantry {

/// The kinds of things that a clean-up can take away, in the order in which they are shown.
enum class CleanupKind {
    Containers, ///< that do not run
    DanglingImages, ///< without a name, and unused
    UnusedImages, ///< with a name
    BuildCache,
    AnonymousVolumes,
    NamedVolumes,
    Networks,
};
inline constexpr int cleanupKindCount = int(CleanupKind::Networks) + 1;

/// One thing that can go.
struct CleanupVictim
{
    QString key; ///< its id; of a volume its name
    QString name; ///< as the user knows it
    QString detail; ///< an image, a project, a driver…
    QStringList names; ///< of an image: what is removed one after the other
    qint64 size = -1; ///< bytes that only it takes; -1 where there are none, or they are unknown
    QDateTime time; ///< when it was made; of a cache, when it was last used

    friend bool operator==(const CleanupVictim &, const CleanupVictim &) = default;
};

using CleanupVictims = QMap<CleanupKind, QList<CleanupVictim>>;
/// Which of them: their keys.
using CleanupChoice = QMap<CleanupKind, QSet<QString>>;

/// Everything that nobody uses and \a filter takes, as of now: what is used by a container that may go itself stays.
CleanupVictims cleanupVictims(const CleanupFacts &facts, const PruneFilter &filter,
                              const QDateTime &now = QDateTime::currentDateTime());

/// Whether the engine or its swarm made it for services, which nobody removes here.
bool isSwarmNetwork(const Network &network);

/// Whether losing one of the kind can lose what nobody can make again, so that nothing of it is chosen unasked.
bool cleanupLosesData(CleanupKind kind);

} // namespace Gantry
