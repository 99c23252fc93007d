// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/sparkline.h"

#include "look/paint.h"

#include <QPainterPath>

namespace Gantry {

void drawSparkLine(QPainter *painter, const QRectF &rect, const QList<qreal> &values, const QColor &color)
{
    if (values.size() < 2)
        return;
    const PainterScope scope(painter);
    QPolygonF line;
    for (qsizetype i = 0; i < values.size(); ++i) {
        line.append({rect.left() + rect.width() * qreal(i) / qreal(values.size() - 1),
                     rect.bottom() - rect.height() * std::clamp<qreal>(values.at(i), 0, 1)});
    }
    QPolygonF area = line;
    area << rect.bottomRight() << rect.bottomLeft();
    QColor faint = color;
    faint.setAlphaF(color.lightness() > 127 ? 0.16F : 0.11F);
    painter->setPen(Qt::NoPen);
    painter->setBrush(faint);
    painter->drawPolygon(area);
    painter->setPen(QPen(color, 1.25, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    painter->drawPolyline(line);
}

} // namespace Gantry
