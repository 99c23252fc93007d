// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diskusage.h"

#include "engine/json.h"

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

/// Where the engine leaves the member out, it does not know.
qint64 knownOr(const QJsonValue &value, qint64 otherwise)
{
    return value.isDouble() ? Json::integer(value) : otherwise;
}

ImageUsage imageUsage(const QJsonObject &object)
{
    return {ImageSummary::fromJson(object), knownOr(object["SharedSize"_L1], -1),
            int(knownOr(object["Containers"_L1], -1))};
}

VolumeUsage volumeUsage(const QJsonObject &object)
{
    const QJsonValue usage = object["UsageData"_L1];
    return {Volume::fromJson(object), knownOr(usage["Size"_L1], -1), int(knownOr(usage["RefCount"_L1], -1))};
}

BuildCacheUsage buildCacheUsage(const QJsonObject &object)
{
    // One parent until API 1.41.
    QStringList parents = Json::strings(object["Parents"_L1]);
    if (const QString parent = object["Parent"_L1].toString(); !parent.isEmpty() && !parents.contains(parent))
        parents << parent;
    return {.id = object["ID"_L1].toString(),
            .type = object["Type"_L1].toString(),
            .description = object["Description"_L1].toString(),
            .parents = parents,
            .inUse = object["InUse"_L1].toBool(),
            .shared = object["Shared"_L1].toBool(),
            .size = Json::integer(object["Size"_L1]),
            .created = Json::time(object["CreatedAt"_L1]),
            .lastUsed = Json::time(object["LastUsedAt"_L1])};
}

} // namespace

DiskUsage DiskUsage::fromJson(const QJsonObject &object)
{
    DiskUsage usage;
    usage.layersSize = Json::integer(object["LayersSize"_L1]);
    const QJsonArray images = object["Images"_L1].toArray();
    for (const auto &image : images)
        usage.images << imageUsage(image.toObject());
    const QJsonArray containers = object["Containers"_L1].toArray();
    for (const auto &container : containers) {
        const qint64 writable = Json::integer(container["SizeRw"_L1]);
        usage.containers << ContainerUsage{ContainerSummary::fromJson(container.toObject()), writable,
                                           qMax<qint64>(0, Json::integer(container["SizeRootFs"_L1]) - writable)};
    }
    const QJsonArray volumes = object["Volumes"_L1].toArray();
    for (const auto &volume : volumes)
        usage.volumes << volumeUsage(volume.toObject());
    const QJsonArray records = object["BuildCache"_L1].toArray();
    for (const auto &record : records)
        usage.buildCache << buildCacheUsage(record.toObject());
    return usage;
}

PruneReport PruneReport::fromJson(const QJsonObject &object, const QString &member)
{
    PruneReport report;
    report.spaceReclaimed = Json::integer(object["SpaceReclaimed"_L1]);
    const QJsonArray removed = object[member].toArray();
    for (const auto &each : removed) {
        // Of images, what went and which of their names.
        const QString name = each.isObject() ? each["Deleted"_L1].toString() : each.toString();
        if (!name.isEmpty())
            report.removed << name;
    }
    return report;
}

} // namespace Gantry
