// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/fonts.h"
#include "look/oneline.h"
#include "look/paint.h"
#include "look/tokens.h"
#include "stats/statsplot.h"

#include <QDateTime>
#include <QLocale>
#include <QPainter>

#include <cmath>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal LineWidth = 1.5;
constexpr int ReadoutGap = 12;
constexpr int ReadoutDot = 8;
constexpr int BoxPad = 8;
constexpr int BoxLine = 18;
constexpr qsizetype MostInBox = 8;

QString timeText(qint64 time, qint64 step)
{
    const QTime clock = QDateTime::fromMSecsSinceEpoch(time).time();
    return clock.toString(step < 60'000 ? u"HH:mm:ss"_s : u"HH:mm"_s);
}

/// Runs of known values, as lines.
template <typename Place> QList<QPolygonF> knownRuns(int spans, Place place)
{
    QList<QPolygonF> lines;
    QPolygonF line;
    for (int span = 0; span < spans; ++span) {
        const QPointF point = place(span);
        if (!std::isnan(point.y())) {
            line.append(point);
            continue;
        }
        if (!line.isEmpty())
            lines.append(std::exchange(line, {}));
    }
    if (!line.isEmpty())
        lines.append(line);
    return lines;
}

} // namespace

QColor StatsPlot::colorOf(qsizetype series, const Tokens &tokens) const
{
    if (m_series.size() == 1 && !m_stacked)
        return tokens.accent;
    // Two lines: the colours that are furthest apart.
    return tokens.services.at(m_stacked ? std::size_t(series) % tokens.services.size() : series == 0 ? 0 : 3);
}

void StatsPlot::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Tokens::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const PlotScale scale = this->scale();
    paintHead(&painter, tokens);
    paintAxes(&painter, scale, tokens);
    if (m_stacked)
        paintStack(&painter, scale, tokens);
    else
        paintLines(&painter, scale, tokens);
    paintLimit(&painter, scale, tokens);
    paintCross(&painter, scale, tokens);
    if (hasFocus())
        drawFocusRing(&painter, rect(), 6, tokens);
}

void StatsPlot::paintHead(QPainter *painter, const Tokens &tokens) const
{
    const QRect head(Fonts::scaled(4), 0, width() - Fonts::scaled(8), int(area().top()) - 4);
    painter->setFont(Fonts::ui(13, QFont::Medium));
    painter->setPen(tokens.text);
    Fonts::drawLine(painter, head, m_title);

    const int span = cursor() >= 0 ? cursor() : lastKnown();
    int right = head.right();
    const auto put = [&](const QString &text, const QFont &font, const QColor &color) {
        const int wide = int(std::ceil(Fonts::tabularWidth(font, text)));
        painter->setFont(font);
        painter->setPen(color);
        Fonts::drawTabular(painter, QRectF(right - wide, head.y(), wide, head.height()), text);
        right -= wide;
    };
    const bool isOne = m_stacked || m_series.size() == 1;
    if (isOne) {
        if (!std::isnan(m_limit)) {
            put(tr("of %1").arg(PlotScale::text(m_quantity, m_limit)), Fonts::ui(12), tokens.text3);
            right -= 5;
        }
        put(PlotScale::text(m_quantity, span < 0 ? None : total(span)), Fonts::ui(13, QFont::DemiBold), tokens.text);
        return;
    }
    const int dot = Fonts::scaled(ReadoutDot);
    for (qsizetype i = m_series.size() - 1; i >= 0; --i) {
        const double value = span < 0 ? None : m_series.at(i).values.at(span);
        put(PlotScale::text(m_quantity, value), Fonts::ui(12, QFont::Medium), tokens.text);
        right -= 5;
        put(m_series.at(i).name, Fonts::ui(12), tokens.text3);
        right -= dot + 5;
        fillRounded(painter, QRectF(right, head.y() + (head.height() - dot) / 2.0, dot, dot), 2, colorOf(i, tokens));
        right -= Fonts::scaled(ReadoutGap);
    }
}

