// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/card.h"

#include "look/paint.h"
#include "look/tokens.h"

namespace Gantry {

Card::Card(Kind kind, QWidget *parent)
    : QFrame(parent)
    , m_kind(kind)
{
}

void Card::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Tokens::of(palette());
    QPainter painter(this);
    drawRounded(&painter, rect(), m_kind == Kind::Sunken ? 8 : 10, m_kind == Kind::Sunken ? tokens.sunken : tokens.base,
                m_kind == Kind::Strong ? tokens.lineStrong : tokens.line);
}

} // namespace Gantry
