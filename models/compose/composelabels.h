// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Labels that Compose puts on containers, networks and volumes. Docker Compose 1 and 2 and podman-compose write the
/// first group; podman-compose adds its own.
namespace Gantry::ComposeLabel {

inline const QString project = QStringLiteral("com.docker.compose.project");
inline const QString service = QStringLiteral("com.docker.compose.service");
inline const QString containerNumber = QStringLiteral("com.docker.compose.container-number");
inline const QString oneOff = QStringLiteral("com.docker.compose.oneoff");
inline const QString configHash = QStringLiteral("com.docker.compose.config-hash");
inline const QString version = QStringLiteral("com.docker.compose.version");
inline const QString dependsOn = QStringLiteral("com.docker.compose.depends_on"); ///< Compose 2 only
inline const QString workingDirectory = QStringLiteral("com.docker.compose.project.working_dir");
inline const QString configFiles = QStringLiteral("com.docker.compose.project.config_files"); ///< relative in Compose 1
inline const QString environmentFiles = QStringLiteral("com.docker.compose.project.environment_file"); ///< Compose 2
inline const QString volume = QStringLiteral("com.docker.compose.volume");

inline const QString podmanProject = QStringLiteral("io.podman.compose.project");
inline const QString podmanService = QStringLiteral("io.podman.compose.service");
inline const QString podmanVersion = QStringLiteral("io.podman.compose.version");

} // namespace Gantry::ComposeLabel
