// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/containercommands.h"

#include "engine/middleleftout.h"

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

QStringList idsOf(const QList<BatchRun::Item> &items)
{
    QStringList ids;
    for (const BatchRun::Item &item : items)
        ids << item.id;
    return ids;
}

} // namespace

ContainerCommands::ContainerCommands(Engine *engine, OperationLog *log, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_log(log)
    , m_objects(new ObjectCommands(engine, log, this))
{
}

Operation *ContainerCommands::start(const QStringList &ids)
{
    return runAll(ids,
                  {u"start"_s,
                   [](int count, const QString &name) {
                       return count == 1 ? tr("Start %1").arg(name) : tr("Start %n container(s)", nullptr, count);
                   },
                   [](EngineClient *client, const QString &id) { return client->startContainer(id); }});
}

Operation *ContainerCommands::stop(const QStringList &ids)
{
    return runAll(ids,
                  {u"stop"_s,
                   [](int count, const QString &name) {
                       return count == 1 ? tr("Stop %1").arg(name) : tr("Stop %n container(s)", nullptr, count);
                   },
                   [](EngineClient *client, const QString &id) { return client->stopContainer(id); }});
}

Operation *ContainerCommands::restart(const QStringList &ids)
{
    return runAll(ids,
                  {u"restart"_s,
                   [](int count, const QString &name) {
                       return count == 1 ? tr("Restart %1").arg(name) : tr("Restart %n container(s)", nullptr, count);
                   },
                   [](EngineClient *client, const QString &id) { return client->restartContainer(id); }});
}

Operation *ContainerCommands::pause(const QStringList &ids)
{
    return runAll(ids,
                  {u"pause"_s,
                   [](int count, const QString &name) {
                       return count == 1 ? tr("Pause %1").arg(name) : tr("Pause %n container(s)", nullptr, count);
                   },
                   [](EngineClient *client, const QString &id) { return client->pauseContainer(id); }});
}

Operation *ContainerCommands::unpause(const QStringList &ids)
{
    return runAll(ids,
                  {u"unpause"_s,
                   [](int count, const QString &name) {
                       return count == 1 ? tr("Unpause %1").arg(name) : tr("Unpause %n container(s)", nullptr, count);
                   },
                   [](EngineClient *client, const QString &id) { return client->unpauseContainer(id); }});
}

Operation *ContainerCommands::kill(const QStringList &ids)
{
    return runAll(ids,
                  {u"kill"_s,
                   [](int count, const QString &name) {
                       return count == 1 ? tr("Kill %1").arg(name) : tr("Kill %n container(s)", nullptr, count);
                   },
                   [](EngineClient *client, const QString &id) { return client->killContainer(id); }});
}

Operation *ContainerCommands::rename(const QString &id, const QString &name)
{
    const QString old = nameOf(id);
    const QStringList command = m_engine->commandPrefix() << u"rename"_s << old << name;
    Operation *operation
        = m_log->begin(tr("Rename %1 to %2").arg(middleLeftOut(old), middleLeftOut(name)), command, {id});
    const EngineCall action
        = [name](EngineClient *client, const QString &container) { return client->renameContainer(container, name); };
    new BatchRun(
        operation, {{{{id, old}}, throughClient(m_engine, action)}},
        [this, id, name](const QList<BatchRun::Step> &) { rename(id, name); }, this);
    return operation;
}

Operation *ContainerCommands::remove(const QStringList &ids, bool anonymousVolumes, const QStringList &volumes)
{
    const bool force = std::any_of(ids.begin(), ids.end(), [this](const QString &id) {
        return m_engine->containers()->container(id).isRunning();
    });
    QStringList command = m_engine->commandPrefix() << u"rm"_s;
    if (force)
        command << u"-f"_s;
    if (anonymousVolumes)
        command << u"-v"_s;
    const QList<BatchRun::Item> items = itemsOf(ids);
    for (const BatchRun::Item &item : items)
        command << item.name;
    Operation *operation = m_log->begin(ids.size() == 1 ? tr("Remove %1").arg(middleLeftOut(items[0].name))
                                                        : tr("Remove %n container(s)", nullptr, int(ids.size())),
                                        command, ids);
    QList<BatchRun::Step> steps{
        {items, throughClient(m_engine, [this, force, anonymousVolumes](EngineClient *client, const QString &id) {
             return orGoneAlready(client->removeContainer(id, force, anonymousVolumes), this);
         })}};
    if (!volumes.isEmpty()) {
        QList<BatchRun::Item> targets;
        for (const QString &name : volumes)
            targets << BatchRun::Item{name, name};
        operation->addCommand(m_objects->volumeCommand(targets));
        steps << m_objects->volumeStep(targets);
    }
    new BatchRun(
        operation, steps,
        [this, anonymousVolumes, volumes, all = steps.size()](const QList<BatchRun::Step> &left) {
            if (left.size() == all)
                remove(idsOf(left[0].items), anonymousVolumes, volumes);
            else
                m_objects->removeVolumes(left[0].items);
        },
        this);
    return operation;
}

Operation *ContainerCommands::runAll(const QStringList &ids, const Verb &verb)
{
    const QList<BatchRun::Item> items = itemsOf(ids);
    QStringList command = m_engine->commandPrefix() << verb.word;
    for (const BatchRun::Item &item : items)
        command << item.name;
    Operation *operation = m_log->begin(verb.title(int(ids.size()), middleLeftOut(items.value(0).name)), command, ids);
    new BatchRun(
        operation, {{items, throughClient(m_engine, verb.action)}},
        [this, verb](const QList<BatchRun::Step> &left) { runAll(idsOf(left[0].items), verb); }, this);
    return operation;
}

QList<BatchRun::Item> ContainerCommands::itemsOf(const QStringList &ids) const
{
    QList<BatchRun::Item> items;
    for (const QString &id : ids)
        items << BatchRun::Item{id, nameOf(id)};
    return items;
}

QString ContainerCommands::nameOf(const QString &id) const
{
    const QString name = m_engine->containers()->container(id).name;
    return name.isEmpty() ? id.left(12) : name;
}

} // namespace Gantry
