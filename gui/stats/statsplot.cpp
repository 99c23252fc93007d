// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/statsplot.h"

#include "items/humanize.h"
#include "look/fonts.h"
#include "look/oneline.h"
#include "stats/statsplotaccessible.h"

#include <QDateTime>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr int PlotHeight = 140;
constexpr int NarrowestPlot = 240;
/// Room for the values at the left, for the title above and for the times below.
constexpr int LeftRoom = 64;
constexpr int HeadRoom = 28;
constexpr int FootRoom = 20;
constexpr int RightRoom = 6;
/// A limit that is far away says nothing, unless one asked for it.
constexpr double LimitInSight = 0.2;
constexpr int LargeStep = 10;

} // namespace

StatsPlot::StatsPlot(const QString &title, PlotScale::Quantity quantity, QWidget *parent)
    : QWidget(parent)
    , m_title(title)
    , m_quantity(quantity)
{
    StatsPlotAccessible::install();
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(title);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void StatsPlot::setStacked(bool stacked)
{
    m_stacked = stacked;
    update();
}

void StatsPlot::setLimit(double limit, bool always)
{
    m_limit = limit;
    m_limitAlways = always;
    describe();
    update();
}

void StatsPlot::setSeries(qint64 from, qint64 step, const QList<Series> &series)
{
    m_from = from;
    m_step = step;
    m_series = series;
    if (m_cursorTime > 0 && m_cursorTime < from)
        m_cursorTime = 0;
    describe();
    update();
}

PlotScale StatsPlot::scale() const
{
    const double most = highest();
    return {m_quantity, showsLimit(most) ? std::fmax(most, m_limit) : most};
}

double StatsPlot::total(int span) const
{
    double sum = None;
    for (const Series &series : m_series) {
        const double value = series.values.at(span);
        if (!std::isnan(value))
            sum = std::isnan(sum) ? value : sum + value;
    }
    return sum;
}

double StatsPlot::highest() const
{
    double most = None;
    if (m_stacked) {
        for (int span = 0; span < spans(); ++span)
            most = std::fmax(most, total(span));
        return most;
    }
    for (const Series &series : m_series) {
        for (const double value : series.values)
            most = std::fmax(most, value);
    }
    return most;
}

bool StatsPlot::showsLimit(double most) const
{
    return !std::isnan(m_limit) && (m_limitAlways || most > m_limit * LimitInSight);
}

int StatsPlot::lastKnown() const
{
    for (int span = spans() - 1; span >= 0; --span) {
        if (!std::isnan(total(span)))
            return span;
    }
    return -1;
}

int StatsPlot::cursor() const
{
    if (m_cursorTime == 0 || spans() == 0)
        return -1;
    return int(std::clamp<qint64>((m_cursorTime - m_from) / m_step, 0, spans() - 1));
}

void StatsPlot::setCursorTime(qint64 time)
{
    if (m_cursorTime == time)
        return;
    m_cursorTime = time;
    describe();
    update();
}

void StatsPlot::moveCursor(int span)
{
    const qint64 time = span < 0 ? 0 : m_from + span * m_step + m_step / 2;
    setCursorTime(time);
    Q_EMIT cursorMoved(time);
}

QString StatsPlot::valuesText(int span) const
{
    if (span < 0)
        return tr("nothing is known yet");
    QStringList parts;
    for (const Series &series : m_series) {
        const QString value = PlotScale::text(m_quantity, series.values.at(span));
        parts << (series.name.isEmpty() ? value : tr("%1 %2", "name and value").arg(shortName(series.name), value));
    }
    if (m_stacked)
        parts.prepend(tr("together %1").arg(PlotScale::text(m_quantity, total(span))));
    return parts.join(u", "_s);
}

/// For those who do not see it.
void StatsPlot::describe()
{
    const int span = cursor();
    QString text;
    if (span >= 0) {
        const QString time
            = QLocale().toString(QDateTime::fromMSecsSinceEpoch(m_from + span * m_step).time(), QLocale::LongFormat);
        text = tr("%1: %2", "a time and values").arg(time, valuesText(span));
    } else {
        text = tr("now %1; highest %2").arg(valuesText(lastKnown()), PlotScale::text(m_quantity, highest()));
        if (!std::isnan(m_limit))
            text = tr("%1; limit %2").arg(text, PlotScale::text(m_quantity, m_limit));
    }
    if (text != accessibleDescription())
        setAccessibleDescription(text);
}

QRectF StatsPlot::area() const
{
    return QRectF(rect()).adjusted(Fonts::scaled(LeftRoom), Fonts::scaled(HeadRoom), -Fonts::scaled(RightRoom),
                                   -Fonts::scaled(FootRoom));
}

QPointF StatsPlot::placeOf(int span, double value) const
{
    const QRectF room = area();
    const int last = qMax(1, spans() - 1);
    return {room.left() + room.width() * span / last, room.bottom() - room.height() * scale().place(value)};
}

QSize StatsPlot::sizeHint() const
{
    return {Fonts::scaled(NarrowestPlot), Fonts::scaled(PlotHeight)};
}

QSize StatsPlot::minimumSizeHint() const
{
    return sizeHint();
}

void StatsPlot::mouseMoveEvent(QMouseEvent *event)
{
    const QRectF room = area();
    const double x = event->position().x();
    if (spans() == 0 || x < room.left() - 2 || x > room.right() + 2) {
        moveCursor(-1);
        return;
    }
    const double place = (x - room.left()) / room.width() * (spans() - 1);
    moveCursor(std::clamp(int(std::lround(place)), 0, spans() - 1));
}

void StatsPlot::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    moveCursor(-1);
}

void StatsPlot::keyPressEvent(QKeyEvent *event)
{
    if (spans() == 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    const int step = event->modifiers().testFlag(Qt::ControlModifier) ? LargeStep : 1;
    const int from = cursor() >= 0 ? cursor() : qMax(0, lastKnown()) + (event->key() == Qt::Key_Left ? step : 0);
    int to = from;
    switch (event->key()) {
    case Qt::Key_Left:
        to = from - step;
        break;
    case Qt::Key_Right:
        to = from + step;
        break;
    case Qt::Key_Home:
        to = 0;
        break;
    case Qt::Key_End:
        to = spans() - 1;
        break;
    case Qt::Key_Escape:
        if (cursor() >= 0) {
            moveCursor(-1);
            return;
        }
        [[fallthrough]];
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    moveCursor(std::clamp(to, 0, spans() - 1));
}

void StatsPlot::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void StatsPlot::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace Gantry
