// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/diagnosischecks.h"

#include "compose/project.h"
#include "diagnosis/exitwords.h"
#include "engine/ansitext.h"
#include "engine/middleleftout.h"
#include "items/containerwords.h"
#include "items/humanize.h"
#include "operations/shellline.h"

#include <QLocale>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

using Result = DiagnosisCheck::Result;

constexpr qsizetype LongestCommand = 300;
constexpr qsizetype LongestProbeOutput = 600;
/// Docker's: it waits so long before the first restart, twice as long after each further end within ten seconds.
constexpr int FirstWaitMs = 100;
constexpr int LongestWaitMs = 60'000;

bool hasEnded(const ContainerDetails &container)
{
    return container.state != ContainerState::Running && container.state != ContainerState::Paused
        && container.state != ContainerState::Created;
}

QString firstProbeOutput(const ContainerDetails &container)
{
    const auto failed = std::find_if(container.healthLog.crbegin(), container.healthLog.crend(),
                                     [](const HealthProbe &probe) { return probe.exitCode != 0; });
    return failed == container.healthLog.crend() ? QString()
                                                 : middleLeftOut(failed->output.trimmed(), LongestProbeOutput);
}

} // namespace

QString DiagnosisChecks::commandOf(const ContainerDetails &container)
{
    return middleLeftOut(shellLine(QStringList(container.path) + container.arguments), LongestCommand);
}

QString DiagnosisChecks::limitOf(const ContainerDetails &container)
{
    const qint64 limit = container.raw["HostConfig"_L1]["Memory"_L1].toInteger();
    return limit > 0 ? Humanize::sizeText(limit) : tr("no limit of its own, so what the machine has");
}

QString DiagnosisChecks::holderOf(const StopEvidence &evidence, quint16 port)
{
    for (const ContainerSummary &other : evidence.others) {
        if (other.id == evidence.container.id || !other.isRunning())
            continue;
        const bool has = std::any_of(other.ports.cbegin(), other.ports.cend(),
                                     [port](const ContainerPort &each) { return each.publicPort == port; });
        if (has)
            return tr("The container %1 publishes it.").arg(middleLeftOut(other.name));
    }
    for (const PortHolder &holder : evidence.portHolders) {
        if (holder.port != port)
            continue;
        return holder.program.isEmpty()
            ? tr("A program of this machine, which this user may not see, listens there.")
            : tr("The program %1 of this machine (process %2) listens there.").arg(holder.program).arg(holder.process);
    }
    return {};
}

QList<DiagnosisCheck> DiagnosisChecks::of(const StopEvidence &evidence, const Diagnosis &diagnosis)
{
    QList<DiagnosisCheck> checks;
    const ContainerDetails &container = evidence.container;
    if (!container.error.isEmpty())
        checks.append({Result::Wrong, tr("The engine's words"), container.error, true});
    addEnd(evidence, &checks);
    if (!container.path.isEmpty()) {
        const bool wrong = diagnosis.rule.startsWith("uvicorn"_L1) || diagnosis.rule.startsWith("command"_L1);
        checks.append({wrong ? Result::Wrong : Result::Fact, tr("Start command"), commandOf(container), true});
    }
    addHealth(container, &checks);
    addRestarts(container, &checks);
    addPorts(evidence, &checks);
    addDependencies(evidence, &checks);
    return checks;
}

void DiagnosisChecks::addEnd(const StopEvidence &evidence, QList<DiagnosisCheck> *checks)
{
    const ContainerDetails &container = evidence.container;
    if (!hasEnded(container))
        return;
    const bool isRight = container.exitCode == 0 && !container.outOfMemory;
    checks->append({isRight ? Result::Right : Result::Wrong, tr("Exit code %1").arg(container.exitCode),
                    ExitWords::meaning(container.exitCode, container.outOfMemory)});
    if (const QString signal = ExitWords::signalName(container.exitCode); !signal.isEmpty())
        checks->append({Result::Fact, tr("Signal"), signal, true});
    if (container.started.isValid() && container.finished.isValid() && container.finished >= container.started) {
        checks->append(
            {Result::Fact, tr("Ran for"), Humanize::duration(container.started.msecsTo(container.finished))});
    }
    checks->append(
        container.outOfMemory
            ? DiagnosisCheck{Result::Wrong, tr("Memory"), tr("Ran out. Limit: %1.").arg(limitOf(container))}
            : DiagnosisCheck{Result::Right, tr("Memory"),
                             tr("Not out of memory, as the engine says. Limit: %1.").arg(limitOf(container))});
}

