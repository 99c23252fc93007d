// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/container.h"
#include "engine/endpoint.h"
#include "postgres/connectionparameters.h"

#include <QFlags>
#include <QHostAddress>
#include <QList>

namespace Gantry {

/// A way from this program to the PostgreSQL server in a container.
struct DatabaseRoute
{
    enum Kind {
        PublishedPort = 1, ///< a port of the engine's host
        ContainerAddress = 2, ///< the container's own address in a network of this machine
        ExecTunnel = 4, ///< bytes through an exec in the container; needs nothing published
    };
    Q_DECLARE_FLAGS(Kinds, Kind)
    static constexpr int allKinds = PublishedPort | ContainerAddress | ExecTunnel;

    Kind kind = ExecTunnel;
    QString host; ///< empty for a tunnel: ExecTunnel::directory() once it is ready
    quint16 port = 5432;
    /// A stranger may answer at an address. Unless empty, inet_server_addr() must be one of these after connecting,
    /// or the connection is closed and the next route tried.
    QStringList serverAddresses;

    /// "published port 127.0.0.1:5433", "container address 172.20.0.2:5432", "exec tunnel", translated.
    QString label() const;
    /// Whether \a serverAddress (ServerInfo::address) may be the one of this container.
    bool accepts(const QString &serverAddress) const;
    /// Whether it can lead to a container in \a networks; a tunnel always can.
    bool leadsInto(const QList<ContainerNetwork> &networks) const;
    /// Sets host, port and how long its silence is borne.
    void apply(ConnectionParameters *parameters) const;

    /// The routes to port \a port of \a container through \a endpoint that are safe to try, best first, only of the
    /// kinds \a allowed. \a ownAddresses are those of this machine (QNetworkInterface::allAddresses()): a container's
    /// address is used only when its gateway is one of them.
    static QList<DatabaseRoute> find(const ContainerDetails &container, quint16 port, const Endpoint &endpoint,
                                     Kinds allowed, const QList<QHostAddress> &ownAddresses);
    static QList<DatabaseRoute> find(const ContainerDetails &container, quint16 port, const Endpoint &endpoint,
                                     Kinds allowed = Kinds(allKinds));

    friend bool operator==(const DatabaseRoute &, const DatabaseRoute &) = default;
};

Q_DECLARE_OPERATORS_FOR_FLAGS(DatabaseRoute::Kinds)

} // namespace Gantry
