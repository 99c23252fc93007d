// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/separator.h"

#include "look/tokens.h"

#include <QPainter>

namespace Gantry {

Separator::Separator(Qt::Orientation orientation, QWidget *parent)
    : QWidget(parent)
    , m_orientation(orientation)
{
    if (orientation == Qt::Horizontal)
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    else
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize Separator::sizeHint() const
{
    return m_orientation == Qt::Horizontal ? QSize(1, 1) : QSize(9, 20);
}

void Separator::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRect line = m_orientation == Qt::Horizontal ? rect() : QRect(width() / 2, 0, 1, height());
    painter.fillRect(line, Tokens::of(palette()).line);
}

} // namespace Gantry
