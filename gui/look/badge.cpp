// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/badge.h"

#include "look/fonts.h"
#include "look/paint.h"
#include "look/tokens.h"

#include <cmath>

namespace Gantry {

Badge::Badge(const QString &text, Tone tone, QWidget *parent)
    : QLabel(parent)
    , m_tone(tone)
{
    setTextFormat(Qt::PlainText);
    setFont(Fonts::ui(11, QFont::DemiBold));
    setText(text);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void Badge::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

QSize Badge::sizeHint() const
{
    const int height = Fonts::scaled(18);
    return {std::max(height, int(std::ceil(Fonts::tabularWidth(font(), text()))) + 10), height};
}

void Badge::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Tokens::of(palette());
    QPainter painter(this);
    const QRectF area(rect());
    fillRounded(&painter, area, area.height() / 2, tokens.tint(m_tone));
    painter.setFont(font());
    painter.setPen(m_tone == Tone::Muted ? tokens.grey.text : tokens.color(m_tone));
    Fonts::drawTabular(&painter, area, text(), Qt::AlignHCenter | Qt::AlignVCenter);
}

} // namespace Gantry
