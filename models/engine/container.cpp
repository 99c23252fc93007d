// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/container.h"

#include "engine/containerstatus.h"
#include "engine/json.h"
#include "engine/sharedstrings.h"

#include <algorithm>
#include <tuple>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

ContainerState stateFromWord(const QString &word)
{
    static const QHash<QString, ContainerState> states{
        {u"created"_s, ContainerState::Created},
        {u"configured"_s, ContainerState::Created},
        {u"initialized"_s, ContainerState::Created},
        {u"running"_s, ContainerState::Running},
        {u"stopping"_s, ContainerState::Running},
        {u"paused"_s, ContainerState::Paused},
        {u"restarting"_s, ContainerState::Restarting},
        {u"removing"_s, ContainerState::Removing},
        {u"exited"_s, ContainerState::Exited},
        {u"stopped"_s, ContainerState::Exited},
        {u"dead"_s, ContainerState::Dead},
    };
    return states.value(word.toLower(), ContainerState::Unknown);
}

/// Containers that are linked carry further names with a second slash.
QString ownName(const QStringList &names)
{
    for (const QString &name : names) {
        if (name.lastIndexOf(u'/') <= 0)
            return name.startsWith(u'/') ? name.mid(1) : name;
    }
    return names.isEmpty() ? QString() : names.first().section(u'/', -1);
}

/// The engine lists ports and mounts in the order of a hash map, which differs from answer to answer.
void sortForComparison(QList<ContainerPort> &ports)
{
    std::sort(ports.begin(), ports.end(), [](const ContainerPort &a, const ContainerPort &b) {
        return std::tie(a.privatePort, a.protocol, a.publicPort, a.address)
            < std::tie(b.privatePort, b.protocol, b.publicPort, b.address);
    });
}

QList<ContainerMount> mountsFromJson(const QJsonArray &array)
{
    QList<ContainerMount> mounts;
    for (const auto &value : array) {
        const QJsonObject object = value.toObject();
        mounts << ContainerMount{
            .type = object["Type"_L1].toString(),
            .name = object["Name"_L1].toString(),
            .source = object["Source"_L1].toString(),
            .destination = object["Destination"_L1].toString(),
            .writable = object["RW"_L1].toBool(true),
        };
    }
    std::sort(mounts.begin(), mounts.end(),
              [](const ContainerMount &a, const ContainerMount &b) { return a.destination < b.destination; });
    return mounts;
}

QList<ContainerNetwork> networksFromJson(const QJsonObject &networks)
{
    QList<ContainerNetwork> list;
    for (auto it = networks.begin(); it != networks.end(); ++it) {
        const QJsonObject object = it.value().toObject();
        const QString id = object["NetworkID"_L1].toString();
        // Podman's own name and, in place of an id, again; its list of networks has it under Docker's name.
        const bool isPodmans = it.key() == "podman"_L1 && id == "podman"_L1;
        list << ContainerNetwork{
            .name = isPodmans ? u"bridge"_s : it.key(),
            .networkId = id,
            .address = object["IPAddress"_L1].toString(),
            .gateway = object["Gateway"_L1].toString(),
            .address6 = object["GlobalIPv6Address"_L1].toString(),
            .aliases = Json::strings(object["Aliases"_L1]),
        };
    }
    return list;
}

/// {"5432/tcp": [{"HostIp": "0.0.0.0", "HostPort": "49153"}], "80/tcp": null}
/// The places of the host where ports are published, or are to be.
QList<ContainerPort> portsFromMap(const QJsonObject &map)
{
    QList<ContainerPort> ports;
    for (auto it = map.begin(); it != map.end(); ++it) {
        ContainerPort port;
        port.privatePort = it.key().section(u'/', 0, 0).toUShort();
        port.protocol = it.key().section(u'/', 1);
        const QJsonArray bindings = it.value().toArray();
        if (bindings.isEmpty())
            ports << port;
        for (const auto &binding : bindings) {
            port.address = binding["HostIp"_L1].toString();
            port.publicPort = binding["HostPort"_L1].toString().toUShort();
            ports << port;
        }
    }
    sortForComparison(ports);
    return ports;
}

QString label(const QMap<QString, QString> &labels, const QString &docker, const QString &podman)
{
    const QString value = labels.value(docker);
    return value.isEmpty() ? labels.value(podman) : value;
}

} // namespace

Health healthFromWord(const QString &word)
{
    if (word == "healthy"_L1)
        return Health::Healthy;
    if (word == "unhealthy"_L1)
        return Health::Unhealthy;
    if (word == "starting"_L1)
        return Health::Starting;
    return Health::None;
}

QString ContainerSummary::project() const
{
    return label(labels, u"com.docker.compose.project"_s, u"io.podman.compose.project"_s);
}

