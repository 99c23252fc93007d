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

} // namespace Gantry
