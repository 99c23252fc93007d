// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/containerfacts.h"

#include "items/containerwords.h"
#include "items/humanize.h"
#include "items/publishedport.h"
#include "items/secretnames.h"
#include "operations/shellline.h"

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

Fact time(const QString &name, const QDateTime &when)
{
    return {name, Humanize::ago(when), Fact::Kind::Text, Humanize::exactTime(when), Tone::Normal, {}, {}, false, false};
}

Fact text(const QString &name, const QString &value)
{
    return {name, value, Fact::Kind::Text, {}, Tone::Normal, {}, {}, false, false};
}

/// Of our own: they are read whole, in more than one line if need be.
Fact words(const QString &name, const QString &value)
{
    Fact fact = text(name, value);
    fact.wraps = true;
    return fact;
}

Fact mono(const QString &name, const QString &value)
{
    return {name, value, Fact::Kind::Mono, {}, Tone::Normal, {}, {}, false, false};
}

} // namespace

QList<FactSection> ContainerFacts::of(const ContainerDetails &container, const Endpoint &engine)
{
    QList<FactSection> sections{general(container), network(container, engine), mounts(container),
                                environment(container), labels(container)};
    sections.removeIf([](const FactSection &section) { return section.facts.isEmpty(); });
    return sections;
}

FactSection ContainerFacts::general(const ContainerDetails &container)
{
    FactSection section{u"general"_s, tr("General"), {}};
    QList<Fact> &facts = section.facts;
    facts << text(tr("Image"), container.image);
    facts << mono(tr("Command"), shellLine(QStringList(container.path) + container.arguments));
    if (!container.error.isEmpty()) {
        facts << text(tr("Error"), container.error);
        facts.last().tone = Tone::Error;
        facts.last().wraps = true;
    }
    facts << time(tr("Created"), container.created);
    if (container.isRunning() && container.started.isValid()) {
        facts << time(tr("Started"), container.started);
    } else if (container.finished.isValid()) {
        facts << time(tr("Exited"), container.finished);
        const QString ending = ContainerWords::ending(container.exitCode, container.outOfMemory);
        facts << words(tr("Exit code"), tr("%1, %2").arg(container.exitCode).arg(ending));
    }
    const bool never = container.restartPolicy.isEmpty() || container.restartPolicy == u"no";
    const QString policy = never ? tr("never", "the engine restarts the container") : container.restartPolicy;
    const QString count = tr("%n restart(s)", nullptr, container.restartCount);
    facts << text(tr("Restart"), container.restartCount == 0 ? policy : policy + u", "_s + count);
    const QString project = container.labels.value(u"com.docker.compose.project"_s,
                                                   container.labels.value(u"io.podman.compose.project"_s));
    if (!project.isEmpty()) {
        facts << text(tr("Project"), project);
        facts.last().project = project;
    }
    if (!container.user.isEmpty())
        facts << text(tr("User"), container.user);
    if (!container.workingDirectory.isEmpty())
        facts << mono(tr("Working folder"), container.workingDirectory);
    if (container.autoRemove)
        facts << words(tr("When it ends"), tr("it is removed"));
    return section;
}

FactSection ContainerFacts::network(const ContainerDetails &container, const Endpoint &engine)
{
    FactSection section{u"network"_s, tr("Network"), {}};
    for (const ContainerNetwork &network : container.networks) {
        const bool hasAddress = !network.address.isEmpty();
        section.facts << (hasAddress ? mono(network.name, network.address)
                                     : words(network.name, tr("no address while it does not run")));
        section.facts.last().copyable = hasAddress;
        if (container.isRunning() && !hasAddress)
            section.facts.last().value = tr("no address of its own");
    }
    const QList<ContainerPort> ports = container.isRunning() ? container.ports : container.configuredPorts;
    const auto placed = [&container](const QString &where) {
        return container.isRunning() ? where : tr("%1, while it runs", "port 80 of the host").arg(where);
    };
    QMap<QString, QString> others; // by port, where each is to be reached
    for (const QString &port : container.exposedPorts)
        others.insert(port, tr("not published to the host"));
    for (const ContainerPort &port : ports)
        others.insert(QString::number(port.privatePort) + u'/' + port.protocol,
                      container.isRunning() ? tr("not published to the host") : placed(tr("a free port of the host")));
    const QList<PublishedPort> published = PublishedPort::of(ports);
    for (const PublishedPort &port : published) {
        Fact fact = text(QString::number(port.privatePort) + u'/' + port.protocol, QString());
        others.remove(fact.name);
        const QString where = port.address.isEmpty() ? tr("port %1 of the host").arg(port.port)
                                                     : tr("port %1 of %2").arg(port.port).arg(port.address);
        fact.value = placed(where);
        fact.wraps = true;
        if (container.isRunning() && port.isTcp()) {
            fact.link = port.url(engine);
            fact.wraps = false;
            fact.value = fact.link.authority();
            fact.toolTip = where;
        }
        section.facts << fact;
    }
    for (auto other = others.cbegin(); other != others.cend(); ++other)
        section.facts << words(other.key(), other.value());
    return section;
}

FactSection ContainerFacts::mounts(const ContainerDetails &container)
{
    FactSection section{u"mounts"_s, tr("Mounts"), {}};
    for (const ContainerMount &mount : container.mounts) {
        const bool isVolume = mount.type == "volume"_L1;
        section.facts << mono(isVolume ? mount.name : mount.source, mount.destination);
        section.facts.last().toolTip = (isVolume ? mount.name : mount.source) + u" → "_s + mount.destination;
        const QString access = mount.writable ? tr("read and write") : tr("read only");
        section.facts << words({}, tr("%1, %2", "volume, read only").arg(mount.type, access));
        section.facts.last().tone = Tone::Muted;
    }
    return section;
}

FactSection ContainerFacts::environment(const ContainerDetails &container)
{
    FactSection section{u"environment"_s, tr("Environment"), {}};
    QStringList entries = container.environment;
    entries.sort(Qt::CaseInsensitive);
    for (const QString &entry : entries.first(qMin(entries.size(), MostVariables))) {
        const QString name = entry.section(u'=', 0, 0);
        Fact fact = mono(name, entry.section(u'=', 1));
        if (SecretNames::isSecret(name, fact.value))
            fact.kind = Fact::Kind::Secret;
        section.facts << fact;
    }
    if (entries.size() > MostVariables)
        section.facts << words({}, tr("and %1 more: see Inspect").arg(entries.size() - MostVariables));
    return section;
}

FactSection ContainerFacts::labels(const ContainerDetails &container)
{
    FactSection section{u"labels"_s, tr("Labels"), {}};
    for (auto it = container.labels.begin(); it != container.labels.end(); ++it) {
        if (section.facts.size() == MostVariables) {
            section.facts << words({}, tr("and %1 more: see Inspect").arg(container.labels.size() - MostVariables));
            break;
        }
        Fact fact = mono(it.key(), it.value());
        if (SecretNames::isSecret(it.key(), it.value()))
            fact.kind = Fact::Kind::Secret;
        section.facts << fact;
    }
    return section;
}

} // namespace Gantry
