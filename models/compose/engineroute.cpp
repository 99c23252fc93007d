// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/engineroute.h"

#include "engine/middleleftout.h"
#include "engine/onanswer.h"

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

EngineRoute::EngineRoute(EngineClient *client, ContainerStore *containers, const Project &project, Operation *operation,
                         QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_containers(containers)
    , m_project(project)
    , m_operation(operation)
{
    connect(operation, &Operation::finished, this, &EngineRoute::end);
    connect(operation, &QObject::destroyed, this, &EngineRoute::end);
    connect(m_containers, &ContainerStore::changed, this, [this] {
        if (!m_waits.isEmpty())
            checkWaits();
    });
    operation->setCanceller([operation] {
        // Calls that were made cannot be taken back; no further ones follow.
        operation->setCancelled();
    });
}

void EngineRoute::start()
{
    const QList<QStringList> order = startOrder(m_project.services);
    for (const QStringList &services : order)
        addStart(services, false);
    run();
}

void EngineRoute::stop()
{
    const QList<QStringList> order = startOrder(m_project.services);
    for (auto it = order.crbegin(); it != order.crend(); ++it)
        addStop(*it);
    run();
}

void EngineRoute::restart()
{
    const QList<QStringList> order = startOrder(m_project.services);
    for (auto it = order.crbegin(); it != order.crend(); ++it)
        addStop(*it);
    for (const QStringList &services : order)
        addStart(services, true);
    run();
}

void EngineRoute::down(bool volumes)
{
    const QList<QStringList> order = startOrder(m_project.services);
    for (auto it = order.crbegin(); it != order.crend(); ++it)
        addStop(*it);
    addRemoval(volumes);
    addNetworks();
    if (volumes)
        addVolumes();
    run();
}

void EngineRoute::startService(const QString &service)
{
    m_project.services.removeIf([&service](const ProjectService &each) { return each.name != service; });
    start();
}

void EngineRoute::stopService(const QString &service)
{
    m_project.services.removeIf([&service](const ProjectService &each) { return each.name != service; });
    stop();
}

void EngineRoute::restartService(const QString &service)
{
    const ProjectService *found = m_project.service(service);
    Step step;
    step.phase = tr("Restarting %1").arg(found ? namesOf(found->containers) : middleLeftOut(service));
    const QStringList ids = found ? found->containers : QStringList();
    for (const QString &id : ids)
        step.calls.append([id](EngineClient *client) { return client->restartContainer(id); });
    m_steps.append(step);
    run();
}

void EngineRoute::addStart(const QStringList &services, bool stopped)
{
    Step waiting;
    Step starting;
    QStringList ids;
    QStringList waitedFor;
    for (const QString &name : services) {
        const ProjectService *service = m_project.service(name);
        if (!service->exists())
            continue;
        for (const ServiceDependency &dependency : service->dependsOn) {
            const ProjectService *needed = m_project.service(dependency.service);
            if (!needed || dependency.condition == ServiceDependency::Condition::Started)
                continue;
            for (const QString &id : needed->containers)
                waiting.waits.append({id, dependency.condition});
            waitedFor += needed->containers;
        }
        for (const QString &id : service->containers) {
            ids.append(id);
            const bool paused = !stopped && m_containers->container(id).state == ContainerState::Paused;
            starting.calls.append([id, paused](EngineClient *client) {
                return paused ? client->unpauseContainer(id) : client->startContainer(id);
            });
        }
    }
    waitedFor.removeDuplicates();
    if (!waiting.waits.isEmpty()) {
        waiting.phase = tr("Waiting for %1").arg(namesOf(waitedFor));
        m_steps.append(waiting);
    }
    starting.phase = tr("Starting %1").arg(namesOf(ids));
    if (!starting.calls.isEmpty())
        m_steps.append(starting);
}

void EngineRoute::addStop(const QStringList &services)
{
    Step step;
    QStringList ids;
    for (const QString &name : services)
        ids += m_project.service(name)->containers;
    ids.removeIf([this](const QString &id) { return !m_containers->container(id).isRunning(); });
    for (const QString &id : std::as_const(ids))
        step.calls.append([id](EngineClient *client) { return client->stopContainer(id); });
    step.phase = tr("Stopping %1").arg(namesOf(ids));
    if (!step.calls.isEmpty())
        m_steps.append(step);
}

void EngineRoute::addRemoval(bool volumes)
{
    const QStringList ids = m_project.containerIds() + m_project.oneOffContainers;
    Step step;
    step.phase = tr("Removing %1").arg(namesOf(ids));
    for (const QString &id : ids)
        step.calls.append([id, volumes](EngineClient *client) { return client->removeContainer(id, true, volumes); });
    if (!step.calls.isEmpty())
        m_steps.append(step);
}

template <typename T>
void EngineRoute::addRemovalOf(const QString &phase, QFuture<QList<T>> (EngineClient::*list)(),
                               std::function<Call(const T &)> removal)
{
    Step look;
    look.phase = phase;
    look.look = [this, list, removal = std::move(removal)] {
        onAnswer<EngineError>((m_client->*list)(), this,
                              [this, removal](const QList<T> &all) {
                                  Step step;
                                  QStringList names;
                                  for (const T &each : all) {
                                      if (each.project() != m_project.name)
                                          continue;
                                      names.append(each.name);
                                      step.calls.append(removal(each));
                                  }
                                  step.phase = tr("Removing %1").arg(middleLeftOut(names.join(", "_L1)));
                                  insertNext(step);
                              },
                              [this](const EngineError &error) { fail(Failure::of(error)); });
    };
    m_steps.append(look);
}

void EngineRoute::addNetworks()
{
    addRemovalOf<Network>(tr("Looking for networks"), &EngineClient::networks, [](const Network &network) {
        return [id = network.id](EngineClient *client) { return client->removeNetwork(id); };
    });
}

void EngineRoute::addVolumes()
{
    addRemovalOf<Volume>(tr("Looking for volumes"), &EngineClient::volumes, [](const Volume &volume) {
        return [name = volume.name](EngineClient *client) { return client->removeVolume(name, false); };
    });
}

void EngineRoute::insertNext(const Step &step)
{
    if (!step.calls.isEmpty())
        m_steps.prepend(step);
    next();
}

QString EngineRoute::namesOf(const QStringList &ids) const
{
    QStringList names;
    for (const QString &id : ids)
        names.append(m_containers->container(id).name);
    return middleLeftOut(names.join(", "_L1));
}

void EngineRoute::run()
{
    // Never inside the caller's stack: it has yet to receive the operation.
    QMetaObject::invokeMethod(this, &EngineRoute::next, Qt::QueuedConnection);
}

void EngineRoute::next()
{
    if (!m_operation || !m_operation->isRunning())
        return;
    if (m_steps.isEmpty()) {
        m_operation->succeed();
        return;
    }
    if (!m_client) {
        fail({tr("The connection to the engine was lost. What was done until then stays."), {}, {}});
        return;
    }
    const Step step = m_steps.takeFirst();
    m_operation->setProgress(-1, step.phase);
    m_operation->appendOutput(step.phase + u'\n');
    if (step.look) {
        step.look();
    } else if (!step.waits.isEmpty()) {
        m_waits = step.waits;
        checkWaits();
    } else {
        call(step);
    }
}

void EngineRoute::call(const Step &step)
{
    m_pendingCalls = int(step.calls.size());
    const auto done = [this] {
        if (--m_pendingCalls > 0)
            return;
        if (m_failures.isEmpty())
            next();
        else
            failAll();
    };
    for (const Call &each : step.calls) {
        onAnswer<EngineError>(each(m_client), this, done, [this, done](const EngineError &error) {
            if (!error.isNotModified())
                m_failures.append(error);
            done();
        });
    }
}

void EngineRoute::checkWaits()
{
    if (m_checking) {
        m_checkAgain = true;
        return;
    }
    if (m_waits.isEmpty()) {
        next();
        return;
    }
    if (!m_client) {
        fail({tr("The connection to the engine was lost. What was done until then stays."), {}, {}});
        return;
    }
    m_checking = true;
    m_checkAgain = false;
    const Wait wait = m_waits.first();
    onAnswer<EngineError>(
        m_client->inspectContainer(wait.container), this,
        [this, wait](const ContainerDetails &details) {
            m_checking = false;
            if (m_waits.isEmpty())
                return;
            const std::optional<QString> result = outcome(wait, details);
            if (result && !result->isEmpty()) {
                fail({*result, {}, {}});
            } else if (result) {
                m_waits.removeFirst();
                checkWaits();
            } else if (m_checkAgain) {
                checkWaits();
            }
        },
        [this](const EngineError &error) { fail(Failure::of(error)); });
}

std::optional<QString> EngineRoute::outcome(const Wait &wait, const ContainerDetails &details) const
{
    const bool ended = details.state == ContainerState::Exited || details.state == ContainerState::Dead;
    if (wait.condition == ServiceDependency::Condition::Completed) {
        if (!ended)
            return std::nullopt;
        return details.exitCode == 0 ? QString()
                                     : tr("%1 was to complete, but exited with code %2. Its log tells why.")
                                           .arg(middleLeftOut(details.name), QString::number(details.exitCode));
    }
    if (ended)
        return tr("%1 exited with code %2 before it was healthy. Its log tells why.")
            .arg(middleLeftOut(details.name), QString::number(details.exitCode));
    switch (details.health) {
    case Health::Healthy:
        return QString();
    case Health::Starting:
        return std::nullopt;
    case Health::Unhealthy:
        return tr("%1 is unhealthy, and other services wait for it. Its health check and log tell why.")
            .arg(middleLeftOut(details.name));
    case Health::None:
        break;
    }
    return tr("%1 has no health check, but other services wait until it is healthy.").arg(middleLeftOut(details.name));
}

void EngineRoute::end()
{
    m_waits.clear();
    deleteLater();
}

void EngineRoute::failAll()
{
    Failure failure = Failure::of(m_failures.first());
    if (m_failures.size() > 1) {
        QStringList sentences;
        for (const EngineError &error : std::as_const(m_failures))
            sentences.append(error.sentence());
        failure = {{}, sentences.join(u'\n'), failure.advice};
    }
    fail(failure);
}

void EngineRoute::fail(const Failure &failure)
{
    m_waits.clear();
    if (m_operation)
        m_operation->fail(failure);
}

} // namespace Gantry
