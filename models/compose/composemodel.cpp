// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/composemodel.h"

#include "compose/interpolation.h"
#include "compose/yamljson.h"
#include "engine/middleleftout.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace Gantry {

namespace {

constexpr qint64 largestFile = 4 * 1024 * 1024;

using Text = std::function<QString(const QJsonValue &)>;

QString plain(const QJsonValue &value)
{
    return value.toVariant().toString();
}

QList<ServiceDependency> dependencies(const QJsonObject &service, const Text &text)
{
    QList<ServiceDependency> result;
    const QJsonValue declared = service.value(QLatin1String("depends_on"));
    const QJsonArray names = declared.toArray();
    for (const auto &name : names)
        result.append({text(name), ServiceDependency::Condition::Started});
    const QJsonObject conditions = declared.toObject();
    for (auto it = conditions.begin(); it != conditions.end(); ++it) {
        const QString condition = text(it.value().toObject().value(QLatin1String("condition")));
        result.append({it.key(), dependencyCondition(condition)});
    }
    // Such a service cannot start before the one whose network it uses.
    const QString network = text(service.value(QLatin1String("network_mode")));
    if (network.startsWith(QLatin1String("service:")))
        result.append({network.mid(8), ServiceDependency::Condition::Started});
    return result;
}

/// "8000" or "8000-8003" as first and last; 0 and 0 for anything else.
std::pair<int, int> portRange(const QString &words)
{
    const int first = words.section(QLatin1Char('-'), 0, 0).toInt();
    const int last = words.contains(QLatin1Char('-')) ? words.section(QLatin1Char('-'), 1, 1).toInt() : first;
    if (first <= 0 || first > 65535 || last < first || last > 65535)
        return {0, 0};
    return {first, last};
}

void appendPorts(QList<ContainerPort> &ports, const QString &address, const QString &published, const QString &target,
                 const QString &protocol)
{
    constexpr int most = 64;
    const auto [first, last] = portRange(target);
    const int outside = portRange(published).first;
    for (int i = 0; first > 0 && i <= std::min(last - first, most); ++i) {
        ContainerPort port;
        port.privatePort = quint16(first + i);
        if (outside > 0 && outside + i <= 65535) {
            port.publicPort = quint16(outside + i);
            port.address = address.isEmpty() ? QStringLiteral("0.0.0.0") : address;
        }
        port.protocol = protocol.isEmpty() ? QStringLiteral("tcp") : protocol;
        ports.append(port);
    }
}

QList<ContainerPort> declaredPorts(const QJsonArray &entries, const Text &text)
{
    QList<ContainerPort> ports;
    for (const auto &entry : entries) {
        if (entry.isObject()) {
            const QJsonObject object = entry.toObject();
            appendPorts(ports, text(object.value(QLatin1String("host_ip"))),
                        text(object.value(QLatin1String("published"))), text(object.value(QLatin1String("target"))),
                        text(object.value(QLatin1String("protocol"))));
            continue;
        }
        // [[HOST:]PUBLISHED:]TARGET[/PROTOCOL], where HOST may be an IPv6 address with colons.
        const QString words = text(entry);
        const QString withoutProtocol = words.section(QLatin1Char('/'), 0, 0);
        const QString target = withoutProtocol.section(QLatin1Char(':'), -1);
        const QString published = withoutProtocol.section(QLatin1Char(':'), -2, -2);
        const QString address = withoutProtocol.section(QLatin1Char(':'), 0, -3);
        appendPorts(ports, address, published, target, words.section(QLatin1Char('/'), 1, 1));
    }
    return ports;
}

int instances(const QJsonObject &service, const Text &text)
{
    const QJsonObject deploy = service.value(QLatin1String("deploy")).toObject();
    for (const auto &value : {deploy.value(QLatin1String("replicas")), service.value(QLatin1String("scale"))}) {
        bool ok = false;
        const int number = text(value).toInt(&ok);
        if (ok && number >= 0)
            return number;
    }
    return 1;
}

ProjectService serviceFromObject(const QString &name, const QJsonObject &object, const Text &text)
{
    ProjectService service;
    service.name = name;
    service.inFile = true;
    service.image = text(object.value(QLatin1String("image")));
    service.dependsOn = dependencies(object, text);
    const QJsonArray profiles = object.value(QLatin1String("profiles")).toArray();
    for (const auto &profile : profiles)
        service.profiles.append(text(profile));
    service.ports = declaredPorts(object.value(QLatin1String("ports")).toArray(), text);
    service.declaredInstances = instances(object, text);
    service.built = object.contains(QLatin1String("build"));
    const QJsonValue build = object.value(QLatin1String("build"));
    service.buildFolder = text(build.isObject() ? build.toObject().value(QLatin1String("context")) : build);
    return service;
}

/// Compose's rule of several -f in short: later single values win, lists are joined.
void merge(ProjectService &service, const ProjectService &later)
{
    if (!later.image.isEmpty())
        service.image = later.image;
    if (later.declaredInstances != 1)
        service.declaredInstances = later.declaredInstances;
    service.built = service.built || later.built;
    if (!later.buildFolder.isEmpty())
        service.buildFolder = later.buildFolder;
    for (const ServiceDependency &dependency : later.dependsOn) {
        service.dependsOn.removeIf(
            [&dependency](const ServiceDependency &each) { return each.service == dependency.service; });
        service.dependsOn.append(dependency);
    }
    for (const QString &profile : later.profiles) {
        if (!service.profiles.contains(profile))
            service.profiles.append(profile);
    }
    for (const ContainerPort &port : later.ports) {
        if (!service.ports.contains(port))
            service.ports.append(port);
    }
}

void mergeDocument(ComposeModel &model, const QJsonObject &document, const Text &text)
{
    const QString name = text(document.value(QLatin1String("name")));
    if (!name.isEmpty())
        model.name = name;
    const QJsonObject services = document.value(QLatin1String("services")).toObject();
    for (auto it = services.begin(); it != services.end(); ++it) {
        const ProjectService service = serviceFromObject(it.key(), it.value().toObject(), text);
        const auto same = std::find_if(model.services.begin(), model.services.end(),
                                       [&service](const ProjectService &each) { return each.name == service.name; });
        if (same == model.services.end())
            model.services.append(service);
        else
            merge(*same, service);
    }
    const QJsonObject volumes = document.value(QLatin1String("volumes")).toObject();
    for (auto it = volumes.begin(); it != volumes.end(); ++it) {
        const QJsonValue external = it.value().toObject().value(QLatin1String("external"));
        const bool foreign = external.isObject() || plain(external) == QLatin1String("true");
        if (!foreign && !model.volumes.contains(it.key()))
            model.volumes.append(it.key());
    }
}

ComposeModel completed(ComposeModel model)
{
    std::sort(model.services.begin(), model.services.end(),
              [](const ProjectService &a, const ProjectService &b) { return a.name < b.name; });
    model.volumes.sort();
    for (const ProjectService &service : std::as_const(model.services)) {
        for (const QString &profile : service.profiles) {
            if (!model.profiles.contains(profile))
                model.profiles.append(profile);
        }
    }
    model.profiles.sort();
    return model;
}

ComposeModel broken(const QString &problem)
{
    ComposeModel model;
    model.problem = problem;
    return model;
}

} // namespace

