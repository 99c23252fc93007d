// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/usagecards.h"

#include "items/humanize.h"
#include "items/plotscale.h"
#include "shell/workbench.h"
#include "stats/statsreader.h"
#include "stats/statsstore.h"
#include "stats/usagecard.h"

#include <QDateTime>
#include <QHBoxLayout>

#include <cmath>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

/// Three minutes.
constexpr int CardSpans = 90;
constexpr qint64 CardStepMs = 2000;
/// What fills the height of the card at least, and the part of it that the highest memory takes.
constexpr double LeastShare = 5;
constexpr double MemoryPart = 0.7;

QList<qreal> usageLine(const StatsHistory &history, StatsHistory::Field field)
{
    const qint64 end = (QDateTime::currentMSecsSinceEpoch() / CardStepMs + 1) * CardStepMs;
    QList<qreal> values = history.means(field, end - CardSpans * CardStepMs, CardStepMs, CardSpans);
    double most = field == StatsHistory::Cpu ? LeastShare : 1;
    for (const qreal value : std::as_const(values))
        most = std::fmax(most, value);
    for (qreal &value : values)
        value *= (field == StatsHistory::Cpu ? 1 : MemoryPart) / most;
    return values;
}

} // namespace

UsageCards::UsageCards(Workbench *workbench, QWidget *parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_cpu(new UsageCard(tr("CPU"), this))
    , m_memory(new UsageCard(tr("Memory"), this))
{
    setObjectName(u"usageCards"_s);
    m_cpu->setObjectName(u"cpuCard"_s);
    m_memory->setObjectName(u"memoryCard"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_cpu, 1);
    layout->addWidget(m_memory, 1);
    connect(m_workbench->statsStore(), &StatsStore::changed, this, [this](const QStringList &ids) {
        if (isVisible() && ids.contains(m_id))
            refresh();
    });
}

void UsageCards::setContainer(const ContainerDetails &container)
{
    m_id = container.id;
    setVisible(container.state == ContainerState::Running || container.state == ContainerState::Paused);
    if (isVisible())
        m_workbench->statsReader()->want(this, {m_id});
    refresh();
}

void UsageCards::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_workbench->statsReader()->want(this, {m_id});
    refresh();
}

void UsageCards::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_workbench->statsReader()->want(this, {});
}

void UsageCards::refresh()
{
    const StatsSample *now = m_workbench->statsStore()->present(m_id);
    const StatsHistory *history = m_workbench->statsStore()->history(m_id);
    if (!now || !history) {
        m_cpu->setUse(Humanize::absent(), {}, {});
        m_memory->setUse(Humanize::absent(), {}, {});
        return;
    }
    const int cores = m_workbench->engine()->info().cpus;
    m_cpu->setUse(PlotScale::text(PlotScale::Quantity::Percent, now->cpu),
                  cores > 0 ? tr("of %n core(s)", nullptr, cores) : QString(), usageLine(*history, StatsHistory::Cpu));
    m_memory->setUse(Humanize::sizeText(now->memory),
                     now->memoryLimit > 0 ? tr("of %1").arg(Humanize::sizeText(now->memoryLimit)) : QString(),
                     usageLine(*history, StatsHistory::Memory));
}

} // namespace Gantry
