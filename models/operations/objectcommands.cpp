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

Operation *ObjectCommands::removeImages(const QList<Target> &images)
{
    return remove(images,
                  {{u"rmi"_s},
                   [](int count, const QString &name) {
                       return count == 1 ? tr("Remove image %1").arg(name) : tr("Remove %n image(s)", nullptr, count);
                   },
                   [](EngineClient *client, const QString &name) { return client->removeImage(name, false); }});
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
