// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/statspane.h"

#include "look/chip.h"
#include "look/fonts.h"
#include "look/menubutton.h"
#include "shell/uistate.h"
#include "shell/workbench.h"
#include "stats/plotlegend.h"
#include "stats/statsreader.h"
#include "stats/statssaving.h"
#include "stats/statsstore.h"

#include <QButtonGroup>
#include <QDateTime>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

const auto RangeKey = "stats/range"_L1;
constexpr qint64 RangesMs[]{5 * 60'000, 15 * 60'000, 60 * 60'000};
/// Spans are at least as long as the time between two samples, and some pixels wide.
constexpr qint64 ShortestSpanMs = 2000;
constexpr int SpanPixels = 2;
/// Below, plots stand in one column.
constexpr int TwoColumns = 640;
constexpr int ClockMs = 2000;

} // namespace

StatsPane::StatsPane(Workbench *workbench, QWidget *parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_range(qBound(0, workbench->state()->value(RangeKey).toInt(), int(std::size(RangesMs)) - 1))
{
    setObjectName(u"statsPane"_s);
    QWidget *bar = buildBar();
    m_area = new QWidget(this);
    m_area->setObjectName(u"statsPlots"_s);
    m_grid = new QGridLayout(m_area);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setVerticalSpacing(16);
    m_legend = new PlotLegend(m_area);
    m_legend->hide();
    using Quantity = PlotScale::Quantity;
    m_plots
        = {new StatsPlot(tr("CPU"), Quantity::Percent, m_area), new StatsPlot(tr("Memory"), Quantity::Bytes, m_area),
           new StatsPlot(tr("Network"), Quantity::BytesPerSecond, m_area),
           new StatsPlot(tr("Block I/O"), Quantity::BytesPerSecond, m_area),
           new StatsPlot(tr("PIDs"), Quantity::Count, m_area)};
    const QStringList names{u"cpuPlot"_s, u"memoryPlot"_s, u"networkPlot"_s, u"blocksPlot"_s, u"processesPlot"_s};
    for (qsizetype i = 0; i < m_plots.size(); ++i) {
        m_plots.at(i)->setObjectName(names.at(i));
        connect(m_plots.at(i), &StatsPlot::cursorMoved, this, [this](qint64 time) {
            for (StatsPlot *plot : std::as_const(m_plots))
                plot->setCursorTime(time);
        });
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(bar);
    layout->addWidget(m_area);
    arrange();

    connect(m_workbench->statsStore(), &StatsStore::changed, this, [this](const QStringList &ids) {
        const bool concerns = std::any_of(m_sources.cbegin(), m_sources.cend(), [&ids](const Source &source) {
            return std::any_of(source.containers.cbegin(), source.containers.cend(),
                               [&ids](const QString &id) { return ids.contains(id); });
        });
        if (concerns && isVisible())
            refresh();
    });
    m_clock.setInterval(ClockMs);
    connect(&m_clock, &QTimer::timeout, this, &StatsPane::refresh);
}

QWidget *StatsPane::buildBar()
{
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    auto *group = new QButtonGroup(this);
    const QStringList names{tr("5 min"), tr("15 min"), tr("1 hour")};
    for (int i = 0; i < names.size(); ++i) {
        auto *chip = new Chip(names.at(i), bar);
        chip->setObjectName(u"statsRange%1"_s.arg(i));
        chip->setChecked(i == m_range);
        chip->setAccessibleName(tr("Last %1", "5 min, 1 hour").arg(names.at(i)));
        group->addButton(chip, i);
        layout->addWidget(chip);
        m_ranges.append(chip);
    }
    connect(group, &QButtonGroup::idClicked, this, &StatsPane::setRange);
    layout->addStretch(1);
    auto *save = new MenuButton(bar);
    save->setObjectName(u"saveStats"_s);
    save->setText(tr("Save"));
    connect(save->entries()->addAction(tr("Plots as PNG…")), &QAction::triggered, this,
            [this] { saveStatsPicture(m_workbench, this); });
    connect(save->entries()->addAction(tr("Values as CSV…")), &QAction::triggered, this,
            [this] { saveStatsValues(m_workbench, this); });
    layout->addWidget(save);
    return bar;
}

void StatsPane::arrange()
{
    const int columns = width() >= Fonts::scaled(TwoColumns) ? 2 : 1;
    if (columns == m_columns)
        return;
    m_columns = columns;
    m_grid->setHorizontalSpacing(columns == 1 ? 0 : 16);
    m_grid->addWidget(m_legend, 0, 0, 1, 2);
    for (int i = 0; i < m_plots.size(); ++i)
        m_grid->addWidget(m_plots.at(i), 1 + i / columns, i % columns);
    for (int column = 0; column < 2; ++column)
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
}

void StatsPane::setRange(int range)
{
    m_range = range;
    m_workbench->state()->setValue(RangeKey, range);
    for (StatsPlot *plot : std::as_const(m_plots))
        plot->setCursorTime(0);
    refresh();
}

void StatsPane::setContainer(const QString &id, const QString &name, const Limits &limits)
{
    m_plots.at(CpuPlot)->setLimit(limits.cpu);
    m_plots.at(MemoryPlot)->setLimit(limits.memory);
    m_plots.at(ProcessesPlot)->setLimit(limits.processes, false);
    setSources(name, {{name, {id}}}, false);
}

void StatsPane::setProject(const QString &name, const QList<Source> &services)
{
    for (StatsPlot *plot : std::as_const(m_plots))
        plot->setStacked(true);
    QStringList names;
    for (const Source &service : services)
        names << service.name;
    m_legend->setNames(names);
    setSources(name, services, true);
}

void StatsPane::setSources(const QString &subject, const QList<Source> &sources, bool isProject)
{
    m_isProject = isProject;
    if (m_subject == subject && m_sources == sources)
        return;
    if (m_subject != subject) {
        for (StatsPlot *plot : std::as_const(m_plots))
            plot->setCursorTime(0);
    }
    m_subject = subject;
    m_sources = sources;
    want();
    refresh();
}

void StatsPane::want()
{
    QStringList ids;
    if (isVisible()) {
        for (const Source &source : std::as_const(m_sources))
            ids << source.containers;
    }
    m_workbench->statsReader()->want(this, ids);
}

void StatsPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    want();
    refresh();
    m_clock.start();
}

void StatsPane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_clock.stop();
    want();
}

void StatsPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
    refresh();
}

void StatsPane::refresh()
{
    if (!isVisible() || window()->isMinimized())
        return;
    const qint64 range = RangesMs[m_range];
    const int room = qMax(50, m_plots.first()->width() / SpanPixels);
    // Whole seconds, so that spans do not change with the width of the window by a hair.
    const qint64 step = qMax(ShortestSpanMs, (range / room / 1000 + 1) * 1000);
    const int count = int(range / step) + 1;
    const qint64 end = (QDateTime::currentMSecsSinceEpoch() / step + 1) * step;
    const qint64 from = end - count * step;
    for (int i = 0; i < PlotCount; ++i)
        m_plots.at(i)->setSeries(from, step, seriesOf(Plot(i), from, step, count));
}

QList<StatsPlot::Series> StatsPane::seriesOf(Plot plot, qint64 from, qint64 step, int count) const
{
    const auto one = [&](const Source &source, std::initializer_list<StatsHistory::Field> fields) {
        return means(source, fields, from, step, count);
    };
    if (!m_isProject && m_sources.isEmpty())
        return {};
    if (!m_isProject && plot == NetworkPlot) {
        return {{tr("received"), one(m_sources.first(), {StatsHistory::Received})},
                {tr("sent"), one(m_sources.first(), {StatsHistory::Sent})}};
    }
    if (!m_isProject && plot == BlocksPlot) {
        return {{tr("read"), one(m_sources.first(), {StatsHistory::Read})},
                {tr("written"), one(m_sources.first(), {StatsHistory::Written})}};
    }
    QList<StatsPlot::Series> series;
    for (const Source &source : m_sources) {
        QList<double> values;
        switch (plot) {
        case CpuPlot:
            values = one(source, {StatsHistory::Cpu});
            break;
        case MemoryPlot:
            values = one(source, {StatsHistory::Memory});
            break;
        case NetworkPlot:
            values = one(source, {StatsHistory::Received, StatsHistory::Sent});
            break;
        case BlocksPlot:
            values = one(source, {StatsHistory::Read, StatsHistory::Written});
            break;
        case ProcessesPlot:
        case PlotCount:
            values = one(source, {StatsHistory::Processes});
            break;
        }
        series.append({m_isProject ? source.name : QString(), values});
    }
    return series;
}

QList<double> StatsPane::means(const Source &source, std::initializer_list<StatsHistory::Field> fields, qint64 from,
                               qint64 step, int count) const
{
    QList<double> sums(count, StatsPlot::None);
    for (const QString &id : source.containers) {
        const StatsHistory *history = m_workbench->statsStore()->history(id);
        if (!history)
            continue;
        for (const StatsHistory::Field field : fields) {
            const QList<double> values = history->means(field, from, step, count);
            for (int span = 0; span < count; ++span) {
                if (!std::isnan(values.at(span)))
                    sums[span] = std::isnan(sums.at(span)) ? values.at(span) : sums.at(span) + values.at(span);
            }
        }
    }
    return sums;
}

QPixmap StatsPane::picture()
{
    // The cross belongs to the moment.
    for (StatsPlot *plot : std::as_const(m_plots))
        plot->setCursorTime(0);
    return m_area->grab();
}

} // namespace Gantry
