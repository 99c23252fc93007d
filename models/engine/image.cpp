// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image.h"

#include "engine/json.h"

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

/// API 1.41 lists a dangling image as "<none>:<none>".
QStringList realNames(const QJsonValue &value)
{
    QStringList names = Json::strings(value);
    names.removeIf([](const QString &name) { return name.startsWith("<none>"_L1); });
    return names;
}

} // namespace

ImageSummary ImageSummary::fromJson(const QJsonObject &object)
{
    ImageSummary image;
    image.id = object["Id"_L1].toString();
    image.tags = realNames(object["RepoTags"_L1]);
    image.digests = realNames(object["RepoDigests"_L1]);
    image.created = QDateTime::fromSecsSinceEpoch(Json::integer(object["Created"_L1])).toUTC();
    image.size = Json::integer(object["Size"_L1]);
    image.labels = Json::stringMap(object["Labels"_L1]);
    return image;
}

ImageDetails ImageDetails::fromJson(const QJsonObject &object)
{
    const QJsonObject config = object["Config"_L1].toObject();
    ImageDetails image;
    image.id = object["Id"_L1].toString();
    image.tags = realNames(object["RepoTags"_L1]);
    image.created = Json::time(object["Created"_L1]);
    image.size = Json::integer(object["Size"_L1]);
    image.architecture = object["Architecture"_L1].toString();
    image.os = object["Os"_L1].toString();
    image.command = Json::strings(config["Cmd"_L1]);
    image.entrypoint = Json::strings(config["Entrypoint"_L1]);
    image.environment = Json::strings(config["Env"_L1]);
    image.exposedPorts = config["ExposedPorts"_L1].toObject().keys();
    image.labels = Json::stringMap(config["Labels"_L1]);
    image.layers = Json::strings(object["RootFS"_L1]["Layers"_L1]);
    image.raw = object;
    return image;
}

} // namespace Gantry
