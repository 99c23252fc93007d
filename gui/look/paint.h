// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPainter>
#include <QRectF>

namespace Gantry {

struct Tokens;

/// Saves the painter and restores it at the end of the scope.
class PainterScope
{
public:
    explicit PainterScope(QPainter *painter)
        : m_painter(painter)
    {
        m_painter->save();
        m_painter->setRenderHint(QPainter::Antialiasing);
    }
    ~PainterScope() { m_painter->restore(); }
    Q_DISABLE_COPY_MOVE(PainterScope)

private:
    QPainter *m_painter;
};

/// The pieces that controls are made of. Borders lie inside the rectangle, on whole pixels.
void fillRounded(QPainter *painter, const QRectF &rect, qreal radius, const QColor &fill);
void drawRounded(QPainter *painter, const QRectF &rect, qreal radius, const QColor &fill, const QColor &border);
/// The ring of a control that has the keyboard focus: a 1 px border and a 3 px halo, both inside the rectangle.
void drawFocusRing(QPainter *painter, const QRectF &rect, qreal radius, const Tokens &tokens);
/// The same on a control that is filled with the accent, where the ring above would not be seen.
void drawFocusRingOnAccent(QPainter *painter, const QRectF &rect, qreal radius, const Tokens &tokens);

} // namespace Gantry
