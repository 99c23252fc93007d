// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cleanup/cleanupplan.h"

#include "cleanup/cleanupforecast.h"

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

using Prune = CleanupStep::Prune;

QSet<QString> keysOf(const QList<CleanupVictim> &victims)
{
    QSet<QString> keys;
    for (const CleanupVictim &victim : victims)
        keys.insert(victim.key);
    return keys;
}

/// It takes names from images that are in use, one by one, until the last.
bool pruneWouldUntag(const CleanupFacts &facts)
{
    const QSet<QString> used = facts.usedImages();
    return std::any_of(facts.usage.images.cbegin(), facts.usage.images.cend(), [&used](const ImageUsage &entry) {
        return entry.image.tags.size() > 1 && used.contains(entry.image.id);
    });
}

/// The engine prunes networks that stopped containers need, which then cannot start any more; and of its own ones,
/// those of a swarm.
bool pruneWouldTakeOtherNetworks(const CleanupFacts &facts, const PruneFilter &filter, const QDateTime &now)
{
    CleanupFacts running = facts;
    running.usage.containers.removeIf([](const ContainerUsage &entry) { return !entry.container.isRunning(); });
    return std::any_of(facts.networks.cbegin(), facts.networks.cend(), &isSwarmNetwork)
        || cleanupVictims(running, filter, now).value(CleanupKind::Networks).size()
        != cleanupVictims(facts, filter, now).value(CleanupKind::Networks).size();
}

/// The call that takes exactly these, if there is one. There is none for volumes: what holds data goes by its name
/// alone, since the call takes whatever is not used at that moment, and with a client before 1.42 those with names,
/// too.
Prune pruneFor(const QList<CleanupKind> &kinds, const QSet<QString> &chosen, const CleanupFacts &facts,
               const PruneFilter &filter, const QDateTime &now)
{
    const CleanupVictims all = cleanupVictims(facts, filter, now);
    const auto is = [&](std::initializer_list<CleanupKind> taken) {
        QSet<QString> keys;
        for (const CleanupKind kind : taken)
            keys.unite(keysOf(all.value(kind)));
        return keys == chosen;
    };
    switch (kinds.first()) {
    case CleanupKind::Containers:
        return is({CleanupKind::Containers}) ? Prune::Containers : Prune::None;
    case CleanupKind::DanglingImages:
    case CleanupKind::UnusedImages:
        if (!facts.prunesImages)
            return Prune::None;
        if (is({CleanupKind::DanglingImages}))
            return Prune::DanglingImages;
        return is({CleanupKind::DanglingImages, CleanupKind::UnusedImages}) && !pruneWouldUntag(facts) ? Prune::Images
                                                                                                       : Prune::None;
    case CleanupKind::AnonymousVolumes:
    case CleanupKind::NamedVolumes:
        return Prune::None;
    case CleanupKind::Networks:
        return is({CleanupKind::Networks}) && !pruneWouldTakeOtherNetworks(facts, filter, now) ? Prune::Networks
                                                                                               : Prune::None;
    case CleanupKind::BuildCache:
        return Prune::BuildCache;
    }
    return Prune::None;
}

} // namespace

QStringList CleanupStep::command() const
{
    const auto pruning = [this](QStringList words, bool all = false) {
        words << u"prune"_s;
        if (all)
            words << u"--all"_s;
        return words << u"--force"_s << filter.arguments();
    };
    QStringList words;
    switch (prune) {
    case Prune::Containers:
        return pruning({u"container"_s});
    case Prune::DanglingImages:
        return pruning({u"image"_s});
    case Prune::Images:
        return pruning({u"image"_s}, true);
    case Prune::Networks:
        return pruning({u"network"_s});
    case Prune::BuildCache:
        return pruning({u"builder"_s});
    case Prune::None:
        break;
    }
    switch (kinds.first()) {
    case CleanupKind::Containers:
        words << u"rm"_s;
        break;
    case CleanupKind::DanglingImages:
    case CleanupKind::UnusedImages:
        words << u"rmi"_s;
        break;
    case CleanupKind::AnonymousVolumes:
    case CleanupKind::NamedVolumes:
        words << u"volume"_s << u"rm"_s;
        break;
    case CleanupKind::Networks:
        words << u"network"_s << u"rm"_s;
        break;
    case CleanupKind::BuildCache:
        break;
    }
    QStringList names;
    for (const CleanupVictim &victim : victims)
        names += victim.names.isEmpty() ? QStringList{victim.name} : victim.names;
    if (std::any_of(names.cbegin(), names.cend(), [](const QString &name) { return name.startsWith(u'-'); }))
        words << u"--"_s;
    return words + names;
}

QList<CleanupStep> CleanupPlan::steps(const CleanupFacts &facts, const PruneFilter &filter, const CleanupChoice &chosen,
                                      const QDateTime &now)
{
    const CleanupVictims all = cleanupVictims(facts, filter, now);
    // What a prune call would take is judged by what there is when its turn comes, and also when the commands of all
    // steps are repeated one after the other: what the containers used that are gone by then is not used any more.
    CleanupFacts then = facts;
    QList<CleanupStep> steps;
    for (const QList<CleanupKind> &kinds :
         {QList{CleanupKind::Containers}, QList{CleanupKind::Networks},
          QList{CleanupKind::AnonymousVolumes, CleanupKind::NamedVolumes},
          QList{CleanupKind::DanglingImages, CleanupKind::UnusedImages}, QList{CleanupKind::BuildCache}}) {
        CleanupStep step;
        step.filter = filter;
        CleanupChoice ofStep;
        for (const CleanupKind kind : kinds) {
            const QSet<QString> keys = chosen.value(kind);
            for (const CleanupVictim &victim : all.value(kind)) {
                if (!keys.contains(victim.key))
                    continue;
                step.victims << victim;
                ofStep[kind].insert(victim.key);
            }
            if (ofStep.contains(kind))
                step.kinds << kind;
        }
        if (step.victims.isEmpty())
            continue;
        const CleanupForecast forecast = CleanupForecast::of(facts, filter, all, ofStep);
        step.held = -forecast.bytes;
        for (const CleanupVictim &victim : std::as_const(step.victims))
            step.held += qMax<qint64>(0, victim.size);
        step.isSure = forecast.certainty == CleanupForecast::Certainty::Exact;
        step.prune = pruneFor(step.kinds, keysOf(step.victims), then, filter, now);
        then = then.without(ofStep.value(CleanupKind::Containers));
        steps << step;
    }
    return steps;
}

CleanupStep CleanupPlan::checked(const CleanupStep &step, const CleanupFacts &facts, const QDateTime &now)
{
    // The lists do not tell of it; nothing of it is lost for good.
    if (step.prune == Prune::BuildCache)
        return step;
    CleanupStep left = step;
    const CleanupVictims all = cleanupVictims(facts, step.filter, now);
    QHash<QString, QStringList> present;
    for (const CleanupKind kind : step.kinds) {
        for (const CleanupVictim &victim : all.value(kind))
            present.insert(victim.key, victim.names);
    }
    left.victims.removeIf([&present](const CleanupVictim &victim) {
        const auto found = present.constFind(victim.key);
        return found == present.cend() || *found != victim.names;
    });
    if (left.prune != Prune::None && pruneFor(left.kinds, keysOf(left.victims), facts, step.filter, now) != left.prune)
        left.prune = Prune::None;
    return left;
}

} // namespace Gantry
