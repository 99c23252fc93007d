// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/composearguments.h"

#include <QFileInfo>

namespace Gantry::ComposeArguments {

using namespace Qt::StringLiterals;

QStringList projectName(const Project &project)
{
    return {u"--project-name"_s, project.name};
}

QStringList project(const ComposeProgram &program, const Project &project)
{
    QStringList arguments = projectName(project);
    const ProjectFiles &files = project.files;
    for (const QString &file : files.configFiles)
        arguments << u"--file"_s << file;
    // podman-compose knows no project directory, and one env file only.
    const bool isPodmanCompose = program.kind == ComposeProgram::Kind::PodmanCompose;
    const bool elsewhere
        = !files.configFiles.isEmpty() && QFileInfo(files.configFiles.first()).path() != files.workingDirectory;
    if (elsewhere && !files.workingDirectory.isEmpty() && !isPodmanCompose)
        arguments << u"--project-directory"_s << files.workingDirectory;
    for (const QString &file : files.environmentFiles)
        arguments << u"--env-file"_s << file;
    for (const QString &profile : project.activeProfiles)
        arguments << u"--profile"_s << profile;
    return arguments;
}

QStringList up(const ComposeProgram &program, const Project &project, const UpOptions &options)
{
    QStringList arguments = ComposeArguments::project(program, project) << u"up"_s << u"-d"_s;
    if (options.build)
        arguments << u"--build"_s;
    if (options.pull && program.isSecond())
        arguments << u"--pull"_s << u"always"_s;
    if (options.recreate)
        arguments << u"--force-recreate"_s;
    if (options.stopTimeout)
        arguments << u"--timeout"_s << QString::number(*options.stopTimeout);
    return arguments + options.services;
}

QStringList pull(const ComposeProgram &program, const Project &project, const UpOptions &options)
{
    QStringList services;
    for (const ProjectService &service : project.services) {
        const bool meant = options.services.isEmpty() || options.services.contains(service.name);
        if (meant && service.inFile && !service.built)
            services.append(service.name);
    }
    if (services.isEmpty())
        return {};
    return (ComposeArguments::project(program, project) << u"pull"_s) + services;
}

QStringList dryRun(const Project &project, const ComposeProgram &program, const UpOptions &options)
{
    // Without --no-start the dry run of a stopped project fails: it waits for health that nothing can reach.
    QStringList arguments{u"--dry-run"_s};
    arguments << ComposeArguments::project(program, project) << u"up"_s << u"--no-start"_s;
    if (options.recreate)
        arguments << u"--force-recreate"_s;
    return arguments + options.services;
}

QStringList hashes(const ComposeProgram &program, const Project &project)
{
    return ComposeArguments::project(program, project) << u"config"_s << u"--hash"_s << u"*"_s;
}

QStringList config(const ComposeProgram &program, const Project &project)
{
    Project all = project;
    all.activeProfiles = project.profiles;
    QStringList arguments = ComposeArguments::project(program, all) << u"config"_s;
    if (program.isSecond())
        arguments << u"--format"_s << u"json"_s;
    return arguments;
}

QProcessEnvironment environment(const QProcessEnvironment &base, const Endpoint &endpoint, const QStringList &variables)
{
    QProcessEnvironment result = base;
    for (const QString &name : {u"DOCKER_CONTEXT"_s, u"DOCKER_TLS"_s, u"DOCKER_TLS_VERIFY"_s, u"DOCKER_CERT_PATH"_s,
                                u"COMPOSE_FILE"_s, u"COMPOSE_PROJECT_NAME"_s, u"COMPOSE_ENV_FILES"_s})
        result.remove(name);
    result.insert(u"DOCKER_HOST"_s, endpoint.address());
    // `podman compose` hands this to the tool that it runs.
    result.insert(u"CONTAINER_HOST"_s, endpoint.address());
    result.insert(u"COMPOSE_ANSI"_s, u"never"_s);
    result.insert(u"BUILDKIT_PROGRESS"_s, u"plain"_s);
    result.insert(u"COMPOSE_MENU"_s, u"false"_s);
    for (const QString &variable : variables)
        result.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));
    return result;
}

} // namespace Gantry::ComposeArguments
