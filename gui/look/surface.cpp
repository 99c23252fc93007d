// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/surface.h"

#include "look/paint.h"
#include "look/tokens.h"

#include <QMenuBar>
#include <QPaintEvent>
#include <QPainterPath>
#include <QStatusBar>

namespace Gantry {

Surface::Surface(Kind kind, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
{
}

void Surface::setLines(Qt::Edges edges)
{
    m_lines = edges;
    update();
}

bool Surface::isChrome(const QWidget *widget)
{
    for (const QWidget *w = widget; w; w = w->parentWidget()) {
        if (const auto *surface = qobject_cast<const Surface *>(w))
            return surface->kind() == Kind::Chrome;
        if (qobject_cast<const QMenuBar *>(w) || qobject_cast<const QStatusBar *>(w))
            return true;
        if (w->isWindow())
            return false;
    }
    return false;
}

void Surface::paintEvent(QPaintEvent *event)
{
    const Tokens &tokens = Tokens::of(palette());
    QPainter painter(this);
    painter.fillRect(event->rect(), m_kind == Kind::Base ? tokens.base : tokens.chrome);
    if (m_kind == Kind::Content) {
        const bool mirrored = isRightToLeft();
        constexpr qreal radius = 10;
        // The shape reaches past the other three corners, so that only this one is round.
        const QRectF shape = mirrored ? QRectF(-radius * 2, 0.5, width() + radius * 2 - 0.5, height() + radius * 2)
                                      : QRectF(0.5, 0.5, width() + radius * 2, height() + radius * 2);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(tokens.line);
        painter.setBrush(tokens.base);
        painter.drawRoundedRect(shape, radius, radius);
        painter.setRenderHint(QPainter::Antialiasing, false);
    }
    if (m_lines & Qt::TopEdge)
        painter.fillRect(0, 0, width(), 1, tokens.line);
    if (m_lines & Qt::BottomEdge)
        painter.fillRect(0, height() - 1, width(), 1, tokens.line);
    if (m_lines & Qt::LeftEdge)
        painter.fillRect(0, 0, 1, height(), tokens.line);
    if (m_lines & Qt::RightEdge)
        painter.fillRect(width() - 1, 0, 1, height(), tokens.line);
}

} // namespace Gantry
