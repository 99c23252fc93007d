// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/sparkline.h"

#include "look/paint.h"

#include <algorithm>
#include <cmath>

namespace Gantry {

void drawSparkLine(QPainter *painter, const QRectF &rect, const QList<qreal> &values, const QColor &color)
{
    if (values.size() < 2)
        return;
    const PainterScope scope(painter);
    QColor faint = color;
    faint.setAlphaF(color.lightness() > 127 ? 0.16F : 0.11F);
    for (qsizetype begin = 0; begin < values.size(); ++begin) {
        QPolygonF line;
        for (; begin < values.size() && !std::isnan(values.at(begin)); ++begin) {
            line.append({rect.left() + rect.width() * qreal(begin) / qreal(values.size() - 1),
                         rect.bottom() - rect.height() * std::clamp<qreal>(values.at(begin), 0, 1)});
        }
        if (line.isEmpty())
            continue;
        QPolygonF area = line;
        area << QPointF(line.last().x(), rect.bottom()) << QPointF(line.first().x(), rect.bottom());
        painter->setPen(Qt::NoPen);
        painter->setBrush(faint);
        painter->drawPolygon(area);
        painter->setPen(QPen(color, 1.25, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->setBrush(Qt::NoBrush);
        painter->drawPolyline(line);
    }
}

} // namespace Gantry