void StatsPlot::paintAxes(QPainter *painter, const PlotScale &scale, const Tokens &tokens) const
{
    const QRectF room = area();
    const QFont font = Fonts::ui(11);
    painter->setFont(font);
    const QList<double> ticks = scale.ticks();
    for (const double tick : ticks) {
        const int y = int(std::round(room.bottom() - room.height() * scale.place(tick)));
        painter->fillRect(QRect(int(room.left()), y, int(room.width()), 1), tokens.line);
        painter->setPen(tokens.text3);
        Fonts::drawTabular(painter, QRectF(0, y - 10, room.left() - 8, 20), PlotScale::text(m_quantity, tick));
    }
    if (spans() == 0)
        return;
    const QRectF foot(room.left(), room.bottom() + 2, room.width(), height() - room.bottom() - 2);
    const qint64 length = m_step * (spans() - 1);
    Fonts::drawTabular(painter, foot, timeText(m_from, m_step), Qt::AlignLeft | Qt::AlignVCenter);
    if (cursor() < 0) // else its time may stand there
        Fonts::drawTabular(painter, foot, timeText(m_from + length / 2, m_step), Qt::AlignHCenter | Qt::AlignVCenter);
    Fonts::drawTabular(painter, foot, tr("now"), Qt::AlignRight | Qt::AlignVCenter);
}

