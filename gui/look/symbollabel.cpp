// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/symbollabel.h"

#include "look/fonts.h"
#include "look/icons.h"
#include "look/paint.h"
#include "look/tokens.h"

namespace Gantry {

SymbolLabel::SymbolLabel(const QString &name, Tone tone, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_tone(tone)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void SymbolLabel::setSymbol(const QString &name, Tone tone)
{
    m_name = name;
    m_tone = tone;
    update();
}

void SymbolLabel::setSide(int side, int tile)
{
    m_side = side;
    m_tile = tile;
    updateGeometry();
    update();
}

QSize SymbolLabel::sizeHint() const
{
    const int side = Fonts::scaled(std::max(m_side, m_tile));
    return {side, side};
}

void SymbolLabel::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Tokens::of(palette());
    QPainter painter(this);
    if (m_tile > 0)
        fillRounded(&painter, rect(), 8, tokens.tint(m_tone));
    const int side = Fonts::scaled(m_side);
    const QRectF square((width() - side) / 2.0, (height() - side) / 2.0, side, side);
    drawSymbol(&painter, square, m_name, isEnabled() ? tokens.color(m_tone) : tokens.disabled);
}

} // namespace Gantry
