// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/usageindex.h"

#include "engine/containerstore.h"

namespace Gantry {

using namespace Qt::StringLiterals;

UsageIndex::UsageIndex(const ContainerStore *containers, Of of, QObject *parent)
    : QObject(parent)
    , m_containers(containers)
    , m_of(of)
{
    for (const ContainerSummary &container : containers->containers())
        take(container.id, container);
    collect();
    connect(containers, &ContainerStore::changed, this, &UsageIndex::apply);
}

void UsageIndex::apply(const QStringList &inserted, const QStringList &updated, const QStringList &removed)
{
    bool other = false;
    for (const QString &id : removed)
        other |= m_uses.remove(id);
    for (const QStringList &ids : {inserted, updated}) {
        for (const QString &id : ids)
            other |= take(id, m_containers->container(id));
    }
    if (!other)
        return;
    collect();
    Q_EMIT changed();
}

bool UsageIndex::take(const QString &id, const ContainerSummary &container)
{
    Use use{container.name, container.project(), keysOf(container)};
    Use &known = m_uses[id];
    if (known == use)
        return false;
    known = std::move(use);
    return true;
}

QStringList UsageIndex::keysOf(const ContainerSummary &container) const
{
    QStringList keys;
    switch (m_of) {
    case Of::Images:
        keys.append(container.imageId);
        break;
    case Of::Volumes:
        for (const ContainerMount &mount : container.mounts) {
            if (mount.type == "volume"_L1)
                keys.append(mount.name);
        }
        break;
    case Of::Networks:
        for (const ContainerNetwork &network : container.networks)
            keys.append(network.name);
        break;
    }
    keys.removeDuplicates();
    return keys;
}

void UsageIndex::collect()
{
    m_usage.clear();
    for (const Use &use : std::as_const(m_uses)) {
        for (const QString &key : use.keys) {
            Usage &usage = m_usage[key];
            usage.containers.append(use.name);
            if (!use.project.isEmpty())
                usage.projects.append(use.project);
        }
    }
    for (Usage &usage : m_usage) {
        usage.containers.sort();
        usage.projects.removeDuplicates();
        usage.projects.sort();
    }
}

} // namespace Gantry
