// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/diskusage.h"
#include "engine/network.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QSet>

namespace Gantry {

/// What is known of an engine's objects when it is to be cleaned up: all of them, with their sizes where those were
/// measured.
struct CleanupFacts
{
    DiskUsage usage; ///< without sizes where only the lists were read
    QList<Network> networks;
    /// The layers of images that share some, by id; an image that is not in it may share with any.
    QHash<QString, QStringList> layers;
    QDateTime measured;
    /// The engine labels volumes that were not named, and prunes those alone unless told otherwise (API 1.42).
    bool labelsAnonymousVolumes = false;
    bool prunesImages = true; ///< EngineTraits::prunesImages

    bool isAnonymous(const Volume &volume) const;
    /// The ids of all images that containers were made from.
    QSet<QString> usedImages() const;
    /// The names of all volumes that containers have.
    QSet<QString> usedVolumes() const;
    /// Names and ids of the networks of all containers, or of the running ones.
    QSet<QString> usedNetworks(bool runningOnly) const;

    /// The same as if the containers \a ids were gone, and what they alone used were not used any more.
    CleanupFacts without(const QSet<QString> &ids) const;
    /// What is there by now, with the sizes that are known from before.
    void setContainers(const QList<ContainerSummary> &list);
    void setImages(const QList<ImageSummary> &list);
    void setVolumes(const QList<Volume> &list);

private:
    void replaceContainers(const QList<ContainerUsage> &containers);
};

} // namespace Gantry
