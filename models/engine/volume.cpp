// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/volume.h"

#include "engine/json.h"

#include <QRegularExpression>

namespace Gantry {

using namespace Qt::StringLiterals;

QString Volume::project() const
{
    const QString docker = labels.value(u"com.docker.compose.project"_s);
    return docker.isEmpty() ? labels.value(u"io.podman.compose.project"_s) : docker;
}

bool Volume::isAnonymous(const QString &name)
{
    static const QRegularExpression digits(u"^[0-9a-f]{64}$"_s);
    return digits.match(name).hasMatch();
}

Volume Volume::fromJson(const QJsonObject &object)
{
    Volume volume;
    volume.name = object["Name"_L1].toString();
    volume.driver = object["Driver"_L1].toString();
    volume.mountpoint = object["Mountpoint"_L1].toString();
    volume.scope = object["Scope"_L1].toString();
    volume.created = Json::time(object["CreatedAt"_L1]);
    volume.labels = Json::stringMap(object["Labels"_L1]);
    return volume;
}

} // namespace Gantry
