// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QList>
#include <QRectF>

class QPainter;

namespace Gantry {

/// Paints values from 0 to 1 (oldest first) as a line over a faint area; where one is NaN there is a gap.
void drawSparkLine(QPainter *painter, const QRectF &rect, const QList<qreal> &values, const QColor &color);

} // namespace Gantry
