// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/pill.h"

#include "look/statelook.h"
#include "look/tokens.h"

#include <QPainter>

namespace Gantry {

Pill::Pill(StateLook look, const QString &text, QWidget *parent)
    : QLabel(parent)
    , m_look(look)
{
    setTextFormat(Qt::PlainText);
    setText(text);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Pill::setState(StateLook look, const QString &text)
{
    m_look = look;
    setText(text);
    updateGeometry();
    update();
}

QSize Pill::sizeHint() const
{
    return {pillWidth(m_look, text()), pillHeight()};
}

void Pill::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawPill(&painter, rect(), m_look, text(), Tokens::of(palette()));
}

} // namespace Gantry
