// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compose/composemodel.h"
#include "compose/project.h"
#include "pgenvironment.h"

#include <QProcessEnvironment>

namespace Gantry {

/// Finding a project's files on this machine, and the name that Compose would give it. Everything here reads files:
/// call it in the pool.
namespace ComposeFile {

/// What a path that the user opened leads to.
struct Found
{
    ProjectFiles files; ///< one main file and its override, in the order of -f
    QString projectName; ///< as Compose 1 and 2 choose it without --project-name
    QString problem; ///< translated: why the path leads to no project; the rest is empty then
};

/// \a path: a Compose file, or a folder that holds compose.yaml, compose.yml, docker-compose.yml or
/// docker-compose.yaml (in this order; the folder's parents are not searched). A file of one of these names brings its
/// override file along, any other file stands alone.
Found find(const QString &path, const QProcessEnvironment &environment = PgEnvironment::forChildren());

/// Whether files of this name are what a user would open as a project: *.yaml and *.yml.
bool looksLikeComposeFile(const QString &path);

/// Turns the paths of labels into paths of this machine. Compose 1 wrote relative config files, which do not always
/// resolve against the working directory: tried are working directory/file, then working directory/base name.
/// What is not found is in ProjectFiles::missing.
ProjectFiles resolved(const ProjectFiles &labelled);

/// COMPOSE_PROJECT_NAME (environment, then .env), the top-level \a declaredName, the folder's name; normalised.
QString defaultProjectName(const QString &workingDirectory, const QString &declaredName,
                           const QProcessEnvironment &environment);

/// Lower case, only a-z, 0-9, "_" and "-", beginning with a letter or digit: Compose's rule for project names.
QString normalisedProjectName(const QString &name);

/// The variables that files of this project see: \a environment over the env files, or over .env where there are none.
QProcessEnvironment variables(const ProjectFiles &files, const QProcessEnvironment &environment);

/// Text of a file for display, at most 4 MiB; \a problem receives why it cannot be read.
QString read(const QString &path, QString *problem);

} // namespace ComposeFile

} // namespace Gantry
