// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/batchrun.h"

#include "engine/middleleftout.h"
#include "engine/onanswer.h"

namespace Gantry {

namespace {

constexpr qsizetype sideBySide = 8;

} // namespace

BatchRun::BatchRun(Operation *operation, QList<Step> steps, std::function<void(const QList<Step> &)> retry,
                   QObject *parent)
    : QObject(parent)
    , m_operation(operation)
    , m_steps(std::move(steps))
    , m_retry(std::move(retry))
{
    for (const Step &step : std::as_const(m_steps))
        m_total += step.items.size();
    operation->setCanceller([this] { cancel(); });
    connect(operation, &QObject::destroyed, this, &QObject::deleteLater);
    // Later, so that the caller can still furnish the operation.
    QMetaObject::invokeMethod(this, &BatchRun::startMore, Qt::QueuedConnection);
}

void BatchRun::startMore()
{
    if (!m_operation || !m_operation->isRunning())
        return;
    if (m_total > 1) {
        m_operation->setProgress(int(m_done * 100 / m_total), tr("%1 of %2", "done, in all").arg(m_done).arg(m_total));
    }
    const Step &step = m_steps[m_step];
    while (m_next < step.items.size() && m_running.size() < sideBySide) {
        const Item item = step.items[m_next++];
        const QFuture<void> future = step.action(item.id);
        m_running.insert(item.id, future);
        onAnswer<EngineError>(
            future, this, [this, item] { ended(item, std::nullopt); },
            [this, item](const EngineError &error) { ended(item, Failure::of(error)); },
            [this, item] {
                ended(item, Failure{{}, tr("cancelled"), {}});
            });
    }
    if (m_running.isEmpty() && m_next >= step.items.size())
        finishStep();
}

void BatchRun::ended(const Item &item, const std::optional<Failure> &failure)
{
    m_running.remove(item.id);
    if (!m_operation || !m_operation->isRunning())
        return;
    ++m_done;
    if (failure)
        m_failed.append({item, *failure});
    startMore();
}

void BatchRun::finishStep()
{
    if (m_failed.isEmpty() && m_step + 1 < m_steps.size()) {
        ++m_step;
        m_next = 0;
        startMore();
        return;
    }
    end();
}

void BatchRun::end()
{
    if (m_failed.isEmpty()) {
        m_operation->succeed();
    } else {
        m_operation->setRetry([retry = m_retry, steps = left()] { retry(steps); });
        m_operation->fail(m_total == 1 ? m_failed.first().failure : summary());
    }
    deleteLater();
}

Failure BatchRun::summary() const
{
    QStringList lines;
    QString advice;
    for (const Failed &failed : m_failed) {
        lines << tr("%1: %2", "name, why it failed").arg(middleLeftOut(failed.item.name), failed.failure.words);
        if (advice.isEmpty())
            advice = failed.failure.advice;
    }
    const QString fact = tr("%1: %2 of %3 failed.", "title of an operation, how many")
                             .arg(m_operation->title(), QString::number(m_failed.size()), QString::number(m_total));
    return {fact, lines.join(QLatin1Char('\n')), advice};
}

void BatchRun::cancel()
{
    m_operation->setRetry([retry = m_retry, steps = left()] { retry(steps); });
    const auto running = m_running;
    QStringList names;
    for (const Item &item : std::as_const(m_steps[m_step].items)) {
        if (running.contains(item.id))
            names << middleLeftOut(item.name);
    }
    if (!names.isEmpty())
        m_operation->appendOutput(
            tr("No longer waiting for %1; the engine may still finish it.\n").arg(names.join(tr(", "))));
    m_operation->setCancelled();
    for (QFuture<void> future : running)
        future.cancel();
    deleteLater();
}

QList<BatchRun::Step> BatchRun::left() const
{
    QList<Step> steps = m_steps.mid(m_step);
    const QList<Item> items = steps[0].items;
    steps[0].items.clear();
    for (const Failed &failed : m_failed)
        steps[0].items << failed.item;
    for (qsizetype i = 0; i < items.size(); ++i) {
        if (i >= m_next || m_running.contains(items[i].id))
            steps[0].items << items[i];
    }
    return steps;
}

} // namespace Gantry
