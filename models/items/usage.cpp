// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/usage.h"

#include "engine/containerstore.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace Gantry {

namespace {

template <typename KeysOf> QHash<QString, Usage> collect(const ContainerStore &store, KeysOf keysOf)
{
    QHash<QString, Usage> result;
    for (const ContainerSummary &container : store.containers()) {
        const QString project = container.project();
        QStringList keys = keysOf(container);
        keys.removeDuplicates();
        for (const QString &key : std::as_const(keys)) {
            Usage &usage = result[key];
            usage.containers.append(container.name);
            if (!project.isEmpty() && !usage.projects.contains(project))
                usage.projects.append(project);
        }
    }
    for (Usage &usage : result) {
        usage.containers.sort();
        usage.projects.sort();
    }
    return result;
}

} // namespace

QString Usage::containersText() const
{
    if (containers.size() <= 1)
        return containers.value(0);
    return QCoreApplication::translate("Gantry::Usage", "%n container(s)", nullptr, int(containers.size()));
}

QString Usage::projectsText(const QString &own) const
{
    QStringList names = projects;
    if (!own.isEmpty() && !names.contains(own)) {
        names.append(own);
        names.sort();
    }
    return names.join(QLatin1String(", "));
}

QHash<QString, Usage> Usage::ofImages(const ContainerStore &store)
{
    return collect(store, [](const ContainerSummary &container) { return QStringList{container.imageId}; });
}

QHash<QString, Usage> Usage::ofVolumes(const ContainerStore &store)
{
    return collect(store, [](const ContainerSummary &container) {
        QStringList names;
        for (const ContainerMount &mount : container.mounts) {
            if (mount.type == QLatin1String("volume"))
                names.append(mount.name);
        }
        return names;
    });
}

QHash<QString, Usage> Usage::ofNetworks(const ContainerStore &store)
{
    return collect(store, [](const ContainerSummary &container) {
        QStringList names;
        for (const ContainerNetwork &network : container.networks)
            names.append(network.name);
        return names;
    });
}

} // namespace Gantry
