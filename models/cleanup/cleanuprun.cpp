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

#include <algorithm>
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
    next();
}

void CleanupRun::next()
{
    if (m_next == m_steps.size() || m_outcome.cancelled) {
        Q_EMIT finished(m_outcome);
        deleteLater();
        return;
    }
    const CleanupStep step = m_steps.at(m_next++);
    EngineClient *client = m_engine->client();
    if (!client) {
        fail(step,
             EngineError(EngineError::Kind::Unreachable, EngineClient::tr("reach the engine"),
                         EngineClient::tr("not connected")));
        return;
    }
    onAnswer<EngineError>(
        CleanupReader::look(client), this,
        [this, step](const CleanupFacts &facts) {
            const CleanupStep left = CleanupPlan::checked(step, facts);
            run(left, step.victims.size() - left.victims.size());
        },
        [this, step](const EngineError &error) { fail(step, error); });
}

void CleanupRun::run(const CleanupStep &step, qsizetype leftAlone)
{
    m_outcome.leftAlone += int(leftAlone);
    if (step.victims.isEmpty()) {
        next();
        return;
    }
    Operation *operation = begin(step);
    if (leftAlone > 0)
        tellLeftAlone(operation, int(leftAlone));
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
    return m_log->begin(titleOf(step), m_engine->commandPrefix() + step.command(), subjects);
}

void CleanupRun::tellLeftAlone(Operation *operation, int count)
{
    operation->appendOutput(tr("%n object(s) left alone: used again or gone meanwhile.", nullptr, count) + u'\n');
}

void CleanupRun::prune(const CleanupStep &step, Operation *operation)
{
    EngineClient *client = m_engine->client();
    const QFuture<PruneReport> answer = call(client, step);
    const auto failed = [this, step, operation](const Failure &failure) {
        setRetry(operation, step);
        if (operation->state() == Operation::State::Cancelling) {
            operation->setCancelled();
        } else {
            operation->fail(failure);
            m_outcome.failed += int(step.victims.size());
        }
        ended(operation);
    };
    operation->setCanceller([answer = answer]() mutable { answer.cancel(); });
    onAnswer<EngineError>(
        answer, this, [this, step, operation](const PruneReport &report) { pruned(step, operation, report); },
        [failed](const EngineError &error) { failed(Failure::of(error)); },
        [failed, operation] {
            operation->appendOutput(tr("No longer waiting; the engine may still finish it.") + u'\n');
            failed({});
        });
}

void CleanupRun::pruned(const CleanupStep &step, Operation *operation, const PruneReport &report)
{
    m_outcome.freed += report.spaceReclaimed;
    auto removed = int(report.removed.size());
    if (isOfImages(step)) {
        // It tells of each layer, too.
        const QSet<QString> told(report.removed.cbegin(), report.removed.cend());
        removed = int(std::count_if(step.victims.cbegin(), step.victims.cend(),
                                    [&told](const CleanupVictim &victim) { return told.contains(victim.key); }));
    }
    m_outcome.removed += removed;
    if (const int spared = int(step.victims.size()) - removed; spared > 0) {
        m_outcome.leftAlone += spared;
        tellLeftAlone(operation, spared);
    }
    for (const QString &name : report.removed)
        operation->appendOutput(name + u'\n');
    operation->appendOutput(tr("Freed %1.", "a size").arg(Humanize::sizeText(report.spaceReclaimed)) + u'\n');
    operation->succeed();
    ended(operation);
}

void CleanupRun::removeEach(const CleanupStep &step, Operation *operation)
{
    // Of each victim what is still to go: an image goes with its last name.
    auto left = std::make_shared<QHash<QString, int>>();
    auto gone = std::make_shared<QSet<QString>>();
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
    batch.action = throughClient(m_engine, [this, kind, left, gone, owners](EngineClient *client, const QString &name) {
        const QFuture<void> answer = removal(client, kind, name);
        const QString key = owners->value(name);
        onAnswer<EngineError>(
            answer, this, [left, key] { --(*left)[key]; },
            [gone, key](const EngineError &error) {
                if (error.isNotFound())
                    gone->insert(key);
            });
        return orGoneAlready(answer, this);
    });
    connect(operation, &Operation::finished, this, [this, step, operation, left, gone] {
        removedEach(step, *left, *gone, operation->state() == Operation::State::Cancelled);
        if (operation->state() != Operation::State::Succeeded)
            setRetry(operation, step);
        ended(operation);
    });
    new BatchRun(
        operation, {batch}, [](const QList<BatchRun::Step> &) {}, this);
}

void CleanupRun::removedEach(const CleanupStep &step, const QHash<QString, int> &left, const QSet<QString> &gone,
                             bool cancelled)
{
    qint64 size = 0;
    bool anyWent = false;
    for (const CleanupVictim &victim : step.victims) {
        if (left.value(victim.key) == 0) {
            ++m_outcome.removed;
            size += qMax<qint64>(0, victim.size);
            anyWent = true;
        } else if (gone.contains(victim.key)) {
            ++m_outcome.leftAlone;
        } else if (!cancelled) {
            ++m_outcome.failed;
        }
    }
    m_outcome.measured = false;
    m_outcome.freed += qMax<qint64>(0, size - step.held);
    m_outcome.atLeast = m_outcome.atLeast || (anyWent && !step.isSure);
}

void CleanupRun::setRetry(Operation *operation, const CleanupStep &step) const
{
    // It looks again, so that what is gone is left out.
    operation->setRetry(
        [engine = m_engine, log = m_log, step] { (new CleanupRun(engine, log, {step}, log))->start(); });
}

void CleanupRun::fail(const CleanupStep &step, const EngineError &error)
{
    Operation *operation = begin(step);
    setRetry(operation, step);
    operation->fail(Failure::of(error));
    m_outcome.failed += int(step.victims.size());
    ended(operation);
}

void CleanupRun::ended(const Operation *operation)
{
    if (operation->state() == Operation::State::Cancelled)
        m_outcome.cancelled = true;
    next();
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
