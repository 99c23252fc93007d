// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/databaseroute.h"

#include <QCoreApplication>
#include <QNetworkInterface>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Gantry::DatabaseRoute", text);
}

constexpr int NearSilence = 12; // seconds; of this machine's own networks

QString withPort(const QString &host, quint16 port)
{
    return (host.contains(u':') ? u'[' + host + u']' : host) + u':' + QString::number(port);
}

/// Where a program here reaches a port that the engine published at \a address of its host.
QString reachable(const QString &address, const Endpoint &endpoint)
{
    const QHostAddress host(address);
    const bool any = address.isEmpty() || host == QHostAddress::AnyIPv4 || host == QHostAddress::AnyIPv6;
    if (endpoint.isLocalSocket()) {
        if (!any)
            return address;
        return host == QHostAddress::AnyIPv6 ? u"::1"_s : u"127.0.0.1"_s;
    }
    if (any)
        return endpoint.host;
    return host.isLoopback() ? QString() : address;
}

bool isOwn(const ContainerNetwork &network, const QList<QHostAddress> &ownAddresses)
{
    const QHostAddress gateway(network.gateway);
    return !gateway.isNull() && !gateway.isLoopback() && ownAddresses.contains(gateway);
}

} // namespace

QString DatabaseRoute::label() const
{
    switch (kind) {
    case PublishedPort:
        return tr("published port %1").arg(withPort(host, port));
    case ContainerAddress:
        return tr("container address %1").arg(withPort(host, port));
    case ExecTunnel:
        return tr("exec tunnel");
    }
    Q_UNREACHABLE();
}

bool DatabaseRoute::accepts(const QString &serverAddress) const
{
    if (serverAddresses.isEmpty())
        return true;
    // inet_server_addr() as text may carry a mask.
    const QHostAddress address(serverAddress.section(u'/', 0, 0));
    return !address.isNull() && std::any_of(serverAddresses.begin(), serverAddresses.end(), [&](const QString &own) {
        return QHostAddress(own) == address;
    });
}

bool DatabaseRoute::leadsInto(const QList<ContainerNetwork> &networks) const
{
    const QStringList addresses = kind == ContainerAddress ? QStringList{host} : serverAddresses;
    return kind == ExecTunnel
        || std::any_of(networks.begin(), networks.end(), [&addresses](const ContainerNetwork &network) {
               return addresses.contains(network.address) || addresses.contains(network.address6);
           });
}

void DatabaseRoute::apply(ConnectionParameters *parameters) const
{
    parameters->host = host;
    parameters->port = port;
    if (kind == ContainerAddress || QHostAddress(host).isLoopback())
        parameters->silenceTimeout = NearSilence;
}

QList<DatabaseRoute> DatabaseRoute::find(const ContainerDetails &container, quint16 port, const Endpoint &endpoint,
                                         Kinds allowed, const QList<QHostAddress> &ownAddresses)
{
    QStringList addresses;
    for (const ContainerNetwork &network : container.networks) {
        for (const QString &address : {network.address, network.address6}) {
            if (!address.isEmpty())
                addresses << address;
        }
    }

    QList<DatabaseRoute> routes;
    const auto add = [&](Kind reached, const QString &where, quint16 at) {
        const DatabaseRoute route{reached, where, at, addresses};
        if (!where.isEmpty() && !routes.contains(route))
            routes << route;
    };
    // Without an address of the container nobody can tell it from a stranger.
    if (allowed.testFlag(PublishedPort) && !addresses.isEmpty()) {
        for (const ContainerPort &published : container.ports) {
            if (published.privatePort == port && published.publicPort != 0 && published.protocol == "tcp"_L1)
                add(PublishedPort, reachable(published.address, endpoint), published.publicPort);
        }
    }
    if (allowed.testFlag(ContainerAddress) && endpoint.isLocalSocket()) {
        for (const ContainerNetwork &network : container.networks) {
            if (isOwn(network, ownAddresses))
                add(ContainerAddress, network.address, port);
        }
    }
    if (allowed.testFlag(ExecTunnel))
        routes << DatabaseRoute{ExecTunnel, {}, 5432, {}};
    return routes;
}

QList<DatabaseRoute> DatabaseRoute::find(const ContainerDetails &container, quint16 port, const Endpoint &endpoint,
                                         Kinds allowed)
{
    return find(container, port, endpoint, allowed, QNetworkInterface::allAddresses());
}

} // namespace Gantry
