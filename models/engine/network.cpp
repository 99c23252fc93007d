// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/network.h"

#include "engine/json.h"

namespace Gantry {

using namespace Qt::StringLiterals;

QString Network::project() const
{
    const QString docker = labels.value(u"com.docker.compose.project"_s);
    return docker.isEmpty() ? labels.value(u"io.podman.compose.project"_s) : docker;
}

QJsonObject NetworkConfig::toJson() const
{
    QJsonObject object{{u"Name"_s, name}, {u"CheckDuplicate"_s, true}};
    if (!driver.isEmpty())
        object[u"Driver"_s] = driver;
    if (internal)
        object[u"Internal"_s] = true;
    if (!subnet.isEmpty()) {
        QJsonObject range{{u"Subnet"_s, subnet}};
        if (!gateway.isEmpty())
            range[u"Gateway"_s] = gateway;
        object[u"IPAM"_s] = QJsonObject{{u"Driver"_s, u"default"_s}, {u"Config"_s, QJsonArray{range}}};
    }
    if (!labels.isEmpty())
        object[u"Labels"_s] = Json::object(labels);
    return object;
}

Network Network::fromJson(const QJsonObject &object)
{
    Network network;
    network.id = object["Id"_L1].toString();
    network.name = object["Name"_L1].toString();
    network.driver = object["Driver"_L1].toString();
    network.scope = object["Scope"_L1].toString();
    network.internal = object["Internal"_L1].toBool();
    network.created = Json::time(object["Created"_L1]);
    const QJsonArray subnets = object["IPAM"_L1]["Config"_L1].toArray();
    for (const auto &subnet : subnets)
        network.subnets << NetworkSubnet{subnet["Subnet"_L1].toString(), subnet["Gateway"_L1].toString()};
    const QJsonObject containers = object["Containers"_L1].toObject();
    for (auto it = containers.begin(); it != containers.end(); ++it) {
        const QJsonValue member = it.value();
        network.containers.insert(
            it.key(),
            {member["Name"_L1].toString(), member["IPv4Address"_L1].toString(), member["IPv6Address"_L1].toString()});
    }
    network.labels = Json::stringMap(object["Labels"_L1]);
    return network;
}

} // namespace Gantry
