// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>

namespace Gantry {

/// A subnet of a network and its gateway's address.
struct NetworkSubnet
{
    QString subnet; ///< "172.20.0.0/16"
    QString gateway; ///< "172.20.0.1", may be empty

    friend bool operator==(const NetworkSubnet &, const NetworkSubnet &) = default;
};

/// A container's place in a network, as the network tells it.
struct NetworkMember
{
    QString name;
    QString address; ///< "172.20.0.3/16"
    QString address6;

    friend bool operator==(const NetworkMember &, const NetworkMember &) = default;
};

/// What a network is to be: body of POST /networks/create (API 1.41).
struct NetworkConfig
{
    QString name;
    QString driver; ///< empty: the engine's own choice, "bridge"
    QString subnet; ///< "172.30.0.0/16"; empty: the engine chooses
    QString gateway;
    bool internal = false; ///< no way out
    QMap<QString, QString> labels;

    QJsonObject toJson() const;
};

/// A network: an entry of GET /networks, or GET /networks/{id} (API 1.41).
struct Network
{
    QString id;
    QString name;
    QString driver;
    QString scope;
    bool internal = false;
    QDateTime created;
    QList<NetworkSubnet> subnets;
    QMap<QString, NetworkMember> containers; ///< by container id: the running ones; only from the inspection
    QMap<QString, QString> labels;

    QString shortId() const { return id.left(12); }
    /// Compose project the network was made for, empty for none.
    QString project() const;
    friend bool operator==(const Network &, const Network &) = default;
    static Network fromJson(const QJsonObject &object);
};

} // namespace Gantry
