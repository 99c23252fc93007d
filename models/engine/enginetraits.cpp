// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/enginetraits.h"

#include "engine/apiversion.h"

#include <QJsonArray>
#include <QVersionNumber>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

EngineTraits EngineTraits::of(const QJsonObject &version)
{
    const QJsonArray components = version["Components"_L1].toArray();
    const bool podman = std::any_of(components.begin(), components.end(), [](const QJsonValue &component) {
        return component["Name"_L1].toString().startsWith("Podman"_L1);
    });
    EngineTraits traits;
    traits.tellsContainerConfig
        = ApiVersion::parse(version["ApiVersion"_L1].toString()).value_or(ApiVersion()) < ApiVersion{1, 45};
    if (podman) {
        traits.listsHealth = false;
        traits.tellsOfNetworks = false;
        traits.answersQuietLogs = false;
        traits.guardsNetworkIds = false;
        traits.stopsGently = false;
        traits.prunesImages = false;
        traits.answersSingleStats = false;
        traits.hasBuildKit = false;
        const auto number = QVersionNumber::fromString(version["Version"_L1].toString());
        traits.hasComposeCommand = number.isNull() || number >= QVersionNumber(4, 7);
    }
    return traits;
}

QStringList EngineTraits::composeVariables(int major) const
{
    if (major == 1 && !tellsContainerConfig)
        return {u"COMPOSE_API_VERSION=1.44"_s};
    if (major >= 2 && !hasBuildKit)
        return {u"DOCKER_BUILDKIT=0"_s};
    return {};
}

QStringList EngineTraits::limits() const
{
    QStringList sentences;
    if (!tellsOfNetworks) {
        sentences << tr("This engine does not say when others make or remove a network: Refresh lists the networks "
                        "anew.");
    }
    if (!hasBuildKit)
        sentences << tr("This engine builds images by itself, without BuildKit.");
    return sentences;
}

} // namespace Gantry
