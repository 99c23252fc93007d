// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/containerwords.h"

#include "items/humanize.h"

namespace Gantry {

using namespace Qt::StringLiterals;

QString ContainerWords::state(ContainerState state, Health health, std::optional<int> exitCode)
{
    switch (state) {
    case ContainerState::Created:
        return tr("created");
    case ContainerState::Running:
        switch (health) {
        case Health::None:
            return tr("running");
        case Health::Starting:
            return tr("starting");
        case Health::Healthy:
            return tr("healthy");
        case Health::Unhealthy:
            return tr("unhealthy");
        }
        break;
    case ContainerState::Paused:
        return tr("paused");
    case ContainerState::Restarting:
        return exitCode ? tr("restarting (%1)", "exit code").arg(*exitCode) : tr("restarting");
    case ContainerState::Removing:
        return tr("removing");
    case ContainerState::Exited:
        return exitCode ? tr("exited (%1)", "exit code").arg(*exitCode) : tr("exited");
    case ContainerState::Dead:
        return tr("dead");
    case ContainerState::Unknown:
        break;
    }
    return tr("unknown");
}

QString ContainerWords::state(const ContainerSummary &container)
{
    return state(container.state, container.health, container.exitCode);
}

QString ContainerWords::state(const ContainerDetails &container)
{
    return state(container.state, container.health, container.exitCode);
}

StateLook ContainerWords::look(ContainerState state, Health health, std::optional<int> exitCode)
{
    switch (state) {
    case ContainerState::Created:
    case ContainerState::Removing:
        return StateLook::Exited;
    case ContainerState::Running:
        switch (health) {
        case Health::None:
            return StateLook::Running;
        case Health::Starting:
            return StateLook::Starting;
        case Health::Healthy:
            return StateLook::Healthy;
        case Health::Unhealthy:
            return StateLook::Unhealthy;
        }
        break;
    case ContainerState::Paused:
        return StateLook::Paused;
    case ContainerState::Restarting:
        return StateLook::Restarting;
    case ContainerState::Exited:
        return exitCode.value_or(0) == 0 ? StateLook::Exited : StateLook::Failed;
    case ContainerState::Dead:
        return StateLook::Dead;
    case ContainerState::Unknown:
        break;
    }
    return StateLook::None;
}

StateLook ContainerWords::look(const ContainerSummary &container)
{
    return look(container.state, container.health, container.exitCode);
}

StateLook ContainerWords::look(const ContainerDetails &container)
{
    return look(container.state, container.health, container.exitCode);
}

QString ContainerWords::status(const ContainerSummary &container, const QDateTime &now)
{
    if (container.state == ContainerState::Created)
        return tr("Never started");
    if (!container.since.isValid())
        return container.status;
    switch (container.state) {
    case ContainerState::Running:
        return tr("Up %1", "a duration").arg(Humanize::age(container.since, now));
    case ContainerState::Paused:
        return tr("Up %1, paused", "a duration").arg(Humanize::age(container.since, now));
    case ContainerState::Exited:
        return tr("Exited %1", "3 minutes ago").arg(Humanize::ago(container.since, now));
    case ContainerState::Restarting:
        return tr("Restarting since %1", "a duration").arg(Humanize::age(container.since, now));
    default:
        return container.status;
    }
}

QString ContainerWords::ending(int exitCode, bool outOfMemory)
{
    if (outOfMemory)
        return tr("killed for want of memory");
    switch (exitCode) {
    case 0:
        return tr("its command finished");
    case 125:
    case 128:
        return tr("the engine failed before it ran");
    case 126:
        return tr("its command could not be run");
    case 127:
        return tr("its command was not found");
    case 130:
        return tr("interrupted by Ctrl+C");
    case 132: // SIGILL, SIGABRT, SIGBUS, SIGFPE, SIGSEGV
    case 134:
    case 135:
    case 136:
    case 139:
        return tr("its program crashed");
    case 137:
        return tr("killed");
    case 143:
        return tr("asked to stop");
    default:
        return exitCode > 128 && exitCode < 192 ? tr("ended by a signal") : tr("its program failed");
    }
}

QString ContainerWords::busy(const QString &command)
{
    if (command == "start"_L1 || command == "up"_L1)
        return tr("starting…");
    if (command == "stop"_L1)
        return tr("stopping…");
    if (command == "restart"_L1)
        return tr("restarting…");
    if (command == "rm"_L1 || command == "down"_L1)
        return tr("removing…");
    if (command == "pause"_L1)
        return tr("pausing…");
    if (command == "unpause"_L1)
        return tr("unpausing…");
    if (command == "kill"_L1)
        return tr("killing…");
    if (command == "rename"_L1)
        return tr("renaming…");
    return tr("working…");
}

bool ContainerWords::isProblem(const ContainerSummary &container)
{
    switch (container.state) {
    case ContainerState::Restarting:
    case ContainerState::Dead:
        return true;
    case ContainerState::Exited:
        return container.exitCode.value_or(0) != 0;
    case ContainerState::Running:
        return container.health == Health::Unhealthy;
    case ContainerState::Created:
        return container.startFailed;
    default:
        return false;
    }
}

bool ContainerWords::isStopped(const ContainerSummary &container)
{
    return container.state == ContainerState::Created || container.state == ContainerState::Exited
        || container.state == ContainerState::Dead;
}

} // namespace Gantry
