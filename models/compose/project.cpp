// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/project.h"

#include "compose/composelabels.h"

#include <QSet>

#include <algorithm>

namespace Gantry {

namespace {

QString label(const ContainerSummary &container, const QString &first, const QString &second)
{
    const QString value = container.labels.value(first);
    return value.isEmpty() ? container.labels.value(second) : value;
}

bool isOneOff(const ContainerSummary &container)
{
    return container.labels.value(ComposeLabel::oneOff).compare(QLatin1String("true"), Qt::CaseInsensitive) == 0;
}

int instanceNumber(const ContainerSummary &container)
{
    return container.labels.value(ComposeLabel::containerNumber).toInt();
}

/// How much an instance tells about its service; the highest is shown.
int weight(const ContainerSummary &container)
{
    switch (container.state) {
    case ContainerState::Dead:
        return 10;
    case ContainerState::Exited:
        return container.exitCode.value_or(0) != 0 ? 9 : 2;
    case ContainerState::Restarting:
        return 8;
    case ContainerState::Running:
        if (container.health == Health::Unhealthy)
            return 7;
        return container.health == Health::Starting ? 6 : 4;
    case ContainerState::Paused:
        return 5;
    case ContainerState::Removing:
        return 3;
    case ContainerState::Created:
        return 1;
    case ContainerState::Unknown:
        break;
    }
    return 0;
}

/// Compose 2: "db:service_healthy:false,cache:service_started:true"; early 2.x wrote names only.
QList<ServiceDependency> dependenciesFromLabel(const QString &value)
{
    QList<ServiceDependency> result;
    const QStringList entries = value.split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString &entry : entries) {
        const QStringList parts = entry.split(QLatin1Char(':'));
        result.append({parts.at(0).trimmed(), dependencyCondition(parts.value(1))});
    }
    return result;
}

ProjectService serviceFromContainers(const QString &name, QList<ContainerSummary> instances)
{
    std::sort(instances.begin(), instances.end(), [](const ContainerSummary &a, const ContainerSummary &b) {
        return std::pair(instanceNumber(a), a.id) < std::pair(instanceNumber(b), b.id);
    });
    ProjectService service;
    service.name = name;
    int best = -1;
    for (const ContainerSummary &container : std::as_const(instances)) {
        service.containers.append(container.id);
        service.running += container.state == ContainerState::Running ? 1 : 0;
        service.paused += container.state == ContainerState::Paused ? 1 : 0;
        service.restarting += container.state == ContainerState::Restarting ? 1 : 0;
        for (const ContainerPort &port : container.ports) {
            if (!service.ports.contains(port))
                service.ports.append(port);
        }
        if (weight(container) > best) {
            best = weight(container);
            service.state = container.state;
            service.health = container.health;
            service.exitCode = container.exitCode;
            service.leadContainer = container.id;
        }
        if (service.dependsOn.isEmpty())
            service.dependsOn = dependenciesFromLabel(container.labels.value(ComposeLabel::dependsOn));
    }
    service.image = instances.last().image;
    return service;
}

Project projectFromContainers(const QString &name, const QList<ContainerSummary> &containers)
{
    Project project;
    project.name = name;
    project.fromLabels = true;
    QMap<QString, QList<ContainerSummary>> instances;
    const ContainerSummary *newest = nullptr;
    for (const ContainerSummary &container : containers) {
        if (isOneOff(container))
            project.oneOffContainers.append(container.id);
        else
            instances[label(container, ComposeLabel::service, ComposeLabel::podmanService)].append(container);
        // A newest one-off container would name the project's files as well, but an `up` goes by its services.
        const bool better = !newest || (isOneOff(*newest) && !isOneOff(container))
            || (isOneOff(*newest) == isOneOff(container)
                && std::pair(newest->created, newest->id) < std::pair(container.created, container.id));
        if (better)
            newest = &container;
    }
    project.oneOffContainers.sort();
    for (auto it = instances.cbegin(); it != instances.cend(); ++it)
        project.services.append(serviceFromContainers(it.key(), it.value()));

    project.podmanCompose = newest->labels.contains(ComposeLabel::podmanVersion);
    project.composeVersion = label(*newest, ComposeLabel::version, ComposeLabel::podmanVersion);
    project.files.workingDirectory = newest->labels.value(ComposeLabel::workingDirectory);
    project.files.configFiles
        = newest->labels.value(ComposeLabel::configFiles).split(QLatin1Char(','), Qt::SkipEmptyParts);
    project.files.environmentFiles
        = newest->labels.value(ComposeLabel::environmentFiles).split(QLatin1Char(','), Qt::SkipEmptyParts);
    return project;
}

} // namespace