QString ContainerSummary::service() const
{
    return label(labels, u"com.docker.compose.service"_s, u"io.podman.compose.service"_s);
}

QString ContainerSummary::shownImage() const
{
    return image.startsWith("sha256:"_L1) ? image.mid(7, 12) : image;
}

bool operator==(const ContainerSummary &a, const ContainerSummary &b)
{
    const auto members = [](const ContainerSummary &c) {
        return std::tie(c.id, c.name, c.image, c.imageId, c.command, c.created, c.state, c.status, c.health, c.exitCode,
                        c.ports, c.mounts, c.networks, c.labels, c.configuredPorts, c.startFailed);
    };
    return members(a) == members(b);
}

ContainerSummary ContainerSummary::fromJson(const QJsonObject &object)
{
    ContainerSummary container;
    container.id = object["Id"_L1].toString();
    container.name = ownName(Json::strings(object["Names"_L1]));
    container.image = object["Image"_L1].toString();
    container.imageId = object["ImageID"_L1].toString();
    container.command = object["Command"_L1].toString();
    container.created = QDateTime::fromSecsSinceEpoch(Json::integer(object["Created"_L1])).toUTC();
    container.state = stateFromWord(object["State"_L1].toString());
    container.status = object["Status"_L1].toString();

    const ContainerStatus status = ContainerStatus::parse(container.status);
    container.health = status.health;
    // The list names the health itself since API 1.52.
    if (const QJsonValue health = object["Health"_L1]["Status"_L1]; health.isString())
        container.health = healthFromWord(health.toString());
    container.exitCode = status.exitCode;
    if (status.seconds)
        container.since = QDateTime::currentDateTimeUtc().addSecs(-*status.seconds);

    const QJsonArray ports = object["Ports"_L1].toArray();
    for (const auto &value : ports) {
        container.ports << ContainerPort{
            .address = value["IP"_L1].toString(),
            .privatePort = quint16(value["PrivatePort"_L1].toInt()),
            .publicPort = quint16(value["PublicPort"_L1].toInt()),
            .protocol = value["Type"_L1].toString(),
        };
    }
    sortForComparison(container.ports);
    container.mounts = mountsFromJson(object["Mounts"_L1].toArray());
    container.networks = networksFromJson(object["NetworkSettings"_L1]["Networks"_L1].toObject());
    container.labels = Json::stringMap(object["Labels"_L1]);
    return container;
}

ContainerSummary ContainerSummary::fromJson(const QJsonObject &object, SharedStrings *strings)
{
    ContainerSummary container = fromJson(object);
    for (QString *string : {&container.image, &container.imageId, &container.command, &container.status})
        strings->share(*string);
    for (ContainerPort &port : container.ports) {
        strings->share(port.address);
        strings->share(port.protocol);
    }
    for (ContainerMount &mount : container.mounts)
        strings->share(mount.type);
    for (ContainerNetwork &network : container.networks) {
        for (QString *string : {&network.name, &network.networkId, &network.gateway})
            strings->share(*string);
    }
    strings->share(container.labels);
    return container;
}

QDateTime ContainerDetails::lastLifeBegins() const
{
    if (finished.isValid() && finished < started)
        return finished;
    // The engine says that a container started when it already writes, and starts it again 100 ms after its end.
    return started.addMSecs(restartCount > 0 ? -100 : -200);
}

std::optional<QString> ContainerDetails::environmentValue(const QString &variable) const
{
    const QString prefix = variable + u'=';
    for (const QString &entry : environment) {
        if (entry.startsWith(prefix))
            return entry.mid(prefix.size());
    }
    return std::nullopt;
}

