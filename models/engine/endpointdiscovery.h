// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/endpoint.h"

#include <QCoreApplication>
#include <QList>
#include <QProcessEnvironment>

namespace Gantry {

/// Finds the engines that this user's environment names, most specific first: the `--host` argument, DOCKER_HOST,
/// the current Docker context (~/.docker/config.json, contexts/meta), then the well-known sockets of Docker,
/// rootless Docker, Docker Desktop and Podman.
class EndpointDiscovery
{
    Q_DECLARE_TR_FUNCTIONS(Gantry::EndpointDiscovery)

public:
    struct Found
    {
        QList<Endpoint> endpoints; ///< in the order in which they are to be tried
        bool explicitly = false; ///< the first was named by the user: no other may be tried in its place
        QStringList problems; ///< translated: unreadable contexts, unsupported addresses
        /// The user's docker command goes elsewhere than to the first well-known socket, or nobody can tell: a Docker
        /// context is named, usable here or not, or the configuration that may name one cannot be read.
        bool contextNamed = false;
    };

    /// \a systemRoot goes before the paths of the system-wide sockets.
    explicit EndpointDiscovery(const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment(),
                               QString systemRoot = {});

    /// \a host is the value of `--host`, empty if it was not given. Reads files, opens no connection.
    /// Sockets that do not exist are left out unless they were named explicitly.
    Found find(const QString &host = {}) const;

private:
    void addAddress(Found &found, const QString &address, const QString &reason, bool shellReachesIt) const;
    void addContext(Found &found) const;
    void addWellKnown(Found &found) const;

    QProcessEnvironment m_environment;
    QString m_systemRoot;
};

} // namespace Gantry