ServiceDependency::Condition dependencyCondition(const QString &word)
{
    if (word == QLatin1String("service_healthy"))
        return ServiceDependency::Condition::Healthy;
    if (word == QLatin1String("service_completed_successfully"))
        return ServiceDependency::Condition::Completed;
    return ServiceDependency::Condition::Started;
}

int ProjectService::instances() const
{
    return exists() ? int(containers.size()) : declaredInstances;
}

void Project::setActiveProfiles(const QStringList &active)
{
    activeProfiles = active;
    for (ProjectService &each : services) {
        each.leftOut = !each.profiles.isEmpty()
            && std::none_of(each.profiles.cbegin(), each.profiles.cend(),
                            [&active](const QString &profile) { return active.contains(profile); });
    }
}

int Project::composeMajor() const
{
    return podmanCompose ? 0 : composeVersion.section(QLatin1Char('.'), 0, 0).remove(QLatin1Char('v')).toInt();
}

bool Project::hasContainers() const
{
    return std::any_of(services.cbegin(), services.cend(), [](const ProjectService &s) { return s.exists(); });
}

int Project::runningContainers() const
{
    int count = 0;
    for (const ProjectService &each : services)
        count += each.running;
    return count;
}

int Project::expectedContainers() const
{
    int count = 0;
    for (const ProjectService &each : services) {
        if (each.exists() || !each.leftOut)
            count += each.instances();
    }
    return count;
}

QStringList Project::containerIds() const
{
    QStringList ids;
    for (const ProjectService &each : services)
        ids += each.containers;
    return ids;
}

const ProjectService *Project::service(const QString &serviceName) const
{
    const auto it = std::find_if(services.cbegin(), services.cend(),
                                 [&serviceName](const ProjectService &each) { return each.name == serviceName; });
    return it == services.cend() ? nullptr : &*it;
}

QMap<QString, Project> projectsFromContainers(const QList<ContainerSummary> &containers)
{
    QMap<QString, QList<ContainerSummary>> grouped;
    for (const ContainerSummary &container : containers) {
        const QString name = label(container, ComposeLabel::project, ComposeLabel::podmanProject);
        if (!name.isEmpty())
            grouped[name].append(container);
    }
    QMap<QString, Project> result;
    for (auto it = grouped.cbegin(); it != grouped.cend(); ++it)
        result.insert(it.key(), projectFromContainers(it.key(), it.value()));
    return result;
}

QList<QStringList> startOrder(const QList<ProjectService> &services)
{
    QSet<QString> known;
    for (const ProjectService &service : services)
        known.insert(service.name);
    QSet<QString> placed;
    QList<QStringList> order;
    QList<ProjectService> left = services;
    while (!left.isEmpty()) {
        QStringList group;
        for (const ProjectService &service : std::as_const(left)) {
            const bool ready = std::all_of(
                service.dependsOn.cbegin(), service.dependsOn.cend(), [&](const ServiceDependency &dependency) {
                    return placed.contains(dependency.service) || !known.contains(dependency.service);
                });
            if (ready)
                group.append(service.name);
        }
        if (group.isEmpty()) {
            for (const ProjectService &service : std::as_const(left))
                group.append(service.name);
        }
        left.removeIf([&group](const ProjectService &service) { return group.contains(service.name); });
        for (const QString &name : std::as_const(group))
            placed.insert(name);
        order.append(group);
    }
    return order;
}

} // namespace Gantry
