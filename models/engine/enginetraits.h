// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QJsonObject>
#include <QStringList>

namespace Gantry {

/// What an engine's API has not, or does otherwise than Docker's. Judged here only, by what the engine says of itself;
/// elsewhere the code asks for a trait, never for a product. (Words that differ in an event are EngineEvent's
/// business.)
struct EngineTraits
{
    Q_DECLARE_TR_FUNCTIONS(Gantry::EngineTraits)

public:
    /// The list of containers tells how health checks go. Where not, Podman's own list does (GET
    /// /libpod/containers/json).
    bool listsHealth = true;
    /// The making and the removal of a network are events.
    bool tellsOfNetworks = true;
    /// A log that is followed is answered at once; otherwise with the first line.
    bool answersQuietLogs = true;
    /// Stop and restart give a container 10 s to end unless it was made with another time. Podman 4.3 kills one that
    /// Docker's tools made at once, a database too, unless it is told how long.
    bool stopsGently = true;
    /// A network in use cannot be removed. Podman 4.3 removes it when it is named by its id.
    bool guardsNetworkIds = true;
    /// The prune call for images takes those without a name in any case, and says how much was freed. Podman takes
    /// either these or the others, and adds up whole images, shared layers and all.
    bool prunesImages = true;
    /// What a container uses, asked for a single time (GET /containers/{id}/stats?one-shot=1, API 1.41), can be
    /// compared with what was told before. Podman's cannot; its streams tell no more than a sample in five seconds
    /// anyway.
    bool answersSingleStats = true;
    /// Builds with BuildKit; otherwise Compose 2 would fetch a builder of its own, and run it in a container.
    bool hasBuildKit = true;
    /// The newest API tells an image's "ContainerConfig", without which Compose 1 breaks off while it recreates a
    /// container; not since 1.45.
    bool tellsContainerConfig = true;
    /// Its own command line has "compose"; Podman's since 4.7.
    bool hasComposeCommand = true;

    /// From GET /version (API 1.41).
    static EngineTraits of(const QJsonObject &version);
    /// "NAME=value": what Compose of that major version must find in its environment, unless the user has set it.
    QStringList composeVariables(int major) const;
    /// What a user misses for it, in whole sentences; translated.
    QStringList limits() const;
};

} // namespace Gantry
