// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QStringList>

namespace Gantry {

/// A Compose command line tool that was found on this machine.
struct ComposeProgram
{
    enum class Kind {
        DockerPlugin, ///< `docker compose`, version 2 or newer
        Standalone, ///< `docker-compose`, version 1 or 2
        PodmanPlugin, ///< `podman compose`, which runs one of the others
        PodmanCompose, ///< `podman-compose`
    };

    Kind kind = Kind::DockerPlugin;
    QString program; ///< absolute path
    QString version; ///< "2.26.1"

    /// Arguments before everything else: {"compose"} for the plugins.
    QStringList prefix() const;
    /// As a user types it: {"docker", "compose"}.
    QStringList shown() const;
    /// As shown(), for a shell whose tools would go to another engine than \a host (an address as in DOCKER_HOST):
    /// {"docker", "-H", host, "compose"}, {"env", "DOCKER_HOST=…", "docker-compose"}. Plain where \a host is empty.
    /// \a variables ("NAME=value") are set for it.
    QStringList shownFor(const QString &host, const QStringList &variables = {}) const;
    QString displayName() const; ///< "docker compose 2.26.1"
    int major() const;
    /// Compose 1: one file format and one set of options of its own.
    bool isFirst() const { return (kind == Kind::Standalone || kind == Kind::PodmanPlugin) && major() == 1; }
    /// Docker Compose 2 or newer.
    bool isSecond() const { return kind != Kind::PodmanCompose && major() >= 2; }

    /// Whether it acts on the project of exactly this name: Compose 2 refuses names that it would not give itself,
    /// Compose 1 leaves out what it does not like, and so acts on another project.
    bool takesName(const QString &project) const;

    /// The version in what `version --short` or `--version` printed; empty if there is none.
    static QString versionIn(const QString &output);
    friend bool operator==(const ComposeProgram &, const ComposeProgram &) = default;
};

} // namespace Gantry

Q_DECLARE_METATYPE(Gantry::ComposeProgram)
