// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/projectwords.h"

#include "items/containerwords.h"

#include <algorithm>
#include <array>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

/// What needs a look first.
constexpr std::array urgency{StateLook::Dead,     StateLook::Failed, StateLook::Unhealthy, StateLook::Restarting,
                             StateLook::Starting, StateLook::Paused, StateLook::Running,   StateLook::Healthy,
                             StateLook::Exited,   StateLook::None};

/// The first of them in a command line is what it does.
const QStringList &verbs()
{
    static const QStringList verbs{u"up"_s, u"start"_s, u"stop"_s,    u"restart"_s, u"down"_s,
                                   u"rm"_s, u"pause"_s, u"unpause"_s, u"kill"_s,    u"rename"_s};
    return verbs;
}

} // namespace

QString ProjectWords::state(const Project &project)
{
    if (!project.hasContainers())
        return tr("not created");
    return running(project.runningContainers(), project.expectedContainers());
}

QString ProjectWords::running(int running, int expected)
{
    return tr("%1 of %2 running").arg(running).arg(expected);
}

StateLook ProjectWords::look(const Project &project)
{
    StateLook shown = StateLook::Exited;
    auto best = std::find(urgency.begin(), urgency.end(), shown);
    for (const ProjectService &service : project.services) {
        if (!service.exists())
            continue;
        const auto found = std::find(urgency.begin(), urgency.end(), look(service));
        if (found < best) {
            best = found;
            shown = *found;
        }
    }
    return shown == StateLook::Healthy ? StateLook::Running : shown;
}

QString ProjectWords::state(const ProjectService &service)
{
    if (service.running > 0 && service.running < service.containers.size())
        return running(service.running, int(service.containers.size()));
    if (service.exists())
        return ContainerWords::state(service.state, service.health, service.exitCode);
    return service.leftOut ? profiles(service.profiles) : tr("not created");
}

QString ProjectWords::explanation(const ProjectService &service)
{
    if (service.running > 0 && service.running < service.containers.size())
        return tr("Another of its containers: %1.")
            .arg(ContainerWords::state(service.state, service.health, service.exitCode));
    if (service.exists() || !service.leftOut)
        return {};
    return service.profiles.size() == 1
        ? tr("Up leaves it out until %1 is ticked in the menu of Up.").arg(profiles(service.profiles))
        : tr("Up leaves it out until one of the %1 is ticked in the menu of Up.").arg(profiles(service.profiles));
}

StateLook ProjectWords::look(const ProjectService &service)
{
    return service.exists() ? ContainerWords::look(service.state, service.health, service.exitCode) : StateLook::Exited;
}

QString ProjectWords::busy(const OperationLog &log, const QStringList &subjects)
{
    const auto isBusy = [&log](const QString &subject) { return log.isBusy(subject); };
    const auto subject = std::find_if(subjects.cbegin(), subjects.cend(), isBusy);
    if (subject == subjects.cend())
        return {};
    const QList<Operation *> running = log.running();
    const auto operation = std::find_if(running.crbegin(), running.crend(), [&subject](const Operation *each) {
        return !each->isAsking() && each->subjects().contains(*subject);
    });
    const QStringList command = operation == running.crend() ? QStringList() : (*operation)->command();
    for (const QString &word : command) {
        if (verbs().contains(word))
            return ContainerWords::busy(word);
    }
    return ContainerWords::busy({});
}

QString ProjectWords::waitsFor(const ProjectService &service)
{
    QStringList words;
    for (const ServiceDependency &dependency : service.dependsOn) {
        switch (dependency.condition) {
        case ServiceDependency::Condition::Started:
            words.append(dependency.service);
            break;
        case ServiceDependency::Condition::Healthy:
            words.append(tr("%1 (healthy)", "service").arg(dependency.service));
            break;
        case ServiceDependency::Condition::Completed:
            words.append(tr("%1 (completed)", "service").arg(dependency.service));
            break;
        }
    }
    return words.join(", "_L1);
}

QString ProjectWords::profiles(const QStringList &names)
{
    if (names.isEmpty())
        return {};
    return names.size() == 1 ? tr("profile %1").arg(names.first()) : tr("profiles %1").arg(names.join(", "_L1));
}

} // namespace Gantry
