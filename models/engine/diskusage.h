// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/container.h"
#include "engine/image.h"
#include "engine/volume.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace Gantry {

/// What an image takes on the engine's disk.
struct ImageUsage
{
    ImageSummary image;
    qint64 sharedSize = -1; ///< bytes in layers that other images have, too; -1 where the engine does not say
    int containers = -1; ///< that use it; -1 where the engine does not say

    /// Bytes in layers of its own; -1 where unknown.
    qint64 uniqueSize() const { return sharedSize < 0 ? -1 : image.size - sharedSize; }
    friend bool operator==(const ImageUsage &, const ImageUsage &) = default;
};

/// What a container takes beside its image.
struct ContainerUsage
{
    ContainerSummary container;
    qint64 writable = 0; ///< bytes written into the container itself; -1 where not measured
    qint64 image = 0; ///< bytes of the layers below it, which stay as long as it does

    friend bool operator==(const ContainerUsage &, const ContainerUsage &) = default;
};

/// What a volume takes.
struct VolumeUsage
{
    Volume volume;
    qint64 size = -1; ///< bytes; -1 where its driver does not say
    int users = -1; ///< containers; -1 where the engine does not say

    friend bool operator==(const VolumeUsage &, const VolumeUsage &) = default;
};

/// A record of the build cache.
struct BuildCacheUsage
{
    QString id;
    QString type; ///< "regular", "source.local", "internal", "frontend"…
    QString description; ///< "mount / from exec /bin/sh -c apt-get update"
    QStringList parents; ///< ids of the records it is made on, which stay as long as it does
    bool inUse = false;
    bool shared = false; ///< an image has it as a layer, too
    qint64 size = 0;
    QDateTime created;
    QDateTime lastUsed; ///< invalid if never

    friend bool operator==(const BuildCacheUsage &, const BuildCacheUsage &) = default;
};

/// GET /system/df (API 1.41): what everything takes on the engine's disk.
struct DiskUsage
{
    qint64 layersSize = 0; ///< bytes of all layers of images, shared ones once
    QList<ImageUsage> images; ///< without intermediate ones
    QList<ContainerUsage> containers;
    QList<VolumeUsage> volumes;
    QList<BuildCacheUsage> buildCache;

    friend bool operator==(const DiskUsage &, const DiskUsage &) = default;
    static DiskUsage fromJson(const QJsonObject &object);
};

/// What a prune call answers.
struct PruneReport
{
    QStringList removed; ///< names or ids, as the engine has them; of images their layers, too
    qint64 spaceReclaimed = 0; ///< bytes

    /// \a member names the list: "ContainersDeleted".
    static PruneReport fromJson(const QJsonObject &object, const QString &member);
};

} // namespace Gantry