ComposeModel ComposeModel::fromConfigJson(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject())
        return broken(error.errorString());
    ComposeModel model;
    mergeDocument(model, document.object(), plain);
    return completed(model);
}

ComposeModel ComposeModel::fromConfigYaml(const QByteArray &yaml)
{
    const YamlDocument document = jsonFromYaml(yaml);
    if (!document.problem.isEmpty())
        return broken(document.problem);
    ComposeModel model;
    mergeDocument(model, document.root, plain);
    return completed(model);
}

ComposeModel ComposeModel::fromFiles(const QStringList &files, const QProcessEnvironment &environment)
{
    const Text text = [&environment](const QJsonValue &value) { return interpolated(plain(value), environment); };
    ComposeModel model;
    for (const QString &path : files) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return broken(QStringLiteral("%1: %2").arg(middleLeftOut(path), file.errorString()));
        const QByteArray bytes = file.read(largestFile + 1);
        if (bytes.size() > largestFile) {
            return broken(QCoreApplication::translate("Gantry::ComposeModel", "%1 is larger than 4 MiB.")
                              .arg(middleLeftOut(path)));
        }
        const YamlDocument document = jsonFromYaml(bytes);
        if (!document.problem.isEmpty())
            return broken(QStringLiteral("%1: %2").arg(middleLeftOut(path), document.problem));
        mergeDocument(model, document.root, text);
    }
    return completed(model);
}

} // namespace Gantry