void DiagnosisChecks::addHealth(const ContainerDetails &container, QList<DiagnosisCheck> *checks)
{
    if (container.health == Health::None && container.healthLog.isEmpty())
        return;
    const QString command = middleLeftOut(container.healthTest.mid(1).join(u' '), LongestCommand);
    if (container.failingStreak == 0) {
        checks->append({Result::Right, tr("Health check"), tr("Did not fail.")});
        return;
    }
    checks->append(
        {Result::Wrong, tr("Health check"), tr("Failed %n time(s) in a row.", nullptr, container.failingStreak)});
    checks->append({Result::Fact, tr("It runs"), command, true});
    if (const QString output = firstProbeOutput(container); !output.isEmpty())
        checks->append({Result::Fact, tr("It said"), output, true});
}

void DiagnosisChecks::addRestarts(const ContainerDetails &container, QList<DiagnosisCheck> *checks)
{
    const QString policy = container.restartPolicy.isEmpty() ? u"no"_s : container.restartPolicy;
    if (container.restartCount == 0 && container.state != ContainerState::Restarting) {
        checks->append({Result::Fact, tr("Restarts"), tr("None. Its policy: %1.").arg(policy)});
        return;
    }
    QString text = tr("%n so far. Its policy: %1.", nullptr, container.restartCount).arg(policy);
    if (container.state == ContainerState::Restarting) {
        const int doublings = qBound(0, container.restartCount - 1, 10);
        const int wait = qMin(FirstWaitMs << doublings, LongestWaitMs);
        text += u' '
            + tr("The engine waits before it tries again, now about %1: twice as long after each quick end, up to a "
                 "minute.")
                  .arg(Humanize::duration(wait));
    }
    checks->append({Result::Wrong, tr("Restarts"), text});
}

void DiagnosisChecks::addPorts(const StopEvidence &evidence, QList<DiagnosisCheck> *checks)
{
    if (evidence.container.isRunning())
        return;
    QList<quint16> seen;
    for (const ContainerPort &port : evidence.container.configuredPorts) {
        if (port.publicPort == 0 || seen.contains(port.publicPort))
            continue;
        seen.append(port.publicPort);
        const QString holder = holderOf(evidence, port.publicPort);
        checks->append({holder.isEmpty() ? Result::Right : Result::Wrong, tr("Port %1").arg(port.publicPort),
                        holder.isEmpty() ? tr("Nobody is known to use it now.") : holder});
    }
}

void DiagnosisChecks::addDependencies(const StopEvidence &evidence, QList<DiagnosisCheck> *checks)
{
    ContainerSummary self;
    self.id = evidence.container.id;
    self.labels = evidence.container.labels;
    const Project project
        = projectsFromContainers(QList<ContainerSummary>(evidence.others) << self).value(self.project());
    const ProjectService *service = project.service(self.service());
    if (!service)
        return;
    for (const ServiceDependency &dependency : service->dependsOn) {
        const ProjectService *other = project.service(dependency.service);
        if (!other || !other->exists()) {
            checks->append(
                {Result::Wrong, tr("Depends on %1").arg(middleLeftOut(dependency.service)), tr("Has no container.")});
            continue;
        }
        const bool ended = other->state == ContainerState::Exited && other->exitCode.value_or(0) == 0;
        const bool right = dependency.condition == ServiceDependency::Condition::Completed
            ? ended
            : other->running > 0 && other->health != Health::Unhealthy;
        checks->append({right ? Result::Right : Result::Wrong,
                        tr("Depends on %1").arg(middleLeftOut(dependency.service)),
                        tr("Is %1 now.").arg(ContainerWords::state(other->state, other->health, other->exitCode))});
    }
}

} // namespace Gantry
