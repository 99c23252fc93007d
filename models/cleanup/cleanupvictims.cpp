// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cleanup/cleanupvictims.h"

#include "items/networkmodel.h"

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

QList<CleanupVictim> containersOf(const CleanupFacts &facts, const PruneFilter &filter, const QDateTime &now)
{
    QList<CleanupVictim> victims;
    for (const ContainerUsage &entry : facts.usage.containers) {
        const ContainerSummary &container = entry.container;
        if (container.isRunning() || container.state == ContainerState::Removing
            || !filter.takesAge(container.created, now) || !filter.takesLabels(container.labels))
            continue;
        victims.append({.key = container.id,
                        .name = container.name,
                        .detail = container.shownImage(),
                        .names = {},
                        .size = entry.writable,
                        .time = container.created});
    }
    return victims;
}

QList<CleanupVictim> imagesOf(const CleanupFacts &facts, const PruneFilter &filter, bool named, const QDateTime &now)
{
    const QSet<QString> used = facts.usedImages();
    QList<CleanupVictim> victims;
    for (const ImageUsage &entry : facts.usage.images) {
        const ImageSummary &image = entry.image;
        if (used.contains(image.id) || image.tags.isEmpty() == named || !filter.takesAge(image.created, now)
            || !filter.takesLabels(image.labels))
            continue;
        victims.append({.key = image.id,
                        .name = named ? image.tags.join(u", "_s) : image.shortId(),
                        .detail = named ? image.shortId() : image.digests.value(0),
                        .names = named ? image.tags : QStringList{image.id},
                        .size = entry.uniqueSize(),
                        .time = image.created});
    }
    return victims;
}

QList<CleanupVictim> volumesOf(const CleanupFacts &facts, const PruneFilter &filter, bool named, const QDateTime &now)
{
    const QSet<QString> used = facts.usedVolumes();
    QList<CleanupVictim> victims;
    for (const VolumeUsage &entry : facts.usage.volumes) {
        const Volume &volume = entry.volume;
        if (used.contains(volume.name) || facts.isAnonymous(volume) == named || !filter.takesAge(volume.created, now)
            || !filter.takesLabels(volume.labels))
            continue;
        victims.append({.key = volume.name,
                        .name = volume.name,
                        .detail = volume.project(),
                        .names = {},
                        .size = entry.size,
                        .time = volume.created});
    }
    return victims;
}

QList<CleanupVictim> networksOf(const CleanupFacts &facts, const PruneFilter &filter, const QDateTime &now)
{
    const QSet<QString> used = facts.usedNetworks(false);
    QList<CleanupVictim> victims;
    for (const Network &network : facts.networks) {
        if (NetworkRow{network, {}}.isPredefined() || isSwarmNetwork(network) || used.contains(network.name)
            || used.contains(network.id) || !filter.takesAge(network.created, now)
            || !filter.takesLabels(network.labels))
            continue;
        victims.append({.key = network.id,
                        .name = network.name,
                        .detail = network.project(),
                        .names = {},
                        .size = -1,
                        .time = network.created});
    }
    return victims;
}

/// The records that POST /build/prune keeps, and all that these are made on. What was never used has no age, and goes.
QSet<QString> keptCache(const CleanupFacts &facts, const PruneFilter &filter, const QDateTime &now)
{
    QHash<QString, QStringList> parents;
    QStringList toKeep;
    for (const BuildCacheUsage &record : facts.usage.buildCache) {
        parents.insert(record.id, record.parents);
        const bool isInner = record.type == "internal"_L1 || record.type == "frontend"_L1;
        if (record.inUse || record.shared || isInner
            || (record.lastUsed.isValid() && !filter.takesAge(record.lastUsed, now)))
            toKeep << record.id;
    }
    QSet<QString> kept;
    while (!toKeep.isEmpty()) {
        const QString id = toKeep.takeLast();
        if (kept.contains(id))
            continue;
        kept.insert(id);
        toKeep += parents.value(id);
    }
    return kept;
}

/// As POST /build/prune takes them. It knows no labels.
QList<CleanupVictim> cacheOf(const CleanupFacts &facts, const PruneFilter &filter, const QDateTime &now)
{
    QList<CleanupVictim> victims;
    if (!filter.labels.isEmpty())
        return victims;
    const QSet<QString> kept = keptCache(facts, filter, now);
    for (const BuildCacheUsage &record : facts.usage.buildCache) {
        if (kept.contains(record.id))
            continue;
        victims.append({.key = record.id,
                        .name = record.description,
                        .detail = record.type,
                        .names = {},
                        .size = record.size,
                        .time = record.lastUsed.isValid() ? record.lastUsed : record.created});
    }
    return victims;
}

} // namespace

CleanupVictims cleanupVictims(const CleanupFacts &facts, const PruneFilter &filter, const QDateTime &now)
{
    return {{CleanupKind::Containers, containersOf(facts, filter, now)},
            {CleanupKind::DanglingImages, imagesOf(facts, filter, false, now)},
            {CleanupKind::UnusedImages, imagesOf(facts, filter, true, now)},
            {CleanupKind::BuildCache, cacheOf(facts, filter, now)},
            {CleanupKind::AnonymousVolumes, volumesOf(facts, filter, false, now)},
            {CleanupKind::NamedVolumes, volumesOf(facts, filter, true, now)},
            {CleanupKind::Networks, networksOf(facts, filter, now)}};
}

bool isSwarmNetwork(const Network &network)
{
    return network.scope == "swarm"_L1 || network.name == "docker_gwbridge"_L1;
}

bool cleanupLosesData(CleanupKind kind)
{
    // A container holds what was written into it, a named image may have been built from files that are gone.
    return kind != CleanupKind::DanglingImages && kind != CleanupKind::BuildCache;
}

} // namespace Gantry
