// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/composeprogram.h"

#include <QRegularExpression>

namespace Gantry {

QStringList ComposeProgram::prefix() const
{
    if (kind == Kind::DockerPlugin || kind == Kind::PodmanPlugin)
        return {QStringLiteral("compose")};
    return {};
}

QStringList ComposeProgram::shown() const
{
    switch (kind) {
    case Kind::DockerPlugin:
        return {QStringLiteral("docker"), QStringLiteral("compose")};
    case Kind::Standalone:
        return {QStringLiteral("docker-compose")};
    case Kind::PodmanPlugin:
        return {QStringLiteral("podman"), QStringLiteral("compose")};
    case Kind::PodmanCompose:
        return {QStringLiteral("podman-compose")};
    }
    return {};
}

QStringList ComposeProgram::shownFor(const QString &host, const QStringList &variables) const
{
    QStringList set = variables;
    QStringList command = shown();
    if (!host.isEmpty() && kind == Kind::DockerPlugin) {
        command = {QStringLiteral("docker"), QStringLiteral("-H"), host, QStringLiteral("compose")};
    } else if (!host.isEmpty()) {
        // Podman's plugin hands DOCKER_HOST to the tool that it runs; podman-compose runs podman, which knows another
        // name.
        set << (kind == Kind::PodmanCompose ? QStringLiteral("CONTAINER_HOST=") : QStringLiteral("DOCKER_HOST="))
                + host;
    }
    return set.isEmpty() ? command : QStringList{QStringLiteral("env")} + set + command;
}

QString ComposeProgram::displayName() const
{
    return shown().join(QLatin1Char(' ')) + QLatin1Char(' ') + version;
}

int ComposeProgram::major() const
{
    return version.section(QLatin1Char('.'), 0, 0).toInt();
}

bool ComposeProgram::takesName(const QString &project) const
{
    static const QRegularExpression first(QStringLiteral("\\A[a-z0-9_-]+\\z"));
    static const QRegularExpression second(QStringLiteral("\\A[a-z0-9][a-z0-9_-]*\\z"));
    return kind == Kind::PodmanCompose || (isFirst() ? first : second).match(project).hasMatch();
}

QString ComposeProgram::versionIn(const QString &output)
{
    static const QRegularExpression number(QStringLiteral("\\bv?(\\d+\\.\\d+(?:\\.\\d+)*(?:-[0-9A-Za-z.]+)?)"));
    return number.match(output).captured(1);
}

} // namespace Gantry
