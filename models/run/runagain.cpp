// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/runagain.h"

#include "engine/json.h"
#include "operations/shellline.h"

#include <QJsonArray>

#include <array>
#include <utility>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

/// The engine's own for every container.
constexpr qint64 UsualSharedMemory = 64 * 1024 * 1024;

QString amountOf(qint64 bytes)
{
    if (bytes <= 0)
        return {};
    constexpr std::array units{std::pair(30, 'g'), std::pair(20, 'm'), std::pair(10, 'k')};
    for (const auto &[power, letter] : units) {
        if (const qint64 unit = qint64(1) << power; bytes % unit == 0)
            return QString::number(bytes / unit) + QLatin1Char(letter);
    }
    return QString::number(bytes) + u'b';
}

QString durationOf(const QJsonValue &nanoseconds)
{
    const qint64 value = Json::integer(nanoseconds);
    if (value <= 0)
        return {};
    constexpr qint64 second = 1'000'000'000;
    return value % second == 0 ? QString::number(value / second) + u's' : QString::number(value) + u"ns"_s;
}

RunHealth healthOf(const QJsonObject &check)
{
    RunHealth health;
    const QStringList test = Json::strings(check["Test"_L1]);
    health.off = test.value(0) == "NONE"_L1;
    if (test.value(0) == "CMD-SHELL"_L1)
        health.command = test.value(1);
    else if (test.value(0) == "CMD"_L1)
        health.command = shellLine(test.mid(1));
    health.interval = durationOf(check["Interval"_L1]);
    health.timeout = durationOf(check["Timeout"_L1]);
    health.startPeriod = durationOf(check["StartPeriod"_L1]);
    if (const int retries = check["Retries"_L1].toInt(); retries > 0)
        health.retries = QString::number(retries);
    return health;
}

QList<RunPort> portsOf(const QJsonObject &bindings)
{
    QList<RunPort> ports;
    for (auto it = bindings.begin(); it != bindings.end(); ++it) {
        const QJsonArray places = it->toArray();
        for (const auto &place : places) {
            const QString address = place["HostIp"_L1].toString();
            const QString text = (address.contains(u':') ? u'[' + address + u']' : address) + u':'
                + place["HostPort"_L1].toString() + u':' + it.key();
            ports << RunPort::parse(address.isEmpty() ? text.mid(1) : text).value_or(QList<RunPort>());
        }
    }
    return ports;
}

QList<RunMount> mountsOf(const QJsonObject &host, const QJsonObject &volumes, const QJsonObject &ofImage)
{
    QList<RunMount> mounts;
    const QStringList binds = Json::strings(host["Binds"_L1]);
    for (const QString &bind : binds) {
        if (const std::optional<RunMount> mount = RunMount::fromVolume(bind))
            mounts << *mount;
    }
    const QJsonArray list = host["Mounts"_L1].toArray();
    for (const auto &each : list) {
        const QString type = each["Type"_L1].toString();
        RunMount mount;
        mount.kind = type == "bind"_L1 ? RunMount::Kind::Bind
            : type == "tmpfs"_L1       ? RunMount::Kind::Tmpfs
                                       : RunMount::Kind::Volume;
        mount.source = each["Source"_L1].toString();
        mount.target = each["Target"_L1].toString();
        mount.readOnly = each["ReadOnly"_L1].toBool();
        mounts << mount;
    }
    const auto tmpfs = Json::stringMap(host["Tmpfs"_L1]);
    for (auto it = tmpfs.cbegin(); it != tmpfs.cend(); ++it) {
        RunMount mount{.kind = RunMount::Kind::Tmpfs};
        mount.target = it.key();
        mount.options = *it;
        mounts << mount;
    }
    for (auto it = volumes.begin(); it != volumes.end(); ++it) {
        if (ofImage.contains(it.key()))
            continue;
        RunMount mount;
        mount.target = it.key();
        mounts << mount;
    }
    return mounts;
}

QString restartOf(const QJsonValue &policy)
{
    const QString name = policy["Name"_L1].toString();
    const int times = policy["MaximumRetryCount"_L1].toInt();
    if (name == "no"_L1)
        return {};
    return name == "on-failure"_L1 && times > 0 ? name + u':' + QString::number(times) : name;
}

/// Without what is in \a known as it is.
QStringList without(const QStringList &lines, const QStringList &known)
{
    QStringList left = lines;
    left.removeIf([&known](const QString &line) { return known.contains(line); });
    return left;
}

