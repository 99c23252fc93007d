// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cleanup/cleanupfacts.h"

namespace Gantry {

namespace {

/// \a things, each with what was \a measured of it; \a unknown where nothing was.
template <typename Usage, typename Thing>
QList<Usage> withUsage(const QList<Usage> &measured, const QList<Thing> &things, Thing Usage::*thing,
                       QString Thing::*key, const Usage &unknown = {})
{
    QHash<QString, Usage> known;
    for (const Usage &entry : measured)
        known.insert(entry.*thing.*key, entry);
    QList<Usage> result;
    for (const Thing &each : things) {
        Usage entry = known.value(each.*key, unknown);
        entry.*thing = each;
        result << entry;
    }
    return result;
}

} // namespace

using namespace Qt::StringLiterals;

bool CleanupFacts::isAnonymous(const Volume &volume) const
{
    return labelsAnonymousVolumes ? volume.labels.contains(u"com.docker.volume.anonymous"_s)
                                  : Volume::isAnonymous(volume.name);
}

QSet<QString> CleanupFacts::usedImages() const
{
    QSet<QString> used;
    for (const ContainerUsage &entry : usage.containers)
        used << entry.container.imageId;
    for (const ImageUsage &entry : usage.images) {
        if (entry.containers > 0)
            used << entry.image.id;
    }
    return used;
}

QSet<QString> CleanupFacts::usedVolumes() const
{
    QSet<QString> used;
    for (const ContainerUsage &entry : usage.containers) {
        for (const ContainerMount &mount : entry.container.mounts) {
            if (mount.type == "volume"_L1)
                used << mount.name;
        }
    }
    for (const VolumeUsage &entry : usage.volumes) {
        if (entry.users > 0)
            used << entry.volume.name;
    }
    return used;
}

QSet<QString> CleanupFacts::usedNetworks(bool runningOnly) const
{
    QSet<QString> used;
    for (const ContainerUsage &entry : usage.containers) {
        if (runningOnly && !entry.container.isRunning())
            continue;
        for (const ContainerNetwork &network : entry.container.networks)
            used << network.name << network.networkId;
    }
    used.remove(QString()); // of a container that never ran
    return used;
}

CleanupFacts CleanupFacts::without(const QSet<QString> &ids) const
{
    CleanupFacts rest = *this;
    QList<ContainerUsage> containers = usage.containers;
    containers.removeIf([&ids](const ContainerUsage &entry) { return ids.contains(entry.container.id); });
    rest.replaceContainers(containers);
    return rest;
}

void CleanupFacts::replaceContainers(const QList<ContainerUsage> &containers)
{
    // The engine has counted the users when it was measured.
    QHash<QString, int> ofImages;
    QHash<QString, int> ofVolumes;
    const auto count = [&](const QList<ContainerUsage> &list, int each) {
        for (const ContainerUsage &entry : list) {
            ofImages[entry.container.imageId] += each;
            QSet<QString> volumes;
            for (const ContainerMount &mount : entry.container.mounts) {
                if (mount.type == "volume"_L1)
                    volumes << mount.name;
            }
            for (const QString &volume : std::as_const(volumes))
                ofVolumes[volume] += each;
        }
    };
    count(usage.containers, -1);
    count(containers, 1);
    usage.containers = containers;
    for (ImageUsage &entry : usage.images) {
        if (entry.containers >= 0)
            entry.containers = qMax(0, entry.containers + ofImages.value(entry.image.id));
    }
    for (VolumeUsage &entry : usage.volumes) {
        if (entry.users >= 0)
            entry.users = qMax(0, entry.users + ofVolumes.value(entry.volume.name));
    }
}

void CleanupFacts::setContainers(const QList<ContainerSummary> &list)
{
    QList<ContainerUsage> containers
        = withUsage(usage.containers, list, &ContainerUsage::container, &ContainerSummary::id, {{}, -1, 0});
    for (ContainerUsage &entry : containers) {
        // Who has run since has written since.
        if (entry.container.isRunning())
            entry.writable = -1;
    }
    replaceContainers(containers);
}

void CleanupFacts::setImages(const QList<ImageSummary> &list)
{
    usage.images = withUsage(usage.images, list, &ImageUsage::image, &ImageSummary::id);
}

void CleanupFacts::setVolumes(const QList<Volume> &list)
{
    usage.volumes = withUsage(usage.volumes, list, &VolumeUsage::volume, &Volume::name);
}

} // namespace Gantry
