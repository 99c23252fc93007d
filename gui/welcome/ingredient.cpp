// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "welcome/ingredient.h"

#include "look/fonts.h"
#include "look/icons.h"
#include "look/paint.h"
#include "look/tokens.h"

#include <QStyle>

namespace Gantry {

Ingredient::Ingredient(QString symbol, const QString &name, QWidget *parent)
    : QLabel(parent)
    , m_symbol(std::move(symbol))
{
    setTextFormat(Qt::PlainText);
    setText(name);
    setFont(Fonts::ui(12, QFont::Medium));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize Ingredient::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + Fonts::scaled(14) + 20, Fonts::scaled(26)};
}

void Ingredient::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Tokens::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawRounded(&painter, rect(), 6, tokens.sunken, tokens.line);
    const int side = Fonts::scaled(14);
    const auto place = [this](const QRect &area) { return QStyle::visualRect(layoutDirection(), rect(), area); };
    drawSymbol(&painter, place(QRect(8, (height() - side) / 2, side, side)), m_symbol, tokens.text2);
    painter.setFont(font());
    painter.setPen(tokens.text2);
    painter.drawText(
        place(QRect(side + 13, 0, width() - side - 20, height())),
        int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter)) | Qt::TextSingleLine, text());
}

} // namespace Gantry