QStringList lines(const QMap<QString, QString> &map)
{
    QStringList list;
    for (auto it = map.cbegin(); it != map.cend(); ++it)
        list << it.key() + u'=' + *it;
    return list;
}

QStringList leftOutOf(const QJsonObject &host)
{
    constexpr std::array options{
        std::pair("ExtraHosts", "--add-host"),      std::pair("Dns", "--dns"),
        std::pair("Devices", "--device"),           std::pair("SecurityOpt", "--security-opt"),
        std::pair("Sysctls", "--sysctl"),           std::pair("ReadonlyRootfs", "--read-only"),
        std::pair("VolumesFrom", "--volumes-from"), std::pair("Links", "--link"),
        std::pair("GroupAdd", "--group-add"),       std::pair("CpusetCpus", "--cpuset-cpus"),
    };
    QStringList found;
    for (const auto &[key, option] : options) {
        const QJsonValue value = host[QLatin1String(key)];
        if (!value.toArray().isEmpty() || !value.toObject().isEmpty() || value.toBool() || !value.toString().isEmpty())
            found << QLatin1String(option);
    }
    return found;
}

} // namespace

RunAgain RunAgain::of(const ContainerDetails &container, const ImageDetails &image)
{
    const QJsonObject config = container.raw["Config"_L1].toObject();
    const QJsonObject host = container.raw["HostConfig"_L1].toObject();
    const QJsonObject ofImage = image.raw["Config"_L1].toObject();
    const auto differing = [&config, &ofImage](QLatin1String key) {
        const QString value = config[key].toString();
        return value == ofImage[key].toString() ? QString() : value;
    };
    RunAgain again;
    RunRequest &request = again.request;
    request.image = container.image;
    request.environment = without(container.environment, image.environment);
    request.labels = without(lines(container.labels), lines(image.labels));
    const QStringList entrypoint = Json::strings(config["Entrypoint"_L1]);
    const QStringList command = Json::strings(config["Cmd"_L1]);
    const bool isOwnEntrypoint = entrypoint != image.entrypoint;
    if (isOwnEntrypoint)
        request.entrypoint = entrypoint.isEmpty() ? QStringList(QString()) : entrypoint;
    if (isOwnEntrypoint || command != image.command)
        request.command = command;
    request.user = differing("User"_L1);
    request.workingDirectory = differing("WorkingDir"_L1);
    const QString hostname = config["Hostname"_L1].toString();
    if (hostname != container.id.left(12) && host["NetworkMode"_L1] != "host"_L1)
        request.hostname = hostname;
    request.tty = container.tty;
    request.interactive = container.openStdin;
    request.detach = !config["AttachStdout"_L1].toBool();
    if (config["Healthcheck"_L1] != ofImage["Healthcheck"_L1])
        request.health = healthOf(config["Healthcheck"_L1].toObject());

    request.ports = portsOf(host["PortBindings"_L1].toObject());
    request.publishAll = host["PublishAllPorts"_L1].toBool();
    request.mounts = mountsOf(host, config["Volumes"_L1].toObject(), ofImage["Volumes"_L1].toObject());
    const QString network = host["NetworkMode"_L1].toString();
    if (network != "default"_L1 && network != "bridge"_L1)
        request.network = network;
    if (RunRequest::isOwnNetwork(request.network)) {
        request.aliases
            = Json::strings(container.raw["NetworkSettings"_L1]["Networks"_L1][request.network]["Aliases"_L1]);
        request.aliases.removeAll(container.id.left(12)); // the engine's own
    }
    request.restart = restartOf(host["RestartPolicy"_L1]);
    request.memory = amountOf(Json::integer(host["Memory"_L1]));
    if (const double cpus = double(Json::integer(host["NanoCpus"_L1])) / 1e9; cpus > 0)
        request.cpus = QString::number(cpus, 'g', 9);
    if (const qint64 shared = Json::integer(host["ShmSize"_L1]); shared != UsualSharedMemory)
        request.sharedMemory = amountOf(shared);
    request.addedCapabilities = Json::strings(host["CapAdd"_L1]);
    request.droppedCapabilities = Json::strings(host["CapDrop"_L1]);
    request.privileged = host["Privileged"_L1].toBool();
    request.init = host["Init"_L1].toBool();
    request.autoRemove = container.autoRemove;
    again.leftOut = leftOutOf(host);
    return again;
}

} // namespace Gantry
