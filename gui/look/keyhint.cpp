// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/keyhint.h"

#include "look/fonts.h"
#include "look/paint.h"
#include "look/tokens.h"

namespace Gantry {

KeyHint::KeyHint(const QKeySequence &keys, QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setFont(Fonts::ui(11, QFont::Medium));
    setText(keys.toString(QKeySequence::NativeText));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

QSize KeyHint::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + 10, Fonts::scaled(18)};
}

void KeyHint::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Tokens::of(palette());
    QPainter painter(this);
    drawRounded(&painter, rect(), 4, tokens.sunken, tokens.line);
    painter.setFont(font());
    painter.setPen(tokens.text3);
    painter.drawText(rect(), Qt::AlignCenter | Qt::TextSingleLine, text());
}

} // namespace Gantry
