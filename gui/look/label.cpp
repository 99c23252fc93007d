// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/label.h"

#include "look/fonts.h"
#include "look/tokens.h"

#include <QEvent>

namespace Gantry {

Label::Label(const QString &text, QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setText(text);
}

Label::Label(QWidget *parent)
    : Label(QString(), parent)
{
}

void Label::setTone(Tone tone)
{
    m_tone = tone;
    if (tone == Tone::Normal)
        setPalette(QPalette());
    updateColor();
}

void Label::setLook(int pixels, QFont::Weight weight, Face face)
{
    setFont(face == Face::Mono ? Fonts::mono(pixels, weight) : Fonts::ui(pixels, weight));
}

void Label::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        updateColor();
    QLabel::changeEvent(event);
}

void Label::updateColor()
{
    if (m_tone == Tone::Normal)
        return;
    const Tokens &tokens = Tokens::of(palette());
    if (palette().color(QPalette::Active, QPalette::WindowText) == tokens.color(m_tone))
        return;
    QPalette own;
    own.setColor(QPalette::WindowText, tokens.color(m_tone));
    own.setColor(QPalette::Disabled, QPalette::WindowText, tokens.disabled);
    setPalette(own);
}

} // namespace Gantry
