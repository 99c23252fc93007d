// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cleanup/cleanupfacts.h"

namespace Gantry {

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
    QHash<QString, ContainerUsage> known;
    for (const ContainerUsage &entry : std::as_const(usage.containers))
        known.insert(entry.container.id, entry);
    QList<ContainerUsage> containers;
    for (const ContainerSummary &container : list) {
        ContainerUsage entry = known.value(container.id, {{}, -1, 0});
        // Who has run since has written since.
        if (container.isRunning())
            entry.writable = -1;
        entry.container = container;
        containers << entry;
    }
    replaceContainers(containers);
}

void CleanupFacts::setImages(const QList<ImageSummary> &list)
{
    QHash<QString, ImageUsage> known;
    for (const ImageUsage &entry : std::as_const(usage.images))
        known.insert(entry.image.id, entry);
    usage.images.clear();
    for (const ImageSummary &image : list) {
        ImageUsage entry = known.value(image.id);
        entry.image = image;
        usage.images << entry;
    }
}

void CleanupFacts::setVolumes(const QList<Volume> &list)
{
    QHash<QString, VolumeUsage> known;
    for (const VolumeUsage &entry : std::as_const(usage.volumes))
        known.insert(entry.volume.name, entry);
    usage.volumes.clear();
    for (const Volume &volume : list) {
        VolumeUsage entry = known.value(volume.name);
        entry.volume = volume;
        usage.volumes << entry;
    }
}

} // namespace Gantry
