// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compose/composeprogram.h"
#include "compose/project.h"
#include "engine/endpoint.h"

#include <QProcessEnvironment>
#include <QStringList>

#include <optional>

namespace Gantry {

/// What an up does besides starting what is there.
struct UpOptions
{
    bool build = false;
    bool pull = false;
    bool recreate = false;
    QStringList services; ///< empty: the whole project
    /// Seconds that a container has to end before it is replaced; nothing: as the engine does.
    std::optional<int> stopTimeout = std::nullopt;

    friend bool operator==(const UpOptions &, const UpOptions &) = default;
};

/// Argument lists for the Compose tools, without the program's own prefix. Names of services stand last, where every
/// Compose takes them as names; Compose allows none to begin with "-".
namespace ComposeArguments {

/// --project-name, every -f, --project-directory, every --env-file and --profile: without them an up of a project that
/// was made with them would recreate it with other values. Only the name where the project has no files.
QStringList project(const ComposeProgram &program, const Project &project);
/// The project's name alone: Compose 2 finds the rest by the labels.
QStringList projectName(const Project &project);

QStringList up(const ComposeProgram &program, const Project &project, const UpOptions &options);
/// Pulls before an up, for tools whose up has no --pull: services with a build section are left out. Empty when there
/// is nothing to pull.
QStringList pull(const ComposeProgram &program, const Project &project, const UpOptions &options);
/// Tells what up would do to the containers (Compose 2).
QStringList dryRun(const Project &project, const ComposeProgram &program, const UpOptions &options);
QStringList hashes(const ComposeProgram &program, const Project &project);
/// Reads the files and prints what they amount to: JSON from Compose 2, YAML from Compose 1.
QStringList config(const ComposeProgram &program, const Project &project);

/// Environment of a run: \a base without what would lead Compose elsewhere, DOCKER_HOST set to the engine, and
/// \a variables ("NAME=value").
QProcessEnvironment environment(const QProcessEnvironment &base, const Endpoint &endpoint,
                                const QStringList &variables = {});

} // namespace ComposeArguments

} // namespace Gantry
