// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stats/statshistory.h"
#include "stats/statsplot.h"

#include <QTimer>
#include <QWidget>

#include <initializer_list>

class QGridLayout;

namespace Gantry {

class Chip;
class PlotLegend;
class Workbench;

/// The plots of a container, or of a project with its services on top of each other; they share one cross. What they
/// show is sampled while they are on screen.
class StatsPane : public QWidget
{
    Q_OBJECT

public:
    /// One line or area: a container, or a service with its instances.
    struct Source
    {
        QString name;
        QStringList containers; ///< ids

        friend bool operator==(const Source &, const Source &) = default;
    };
    /// What the engine was told; NaN where there is no limit.
    struct Limits
    {
        double cpu = StatsPlot::None; ///< per cent of one core
        double memory = StatsPlot::None; ///< bytes
        double processes = StatsPlot::None;
    };

    explicit StatsPane(Workbench *workbench, QWidget *parent = nullptr);

    void setContainer(const QString &id, const QString &name, const Limits &limits);
    void setProject(const QString &name, const QList<Source> &services);

    const QList<StatsPlot *> &plots() const { return m_plots; }
    /// The plots as they are seen, as an image.
    QPixmap picture();
    const QString &subject() const { return m_subject; }
    const QList<Source> &sources() const { return m_sources; }
    bool isProject() const { return m_isProject; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// Index into plots().
    enum Plot { CpuPlot, MemoryPlot, NetworkPlot, BlocksPlot, ProcessesPlot, PlotCount };

    QWidget *buildBar();
    void arrange();
    void setRange(int range);
    void setSources(const QString &subject, const QList<Source> &sources, bool isProject);
    void want();
    void refresh();
    /// Of all instances together, the fields added.
    QList<double> means(const Source &source, std::initializer_list<StatsHistory::Field> fields, qint64 from,
                        qint64 step, int count) const;
    QList<StatsPlot::Series> seriesOf(Plot plot, qint64 from, qint64 step, int count) const;

    Workbench *m_workbench;
    QString m_subject;
    bool m_isProject = false;
    QList<Source> m_sources;
    int m_range = 0;
    QList<Chip *> m_ranges;
    PlotLegend *m_legend = nullptr;
    QWidget *m_area = nullptr;
    QGridLayout *m_grid = nullptr;
    int m_columns = 0;
    QList<StatsPlot *> m_plots;
    QTimer m_clock; ///< the time goes on where no sample comes
};

} // namespace Gantry
