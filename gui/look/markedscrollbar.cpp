// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/markedscrollbar.h"

#include <QPainter>

namespace Gantry {

namespace {

constexpr int TickInset = 1;
constexpr int TickHeight = 2;

} // namespace

MarkedScrollBar::MarkedScrollBar(QWidget *parent)
    : QScrollBar(Qt::Vertical, parent)
{
}

void MarkedScrollBar::setMarks(const QList<Marks> &marks)
{
    if (m_marks == marks)
        return;
    m_marks = marks;
    update();
}

void MarkedScrollBar::paintEvent(QPaintEvent *event)
{
    QScrollBar::paintEvent(event);
    QPainter painter(this);
    for (const Marks &marks : std::as_const(m_marks)) {
        for (const double place : marks.places)
            painter.fillRect(QRectF(TickInset, place * (height() - TickHeight), width() - 2 * TickInset, TickHeight),
                             marks.color);
    }
}

} // namespace Gantry
