// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cleanup/cleanuprun.h"

#include "cleanup/cleanupreader.h"
#include "engine/engine.h"
#include "engine/middleleftout.h"
#include "engine/onanswer.h"
#include "items/humanize.h"
#include "operations/batchrun.h"
#include "operations/enginecall.h"

#include <utility>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

using Prune = CleanupStep::Prune;

bool isOfImages(const CleanupStep &step)
{
    return step.kinds.first() == CleanupKind::DanglingImages || step.kinds.first() == CleanupKind::UnusedImages;
}

QFuture<void> removal(EngineClient *client, CleanupKind kind, const QString &name)
{
    switch (kind) {
    case CleanupKind::Containers:
        // Without force: the engine refuses one that was started again.
        return client->removeContainer(name, false, false);
    case CleanupKind::DanglingImages:
    case CleanupKind::UnusedImages:
        return client->removeImage(name, false);
    case CleanupKind::AnonymousVolumes:
    case CleanupKind::NamedVolumes:
        return client->removeVolume(name, false);
    case CleanupKind::Networks:
        return client->removeNetwork(name);
    case CleanupKind::BuildCache:
        break;
    }
    Q_UNREACHABLE();
}

} // namespace

CleanupRun::CleanupRun(Engine *engine, OperationLog *log, QList<CleanupStep> steps, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_log(log)
    , m_steps(std::move(steps))
{
}

void CleanupRun::start()
{
    m_running = m_steps.size();
    EngineClient *client = m_engine->client();
    if (!client) {
        failAll(EngineError(EngineError::Kind::Unreachable, EngineClient::tr("reach the engine"),
                            EngineClient::tr("not connected")));
        return;
    }
    onAnswer<EngineError>(
        CleanupReader::look(client), this,
        [this](const CleanupFacts &facts) {
            for (const CleanupStep &step : std::as_const(m_steps)) {
                const CleanupStep left = CleanupPlan::checked(step, facts);
                run(left, step.victims.size() - left.victims.size());
            }
        },
        [this](const EngineError &error) { failAll(error); });
}

void CleanupRun::run(const CleanupStep &step, qsizetype leftAlone)
{
    m_outcome.leftAlone += int(leftAlone);
    if (step.victims.isEmpty()) {
        ended();
        return;
    }
    Operation *operation = begin(step);
    if (leftAlone > 0) {
        operation->appendOutput(tr("%n object(s) left alone: used again or gone meanwhile.", nullptr, int(leftAlone))
                                + u'\n');
    }
    if (step.prune == Prune::None)
        removeEach(step, operation);
    else
        prune(step, operation);
}

Operation *CleanupRun::begin(const CleanupStep &step)
{
    QStringList subjects;
    for (const CleanupVictim &victim : step.victims)
        subjects << victim.key;
    const bool allFlag = m_engine->info().api >= ApiVersion{1, 42};
    return m_log->begin(titleOf(step), m_engine->commandPrefix() + step.command(allFlag), subjects);
}

void CleanupRun::prune(const CleanupStep &step, Operation *operation)
{
    EngineClient *client = m_engine->client();
    const QFuture<PruneReport> answer = call(client, step);
    const auto failed = [this, step, operation](const Failure &failure) {
        setRetry(operation, step);
        if (operation->state() == Operation::State::Cancelling)
            operation->setCancelled();
        else
            operation->fail(failure);
        m_outcome.failed += int(step.victims.size());
        ended();
    };
    operation->setCanceller([answer = answer]() mutable { answer.cancel(); });
    onAnswer<EngineError>(
        answer, this,
        [this, step, operation](const PruneReport &report) {
            m_outcome.freed += report.spaceReclaimed;
            m_outcome.removed += int(step.victims.size());
            for (const QString &name : report.removed)
                operation->appendOutput(name + u'\n');
            operation->appendOutput(tr("Freed %1.", "a size").arg(Humanize::sizeText(report.spaceReclaimed)) + u'\n');
            operation->succeed();
            ended();
        },
        [failed](const EngineError &error) { failed(Failure::of(error)); },
        [failed, operation] {
            operation->appendOutput(tr("No longer waiting; the engine may still finish it.") + u'\n');
            failed({});
        });
}

void CleanupRun::removeEach(const CleanupStep &step, Operation *operation)
{
    // Of each victim what is still to go: an image goes with its last name.
    auto left = std::make_shared<QHash<QString, int>>();
    auto owners = std::make_shared<QHash<QString, QString>>();
    BatchRun::Step batch;
    for (const CleanupVictim &victim : step.victims) {
        const QStringList names = isOfImages(step) ? victim.names : QStringList{victim.key};
        left->insert(victim.key, int(names.size()));
        for (const QString &name : names) {
            owners->insert(name, victim.key);
            batch.items << BatchRun::Item{name, names.size() > 1 ? name : victim.name};
        }
    }
    const CleanupKind kind = step.kinds.first();
    batch.action = throughClient(m_engine, [this, kind, left, owners](EngineClient *client, const QString &name) {
        QFuture<void> answer = orGoneAlready(removal(client, kind, name), this);
        onAnswer<EngineError>(
            answer, this, [left, key = owners->value(name)] { --(*left)[key]; }, [](const EngineError &) {});
        return answer;
    });
    connect(operation, &Operation::finished, this, [this, step, operation, left] {
        m_outcome.measured = false;
        for (const CleanupVictim &victim : step.victims) {
            if (left->value(victim.key) > 0) {
                ++m_outcome.failed;
                continue;
            }
            ++m_outcome.removed;
            m_outcome.freed += qMax<qint64>(0, victim.size);
        }
        if (operation->state() != Operation::State::Succeeded)
            setRetry(operation, step);
        ended();
    });
    new BatchRun(
        operation, {batch}, [](const QList<BatchRun::Step> &) {}, this);
}

void CleanupRun::setRetry(Operation *operation, const CleanupStep &step) const
{
    // It looks again, so that what is gone is left out.
    operation->setRetry(
        [engine = m_engine, log = m_log, step] { (new CleanupRun(engine, log, {step}, log))->start(); });
}

void CleanupRun::failAll(const EngineError &error)
{
    for (const CleanupStep &step : std::as_const(m_steps)) {
        Operation *operation = begin(step);
        setRetry(operation, step);
        operation->fail(Failure::of(error));
        m_outcome.failed += int(step.victims.size());
        ended();
    }
}

void CleanupRun::ended()
{
    if (--m_running > 0)
        return;
    Q_EMIT finished(m_outcome);
    deleteLater();
}

QString CleanupRun::titleOf(const CleanupStep &step)
{
    const auto count = int(step.victims.size());
    const QString name = middleLeftOut(step.victims.first().name);
    switch (step.kinds.first()) {
    case CleanupKind::Containers:
        return count == 1 ? tr("Remove stopped container %1").arg(name)
                          : tr("Remove %n stopped container(s)", nullptr, count);
    case CleanupKind::DanglingImages:
    case CleanupKind::UnusedImages:
        return count == 1 ? tr("Remove unused image %1").arg(name) : tr("Remove %n unused image(s)", nullptr, count);
    case CleanupKind::AnonymousVolumes:
    case CleanupKind::NamedVolumes:
        return count == 1 ? tr("Remove unused volume %1").arg(name) : tr("Remove %n unused volume(s)", nullptr, count);
    case CleanupKind::Networks:
        return count == 1 ? tr("Remove unused network %1").arg(name)
                          : tr("Remove %n unused network(s)", nullptr, count);
    case CleanupKind::BuildCache:
        break;
    }
    return tr("Empty the build cache");
}

QFuture<PruneReport> CleanupRun::call(EngineClient *client, const CleanupStep &step)
{
    switch (step.prune) {
    case Prune::Containers:
        return client->pruneContainers(step.filter);
    case Prune::DanglingImages:
        return client->pruneImages(true, step.filter);
    case Prune::Images:
        return client->pruneImages(false, step.filter);
    case Prune::AnonymousVolumes:
        return client->pruneVolumes(false, step.filter);
    case Prune::Volumes:
        return client->pruneVolumes(true, step.filter);
    case Prune::Networks:
        return client->pruneNetworks(step.filter);
    case Prune::BuildCache:
        return client->pruneBuildCache(step.filter);
    case Prune::None:
        break;
    }
    Q_UNREACHABLE();
}

} // namespace Gantry
