// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/objectcommands.h"

#include "engine/middleleftout.h"

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

QFuture<void> removeVolume(EngineClient *client, const QString &name)
{
    return client->removeVolume(name, false);
}

} // namespace

ObjectCommands::ObjectCommands(Engine *engine, OperationLog *log, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_log(log)
{
}

Operation *ObjectCommands::removeImages(const QList<Target> &images, bool force)
{
    return remove(images,
                  {force ? QStringList{u"rmi"_s, u"-f"_s} : QStringList{u"rmi"_s},
                   [](int count, const QString &name) {
                       return count == 1 ? tr("Remove image %1").arg(name) : tr("Remove %n image(s)", nullptr, count);
                   },
                   [force](EngineClient *client, const QString &name) { return client->removeImage(name, force); }});
}

Operation *ObjectCommands::tagImage(const Target &image, const QString &tag)
{
    return runOne(tr("Tag %1 as %2").arg(middleLeftOut(image.name), middleLeftOut(tag)), {u"tag"_s, image.name, tag},
                  image, [tag](EngineClient *client, const QString &name) { return client->tagImage(name, tag); });
}

Operation *ObjectCommands::createVolume(const QString &name, const QMap<QString, QString> &labels)
{
    QStringList words{u"volume"_s, u"create"_s};
    for (auto label = labels.begin(); label != labels.end(); ++label)
        words << u"--label"_s << label.key() + u'=' + *label;
    return runOne(tr("Create volume %1").arg(middleLeftOut(name)), words << name, {name, name},
                  [labels](EngineClient *client, const QString &id) {
                      return withoutResult(client->createVolume(id, labels), client);
                  });
}

Operation *ObjectCommands::createNetwork(const NetworkConfig &config)
{
    QStringList words{u"network"_s, u"create"_s};
    const auto option = [&words](const QString &name, const QString &value) {
        if (!value.isEmpty())
            words << name << value;
    };
    option(u"--driver"_s, config.driver);
    option(u"--subnet"_s, config.subnet);
    option(u"--gateway"_s, config.gateway);
    if (config.internal)
        words << u"--internal"_s;
    for (auto label = config.labels.begin(); label != config.labels.end(); ++label)
        words << u"--label"_s << label.key() + u'=' + *label;
    return runOne(tr("Create network %1").arg(middleLeftOut(config.name)), words << config.name,
                  {config.name, config.name}, [config](EngineClient *client, const QString &) {
                      return withoutResult(client->createNetwork(config), client);
                  });
}

Operation *ObjectCommands::connectNetwork(const Target &network, const Target &container, const QStringList &aliases)
{
    QStringList words{u"network"_s, u"connect"_s};
    for (const QString &alias : aliases)
        words << u"--alias"_s << alias;
    return runOne(tr("Connect %1 to %2").arg(middleLeftOut(container.name), middleLeftOut(network.name)),
                  words << network.name << container.name, container,
                  [network = network.id, aliases](EngineClient *client, const QString &id) {
                      return client->connectNetwork(network, id, aliases);
                  });
}

Operation *ObjectCommands::disconnectNetwork(const Target &network, const QList<Target> &containers)
{
    Operation *first = nullptr;
    for (const Target &container : containers) {
        Operation *operation
            = runOne(tr("Disconnect %1 from %2").arg(middleLeftOut(container.name), middleLeftOut(network.name)),
                     {u"network"_s, u"disconnect"_s, network.name, container.name}, container,
                     [network = network.id](EngineClient *client, const QString &id) {
                         return client->disconnectNetwork(network, id);
                     });
        first = first ? first : operation;
    }
    return first;
}

Operation *ObjectCommands::runOne(const QString &title, const QStringList &command, const Target &target,
                                  const EngineCall &call)
{
    Operation *operation = m_log->begin(title, m_engine->commandPrefix() + command, {target.id});
    new BatchRun(
        operation, {{{target}, throughClient(m_engine, call)}},
        [this, title, command, target, call](const QList<BatchRun::Step> &) { runOne(title, command, target, call); },
        this);
    return operation;
}

Operation *ObjectCommands::removeVolumes(const QList<Target> &volumes)
{
    return remove(volumes,
                  {{u"volume"_s, u"rm"_s},
                   [](int count, const QString &name) {
                       return count == 1 ? tr("Remove volume %1").arg(name) : tr("Remove %n volume(s)", nullptr, count);
                   },
                   removeVolume});
}

Operation *ObjectCommands::removeNetworks(const QList<Target> &networks)
{
    return remove(networks,
                  {{u"network"_s, u"rm"_s},
                   [](int count, const QString &name) {
                       return count == 1 ? tr("Remove network %1").arg(name)
                                         : tr("Remove %n network(s)", nullptr, count);
                   },
                   [](EngineClient *client, const QString &id) { return client->removeNetwork(id); }});
}

BatchRun::Step ObjectCommands::volumeStep(const QList<Target> &volumes)
{
    return step(volumes, removeVolume);
}

QStringList ObjectCommands::volumeCommand(const QList<Target> &volumes) const
{
    return command({u"volume"_s, u"rm"_s}, volumes);
}

Operation *ObjectCommands::remove(const QList<Target> &targets, const Removal &removal)
{
    QStringList subjects;
    for (const Target &target : targets)
        subjects << target.id;
    Operation *operation = m_log->begin(removal.title(int(targets.size()), middleLeftOut(targets.value(0).name)),
                                        command(removal.words, targets), subjects);
    new BatchRun(
        operation, {step(targets, removal.call)},
        [this, removal](const QList<BatchRun::Step> &left) { remove(left[0].items, removal); }, this);
    return operation;
}

BatchRun::Step ObjectCommands::step(const QList<Target> &targets, const EngineCall &call)
{
    return {targets, throughClient(m_engine, [this, call](EngineClient *client, const QString &id) {
                return orGoneAlready(call(client, id), this);
            })};
}

QStringList ObjectCommands::command(const QStringList &words, const QList<Target> &targets) const
{
    QStringList command = m_engine->commandPrefix() << words;
    // The engine takes networks of any name.
    if (std::any_of(targets.cbegin(), targets.cend(),
                    [](const Target &target) { return target.name.startsWith(u'-'); }))
        command << u"--"_s;
    for (const Target &target : targets)
        command << target.name;
    return command;
}

} // namespace Gantry