ContainerDetails ContainerDetails::fromJson(const QJsonObject &object)
{
    const QJsonObject config = object["Config"_L1].toObject();
    const QJsonObject host = object["HostConfig"_L1].toObject();
    const QJsonObject state = object["State"_L1].toObject();
    const QJsonObject network = object["NetworkSettings"_L1].toObject();

    ContainerDetails details;
    details.id = object["Id"_L1].toString();
    details.name = ownName({object["Name"_L1].toString()});
    details.image = config["Image"_L1].toString();
    details.imageId = object["Image"_L1].toString();
    details.path = object["Path"_L1].toString();
    details.arguments = Json::strings(object["Args"_L1]);
    details.created = Json::time(object["Created"_L1]);
    details.started = Json::time(state["StartedAt"_L1]);
    details.finished = Json::time(state["FinishedAt"_L1]);
    details.state = stateFromWord(state["Status"_L1].toString());
    details.exitCode = state["ExitCode"_L1].toInt();
    details.outOfMemory = state["OOMKilled"_L1].toBool();
    details.error = state["Error"_L1].toString();
    details.pid = Json::integer(state["Pid"_L1]);
    details.restartCount = object["RestartCount"_L1].toInt();
    details.restartPolicy = host["RestartPolicy"_L1]["Name"_L1].toString();
    details.tty = config["Tty"_L1].toBool();
    details.openStdin = config["OpenStdin"_L1].toBool();
    details.autoRemove = host["AutoRemove"_L1].toBool();
    details.stopTimeout = config["StopTimeout"_L1].toInt(details.stopTimeout);
    details.user = config["User"_L1].toString();
    details.workingDirectory = config["WorkingDir"_L1].toString();
    details.environment = Json::strings(config["Env"_L1]);
    details.exposedPorts = config["ExposedPorts"_L1].toObject().keys();
    details.ports = portsFromMap(network["Ports"_L1].toObject());
    details.configuredPorts = portsFromMap(host["PortBindings"_L1].toObject());
    // Podman names ports that are only exposed there, too, without a place.
    details.configuredPorts.removeIf([&host](const ContainerPort &port) {
        return host["PortBindings"_L1][QString::number(port.privatePort) + u'/' + port.protocol].toArray().isEmpty();
    });
    details.mounts = mountsFromJson(object["Mounts"_L1].toArray());
    details.networks = networksFromJson(network["Networks"_L1].toObject());
    details.labels = Json::stringMap(config["Labels"_L1]);

    const QJsonObject check = config["Healthcheck"_L1].toObject();
    details.healthTest = Json::strings(check["Test"_L1]);
    details.healthIntervalMs = Json::integer(check["Interval"_L1]) / 1'000'000;
    // Podman says "Healthcheck" in its own answers and "Health" in the compatible ones.
    const QJsonObject health = state["Health"_L1].toObject();
    details.health = healthFromWord(health["Status"_L1].toString());
    details.failingStreak = health["FailingStreak"_L1].toInt();
    const QJsonArray log = health["Log"_L1].toArray();
    for (const auto &probe : log) {
        details.healthLog << HealthProbe{
            .start = Json::time(probe["Start"_L1]),
            .end = Json::time(probe["End"_L1]),
            .exitCode = probe["ExitCode"_L1].toInt(),
            .output = probe["Output"_L1].toString(),
        };
    }
    details.raw = object;
    return details;
}

QJsonObject ContainerConfig::toJson() const
{
    QJsonObject exposed;
    QJsonObject bindings;
    for (const ContainerPort &port : ports) {
        const QString key
            = QString::number(port.privatePort) + u'/' + (port.protocol.isEmpty() ? u"tcp"_s : port.protocol);
        exposed.insert(key, QJsonObject());
        QJsonArray hosts = bindings[key].toArray();
        hosts << QJsonObject{
            {u"HostIp"_s, port.address},
            {u"HostPort"_s, port.publicPort == 0 ? QString() : QString::number(port.publicPort)},
        };
        bindings.insert(key, hosts);
    }

    QJsonObject host{{u"PortBindings"_s, bindings}, {u"AutoRemove"_s, autoRemove}};
    if (!binds.isEmpty())
        host.insert(u"Binds"_s, QJsonArray::fromStringList(binds));
    if (!network.isEmpty())
        host.insert(u"NetworkMode"_s, network);
    if (!restartPolicy.isEmpty())
        host.insert(u"RestartPolicy"_s, QJsonObject{{u"Name"_s, restartPolicy}});

    QJsonObject object{
        {u"Image"_s, image}, {u"Labels"_s, Json::object(labels)}, {u"ExposedPorts"_s, exposed},
        {u"Tty"_s, tty},     {u"OpenStdin"_s, openStdin},         {u"HostConfig"_s, host},
    };
    if (!command.isEmpty())
        object.insert(u"Cmd"_s, QJsonArray::fromStringList(command));
    if (!entrypoint.isEmpty())
        object.insert(u"Entrypoint"_s, QJsonArray::fromStringList(entrypoint));
    if (!environment.isEmpty())
        object.insert(u"Env"_s, QJsonArray::fromStringList(environment));
    if (!user.isEmpty())
        object.insert(u"User"_s, user);
    if (!workingDirectory.isEmpty())
        object.insert(u"WorkingDir"_s, workingDirectory);
    return object;
}

void ContainerProcesses::splitLines()
{
    if (titles.size() != 1 || !titles.first().trimmed().contains(u' '))
        return;
    titles = titles.first().simplified().split(u' ');
    for (QStringList &process : processes) {
        QString rest = process.value(0).trimmed();
        QStringList cells;
        while (cells.size() < titles.size() - 1) {
            cells << rest.section(u' ', 0, 0);
            rest = rest.mid(cells.last().size()).trimmed();
        }
        cells << rest;
        process = cells;
    }
}

} // namespace Gantry
