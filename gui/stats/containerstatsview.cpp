// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/containerstatsview.h"

#include "stats/processesview.h"
#include "stats/statspane.h"

#include <QVBoxLayout>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

/// HostConfig of the inspection; 0 and -1 mean none.
StatsPane::Limits limitsOf(const ContainerDetails &container)
{
    const QJsonObject host = container.raw.value("HostConfig"_L1).toObject();
    const auto positive = [&host](QLatin1String name) {
        const double value = host.value(name).toDouble();
        return value > 0 ? value : StatsPlot::None;
    };
    StatsPane::Limits limits;
    limits.memory = positive("Memory"_L1);
    limits.processes = positive("PidsLimit"_L1);
    if (const double nano = host.value("NanoCpus"_L1).toDouble(); nano > 0)
        limits.cpu = nano / 1e9 * 100;
    else if (const double period = host.value("CpuPeriod"_L1).toDouble(); host.value("CpuQuota"_L1).toDouble() > 0)
        limits.cpu = host.value("CpuQuota"_L1).toDouble() / (period > 0 ? period : 100'000) * 100;
    return limits;
}

} // namespace

ContainerStatsView::ContainerStatsView(Workbench *workbench, QWidget *parent)
    : ScrolledColumn(u"statsView"_s, parent)
{
    setAccessibleName(tr("Stats"));
    m_pane = new StatsPane(workbench, widget());
    m_processes = new ProcessesView(workbench, widget());
    auto *plots = new QVBoxLayout;
    plots->setContentsMargins(20, 12, 20, 0);
    plots->addWidget(m_pane);
    column()->setContentsMargins(0, 0, 0, 12);
    column()->setSpacing(16);
    column()->addLayout(plots);
    column()->addWidget(m_processes, 1);
}

void ContainerStatsView::setContainer(const ContainerDetails &container)
{
    m_pane->setContainer(container.id, container.name, limitsOf(container));
    m_processes->setContainer(container.id,
                              container.state == ContainerState::Running || container.state == ContainerState::Paused);
}

QWidget *ContainerStatsView::focusTarget() const
{
    return m_pane->plots().first();
}

} // namespace Gantry
