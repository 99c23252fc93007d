// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/paint.h"

#include "look/tokens.h"

namespace Gantry {

void fillRounded(QPainter *painter, const QRectF &rect, qreal radius, const QColor &fill)
{
    const PainterScope scope(painter);
    painter->setPen(Qt::NoPen);
    painter->setBrush(fill);
    painter->drawRoundedRect(rect, radius, radius);
}

void drawRounded(QPainter *painter, const QRectF &rect, qreal radius, const QColor &fill, const QColor &border)
{
    const PainterScope scope(painter);
    painter->setPen(QPen(border, 1));
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter->drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

void drawFocusRing(QPainter *painter, const QRectF &rect, qreal radius, const Tokens &tokens)
{
    const PainterScope scope(painter);
    painter->setBrush(Qt::NoBrush);
    QColor halo = tokens.accent;
    halo.setAlphaF(0.28F);
    painter->setPen(QPen(halo, 3));
    painter->drawRoundedRect(rect.adjusted(1.5, 1.5, -1.5, -1.5), radius - 1, radius - 1);
    painter->setPen(QPen(tokens.accent, 1));
    painter->drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

void drawFocusRingOnAccent(QPainter *painter, const QRectF &rect, qreal radius, const Tokens &tokens)
{
    const PainterScope scope(painter);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(tokens.onAccent, 2));
    painter->drawRoundedRect(rect.adjusted(3, 3, -3, -3), radius - 2, radius - 2);
}

} // namespace Gantry
