// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/statsplotaccessible.h"

#include "stats/statsplot.h"

namespace Gantry {

namespace {

QAccessibleInterface *makePlotInterface(const QString &className, QObject *object)
{
    auto *plot = qobject_cast<StatsPlot *>(object);
    return plot && className == QLatin1String("Gantry::StatsPlot") ? new StatsPlotAccessible(plot) : nullptr;
}

} // namespace

StatsPlotAccessible::StatsPlotAccessible(StatsPlot *plot)
    : VisibleTextAccessible(plot, QAccessible::Chart)
{
}

void StatsPlotAccessible::install()
{
    // Qt keeps one entry for a factory, however often it is installed.
    QAccessible::installFactory(makePlotInterface);
}

QString StatsPlotAccessible::content() const
{
    return widget() ? widget()->accessibleDescription() : QString();
}

} // namespace Gantry
