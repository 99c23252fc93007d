// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/containerstore.h"

namespace Gantry {

QList<ContainerSummary> ContainerStore::ofProject(const QString &project) const
{
    QList<ContainerSummary> list;
    const QSet<QString> ids = m_ofProject.value(project);
    list.reserve(ids.size());
    for (const QString &id : ids)
        list << m_containers.value(id);
    return list;
}

void ContainerStore::insert(const ContainerSummary &container)
{
    m_containers.insert(container.id, container);
    m_ofProject[container.project()].insert(container.id);
    m_running += container.state == ContainerState::Running ? 1 : 0;
}

ContainerSummary ContainerStore::take(const QString &id)
{
    ContainerSummary container = m_containers.take(id);
    const QString project = container.project();
    QSet<QString> &ids = m_ofProject[project];
    ids.remove(id);
    if (ids.isEmpty())
        m_ofProject.remove(project);
    m_running -= container.state == ContainerState::Running ? 1 : 0;
    return container;
}

void ContainerStore::replaceAll(const QList<ContainerSummary> &list)
{
    update(m_containers.keys(), list);
}

void ContainerStore::update(const QStringList &ids, const QList<ContainerSummary> &list)
{
    m_listed = true;
    QStringList inserted;
    QStringList updated;
    QStringList removed;

    QSet<QString> listed;
    for (const ContainerSummary &container : list)
        listed.insert(container.id);
    for (const QString &id : ids) {
        if (listed.contains(id) || !m_containers.contains(id))
            continue;
        take(id);
        removed << id;
    }

    QSet<QString> seen;
    for (const ContainerSummary &container : list) {
        // The engine may name an id twice while a container is being replaced; the first entry stands.
        if (container.id.isEmpty() || seen.contains(container.id))
            continue;
        seen.insert(container.id);
        const auto it = m_containers.constFind(container.id);
        if (it == m_containers.cend()) {
            insert(container);
            inserted << container.id;
            continue;
        }
        ContainerSummary next = container;
        next.configuredPorts = it->configuredPorts; // no list has them
        next.startFailed = it->startFailed && next.state == ContainerState::Created;
        if (*it != next) {
            take(container.id);
            insert(next);
            updated << container.id;
        }
    }
    if (!inserted.isEmpty() || !updated.isEmpty() || !removed.isEmpty())
        Q_EMIT changed(inserted, updated, removed);
}

void ContainerStore::setConfiguredPorts(const QString &id, const QList<ContainerPort> &ports)
{
    const auto it = m_containers.find(id);
    if (it == m_containers.end() || it->configuredPorts == ports)
        return;
    const bool tells = it->configuredPorts.value_or(it->ports) != ports;
    it->configuredPorts = ports;
    if (tells)
        Q_EMIT changed({}, {id}, {});
}

void ContainerStore::setStartFailed(const QString &id, bool failed)
{
    const auto it = m_containers.find(id);
    const bool isCreated = it != m_containers.end() && it->state == ContainerState::Created;
    if (!isCreated || it->startFailed == failed)
        return;
    it->startFailed = failed;
    Q_EMIT changed({}, {id}, {});
}

void ContainerStore::clear()
{
    m_listed = false;
    if (m_containers.isEmpty())
        return;
    const QStringList removed = m_containers.keys();
    m_containers.clear();
    m_ofProject.clear();
    m_running = 0;
    Q_EMIT changed({}, {}, removed);
}

} // namespace Gantry
