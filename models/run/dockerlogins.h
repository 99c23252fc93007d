// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/registryauth.h"

#include <QCoreApplication>
#include <QString>

namespace Gantry {

/// What docker's config.json says of logins to registries (cli/config/configfile): helper programs for one registry or
/// for all, or the credentials themselves.
struct DockerLogins
{
    Q_DECLARE_TR_FUNCTIONS(Gantry::DockerLogins)

public:
    QString helper; ///< program docker-credential-… that knows the login; empty where there is none
    RegistryAuth auth; ///< of the file itself
    QString problem; ///< why the file says nothing, translated

    /// \a registryKey as in ImageReference::registryKey().
    static DockerLogins of(const QByteArray &config, const QString &registryKey);
    /// The same of config.json in \a folder, which may not exist; call it in the pool.
    static DockerLogins read(const QString &folder, const QString &registryKey);
    /// $DOCKER_CONFIG, else ~/.docker.
    static QString defaultFolder();
    /// What such a program prints; a user "<token>" stands for a token.
    static RegistryAuth ofHelper(const QByteArray &output, const QString &registryKey);
};

} // namespace Gantry
