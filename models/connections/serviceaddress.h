// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/container.h"
#include "engine/endpoint.h"
#include "postgres/databaselogin.h"

#include <QHostAddress>
#include <QMetaType>

#include <optional>

namespace Gantry {

/// Where one port of a service is reached: by the other containers of its network, or by programs of this machine.
struct ServiceAddress
{
    enum class From { Network, Machine };

    QString service;
    QString container; ///< id of the one that was asked
    From from = From::Network;
    QStringList networks; ///< names; of From::Network
    QString host; ///< empty where the port cannot be reached from there
    quint16 port = 0; ///< at that host
    quint16 containerPort = 0;
    QString protocol; ///< "tcp", "udp", "sctp"
    bool isPublished = false; ///< of From::Machine: at this machine, not at the container's own address
    bool isRunning = false;
    QString scheme; ///< "postgresql", "http", …; empty where the port does not tell
    DatabaseLogin login; ///< of scheme "postgresql"; in memory only
    QStringList usedBy; ///< "api: DATABASE_URL", the variables of other services that name it; of From::Network

    /// "db:5432", "127.0.0.1:5433", "dns:53/udp"; empty where there is no host.
    QString address() const;
    enum class Password { Masked, Shown };
    /// "postgresql://demo:demo@db:5432/demo"; empty where scheme or host are unknown. A masked one is no URL to be
    /// used.
    QString url(Password password) const;

    friend bool operator==(const ServiceAddress &a, const ServiceAddress &b);
};

/// A container that stands for a service, as inspected.
struct ServiceContainer
{
    QString service;
    ContainerDetails details;
    std::optional<DatabaseLogin> login; ///< of a PostgreSQL server
};

/// Every port of every service from both sides, the network's first. Ports are those that the image exposes and those
/// that are published. The addresses for this machine are as safe as DatabaseRoute's: a container's own address only
/// where its gateway is one of \a ownAddresses.
QList<ServiceAddress> serviceAddresses(const QList<ServiceContainer> &containers, const Endpoint &endpoint,
                                       const QList<QHostAddress> &ownAddresses);

} // namespace Gantry

Q_DECLARE_METATYPE(Gantry::ServiceAddress)
