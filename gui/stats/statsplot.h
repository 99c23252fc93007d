// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/plotscale.h"

#include <QWidget>

#include <limits>

namespace Gantry {

struct Tokens;

/// One measure over time: lines, or areas on top of each other, with round values at the left, times below, the limit
/// as a dashed line, and a cross for the mouse and the arrow keys that tells the values of a moment.
class StatsPlot : public QWidget
{
    Q_OBJECT

public:
    struct Series
    {
        QString name; ///< may be empty where there is only one
        QList<double> values; ///< NaN where nothing is known
    };
    static constexpr double None = std::numeric_limits<double>::quiet_NaN();

    StatsPlot(const QString &title, PlotScale::Quantity quantity, QWidget *parent = nullptr);

    /// Areas on top of each other in the colours of services, instead of lines.
    void setStacked(bool stacked);
    /// None where there is no limit. It is always in sight where \a always; else once a fifth of it is used.
    void setLimit(double limit, bool always = true);
    /// Spans of \a step milliseconds, from \a from (milliseconds since 1970) on.
    void setSeries(qint64 from, qint64 step, const QList<Series> &series);

    const QString &title() const { return m_title; }
    const QList<Series> &series() const { return m_series; }
    PlotScale scale() const;
    /// The span that the cross stands in; -1 for none.
    int cursor() const;
    /// Of a moment, in milliseconds since 1970; 0 for none.
    void setCursorTime(qint64 time);
    /// Where a span is painted.
    QPointF placeOf(int span, double value) const;
    /// What is told of a span, or of the last one that is known: "received 1.2 kB/s, sent 0 B/s".
    QString valuesText(int span) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// By mouse or key; 0 when the cross went.
    void cursorMoved(qint64 time);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    int spans() const { return m_series.isEmpty() ? 0 : int(m_series.first().values.size()); }
    int lastKnown() const;
    double total(int span) const;
    double highest() const;
    bool showsLimit(double highest) const;
    QRectF area() const;
    QColor colorOf(qsizetype series, const Tokens &tokens) const;
    void moveCursor(int span);
    void describe();
    void paintHead(QPainter *painter, const Tokens &tokens) const;
    void paintAxes(QPainter *painter, const PlotScale &scale, const Tokens &tokens) const;
    void paintLines(QPainter *painter, const PlotScale &scale, const Tokens &tokens) const;
    void paintStack(QPainter *painter, const PlotScale &scale, const Tokens &tokens) const;
    void paintLimit(QPainter *painter, const PlotScale &scale, const Tokens &tokens) const;
    void paintCross(QPainter *painter, const PlotScale &scale, const Tokens &tokens) const;
    /// Of each service, in a box beside the cross.
    void paintValues(QPainter *painter, int span, double x, const Tokens &tokens) const;

    QString m_title;
    PlotScale::Quantity m_quantity;
    bool m_stacked = false;
    double m_limit = None;
    bool m_limitAlways = true;
    qint64 m_from = 0;
    qint64 m_step = 1000;
    QList<Series> m_series;
    qint64 m_cursorTime = 0;
};

} // namespace Gantry
