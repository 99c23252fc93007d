// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/batchrun.h"

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
            future, this, [this, item] { ended(item, {}); },
            [this, item](const EngineError &error) {
                if (m_advice.isEmpty())
                    m_advice = error.advice();
                ended(item, m_total == 1 ? error.sentence() : error.message());
            },
            [this, item] { ended(item, tr("cancelled")); });
    }
    if (m_running.isEmpty() && m_next >= step.items.size())
        finishStep();
}

void BatchRun::ended(const Item &item, const QString &failure)
{
    m_running.remove(item.id);
    if (!m_operation || !m_operation->isRunning())
        return;
    ++m_done;
    if (!failure.isEmpty()) {
        m_failedItems << item;
        m_failures << (m_total == 1 ? failure : tr("%1: %2", "name, why it failed").arg(item.name, failure));
    }
    startMore();
}

void BatchRun::finishStep()
{
    if (m_failures.isEmpty() && m_step + 1 < m_steps.size()) {
        ++m_step;
        m_next = 0;
        startMore();
        return;
    }
    end();
}

void BatchRun::end()
{
    if (m_failures.isEmpty()) {
        m_operation->succeed();
    } else {
        QStringList lines = m_failures;
        if (m_total > 1)
            lines.prepend(tr("%1 of %2 failed:").arg(m_failures.size()).arg(m_total));
        if (!m_advice.isEmpty())
            lines << m_advice;
        m_operation->setRetry([retry = m_retry, steps = left()] { retry(steps); });
        m_operation->fail(lines.join(QLatin1Char('\n')));
    }
    deleteLater();
}

void BatchRun::cancel()
{
    m_operation->setRetry([retry = m_retry, steps = left()] { retry(steps); });
    const auto running = m_running;
    QStringList names;
    for (const Item &item : std::as_const(m_steps[m_step].items)) {
        if (running.contains(item.id))
            names << item.name;
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
    steps[0].items = m_failedItems;
    for (qsizetype i = 0; i < items.size(); ++i) {
        if (i >= m_next || m_running.contains(items[i].id))
            steps[0].items << items[i];
    }
    return steps;
}

} // namespace Gantry