void StatsPlot::paintLines(QPainter *painter, const PlotScale &scale, const Tokens &tokens) const
{
    const QRectF room = area();
    const int last = qMax(1, spans() - 1);
    for (qsizetype i = 0; i < m_series.size(); ++i) {
        const QList<double> &values = m_series.at(i).values;
        const QColor color = colorOf(i, tokens);
        const QList<QPolygonF> lines = knownRuns(spans(), [&](int span) {
            return QPointF(room.left() + room.width() * span / last,
                           room.bottom() - room.height() * scale.place(values.at(span)));
        });
        for (const QPolygonF &line : lines) {
            if (m_series.size() == 1) {
                QColor faint = color;
                faint.setAlphaF(tokens.isDark ? 0.16F : 0.11F);
                QPolygonF below = line;
                below << QPointF(line.last().x(), room.bottom()) << QPointF(line.first().x(), room.bottom());
                painter->setPen(Qt::NoPen);
                painter->setBrush(faint);
                painter->drawPolygon(below);
            }
            painter->setBrush(Qt::NoBrush);
            painter->setPen(QPen(color, LineWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            if (line.size() == 1)
                painter->drawPoint(line.first());
            else
                painter->drawPolyline(line);
        }
    }
}

void StatsPlot::paintStack(QPainter *painter, const PlotScale &scale, const Tokens &tokens) const
{
    const QRectF room = area();
    const int last = qMax(1, spans() - 1);
    QList<double> below(spans(), 0);
    for (qsizetype i = 0; i < m_series.size(); ++i) {
        const QList<double> &values = m_series.at(i).values;
        QList<double> above = below;
        for (int span = 0; span < spans(); ++span)
            above[span] += values.at(span); // NaN: nothing is painted there
        const auto place = [&](int span, double value) {
            return QPointF(room.left() + room.width() * span / last,
                           room.bottom() - room.height() * scale.place(value));
        };
        const QColor color = colorOf(i, tokens);
        QColor fill = color;
        fill.setAlphaF(tokens.isDark ? 0.45F : 0.35F);
        int span = 0;
        const QList<QPolygonF> lines = knownRuns(spans(), [&](int each) { return place(each, above.at(each)); });
        for (const QPolygonF &line : lines) {
            while (std::isnan(above.at(span)))
                ++span;
            QPolygonF shape = line;
            for (qsizetype back = line.size() - 1; back >= 0; --back)
                shape << place(span + int(back), below.at(span + int(back)));
            span += int(line.size());
            painter->setPen(Qt::NoPen);
            painter->setBrush(fill);
            painter->drawPolygon(shape);
            painter->setBrush(Qt::NoBrush);
            painter->setPen(QPen(color, LineWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            painter->drawPolyline(line);
        }
        for (int each = 0; each < spans(); ++each)
            below[each] = std::isnan(above.at(each)) ? below.at(each) : above.at(each);
    }
}

void StatsPlot::paintLimit(QPainter *painter, const PlotScale &scale, const Tokens &tokens) const
{
    if (!showsLimit(highest()))
        return;
    const QRectF room = area();
    const double y = room.bottom() - room.height() * scale.place(m_limit);
    QPen pen(tokens.amber.text, 1, Qt::CustomDashLine);
    pen.setDashPattern({4, 3});
    painter->setPen(pen);
    painter->drawLine(QPointF(room.left(), y), QPointF(room.right(), y));
    const QFont font = Fonts::ui(11);
    painter->setFont(font);
    painter->setPen(tokens.amber.text);
    // Below it: above, the title may stand.
    Fonts::drawTabular(painter, QRectF(room.left(), y + 1, room.width() - 4, 16), tr("limit"),
                       Qt::AlignRight | Qt::AlignVCenter);
}

void StatsPlot::paintCross(QPainter *painter, const PlotScale &scale, const Tokens &tokens) const
{
    const int span = cursor();
    if (span < 0)
        return;
    const QRectF room = area();
    const double x = room.left() + room.width() * span / qMax(1, spans() - 1);
    painter->setPen(QPen(tokens.text3, 1));
    painter->drawLine(QPointF(std::round(x) + 0.5, room.top()), QPointF(std::round(x) + 0.5, room.bottom()));
    double below = 0;
    for (qsizetype i = 0; i < m_series.size(); ++i) {
        const double value = m_series.at(i).values.at(span);
        if (std::isnan(value))
            continue;
        below = m_stacked ? below + value : value;
        painter->setPen(QPen(tokens.base, 1.5));
        painter->setBrush(colorOf(i, tokens));
        painter->drawEllipse(QPointF(x, room.bottom() - room.height() * scale.place(below)), 3.5, 3.5);
    }
    const QString time = timeText(m_from + span * m_step, m_step);
    const QFont font = Fonts::ui(11);
    const double wide = Fonts::tabularWidth(font, time) + 8;
    const double left = std::clamp(x - wide / 2, room.left(), room.right() - wide);
    const QRectF place(left, room.bottom() + 2, wide, height() - room.bottom() - 2);
    painter->setFont(font);
    painter->fillRect(place, tokens.base);
    painter->setPen(tokens.text);
    Fonts::drawTabular(painter, place, time, Qt::AlignHCenter | Qt::AlignVCenter);
    // The other plots show where the same moment is.
    if (m_stacked && !std::isnan(total(span)) && (underMouse() || hasFocus()))
        paintValues(painter, span, x, tokens);
}

void StatsPlot::paintValues(QPainter *painter, int span, double x, const Tokens &tokens) const
{
    const QRectF room = area();
    // The values of the services, from the top of the stack to its bottom.
    const QFont small = Fonts::ui(12);
    const int line = Fonts::scaled(BoxLine);
    const int dot = Fonts::scaled(ReadoutDot);
    const qsizetype shown = qMin(m_series.size(), MostInBox);
    double names = 0;
    double values = 0;
    QStringList texts;
    QStringList titles;
    for (qsizetype i = 0; i < shown; ++i) {
        titles << QFontMetrics(small).elidedText(oneLine(m_series.at(i).name), Qt::ElideMiddle, Fonts::scaled(120));
        texts << PlotScale::text(m_quantity, m_series.at(i).values.at(span));
        names = std::fmax(names, Fonts::advance(small, titles.last()));
        values = std::fmax(values, Fonts::tabularWidth(small, texts.last()));
    }
    const double boxWidth = 2 * BoxPad + dot + 6 + names + 12 + values;
    const double boxHeight = double(BoxPad + line * shown);
    const double boxLeft = x + 10 + boxWidth <= room.right() ? x + 10 : qMax(room.left(), x - 10 - boxWidth);
    const QRectF box(boxLeft, room.top() + 2, boxWidth, boxHeight);
    drawRounded(painter, box, 6, tokens.base, tokens.lineStrong);
    painter->setFont(small);
    for (qsizetype i = 0; i < shown; ++i) {
        const double y = box.top() + BoxPad / 2.0 + line * double(shown - 1 - i);
        fillRounded(painter, QRectF(box.left() + BoxPad, y + (line - dot) / 2.0, dot, dot), 2, colorOf(i, tokens));
        painter->setPen(tokens.text2);
        Fonts::drawLine(painter, QRectF(box.left() + BoxPad + dot + 6, y, names + 4, line).toRect(), titles.at(i));
        painter->setPen(tokens.text);
        Fonts::drawTabular(painter, QRectF(box.left(), y, box.width() - BoxPad, line), texts.at(i));
    }
}

} // namespace Gantry
