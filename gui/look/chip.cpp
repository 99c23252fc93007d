// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/chip.h"

#include "look/fonts.h"
#include "look/paint.h"
#include "look/style.h"
#include "look/tokens.h"

#include <QStyleOptionButton>

#include <cmath>

namespace Gantry {

namespace {

constexpr int pad = 11;
constexpr int gap = 5;
constexpr int swatchSide = 10;

} // namespace

Chip::Chip(const QString &name, QWidget *parent)
    : QPushButton(name, parent)
{
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Chip::setCount(const QString &count)
{
    if (m_count == count)
        return;
    m_count = count;
    setAccessibleDescription(count);
    updateGeometry();
    update();
}

void Chip::setSwatch(Swatch swatch)
{
    m_swatch = std::move(swatch);
    updateGeometry();
    update();
}

QFont Chip::nameFont() const
{
    return Fonts::ui(12, QFont::Medium);
}

QSize Chip::sizeHint() const
{
    const int name = QFontMetrics(nameFont()).size(Qt::TextShowMnemonic, text()).width();
    const int count = m_count.isEmpty() ? 0 : int(std::ceil(Fonts::tabularWidth(nameFont(), m_count))) + gap;
    return {name + count + (m_swatch ? swatchSide + gap : 0) + 2 * pad, Fonts::scaled(26)};
}

void Chip::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Tokens::of(palette());
    QPainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    const QRectF area(rect());
    const qreal radius = m_swatch ? 6 : area.height() / 2;
    const bool chosen = isChecked() && !m_swatch;
    if (chosen)
        fillRounded(&painter, area, radius, tokens.accentTint);
    else
        drawRounded(&painter, area, radius, underMouse() && isEnabled() ? tokens.hover : tokens.base,
                    m_swatch ? tokens.lineStrong : tokens.line);

    QColor nameColor = chosen ? tokens.accent : m_swatch && isChecked() ? tokens.text : tokens.text2;
    QColor countColor = chosen ? tokens.accent : tokens.text3;
    if (!isEnabled())
        nameColor = countColor = tokens.disabled;
    QRect left = rect().adjusted(pad, 0, -pad, 0);
    const auto place = [&](const QRect &logical) { return QStyle::visualRect(layoutDirection(), rect(), logical); };
    if (m_swatch) {
        const QRectF square = place(QRect(left.x(), (height() - swatchSide) / 2, swatchSide, swatchSide));
        if (isChecked())
            fillRounded(&painter, square, 3, m_swatch(tokens));
        else
            drawRounded(&painter, square, 3, {}, tokens.text3);
        left.setLeft(left.left() + swatchSide + gap);
    }
    painter.setFont(nameFont());
    painter.setPen(nameColor);
    const int mnemonic
        = style()->styleHint(QStyle::SH_UnderlineShortcut, &option, this) ? Qt::TextShowMnemonic : Qt::TextHideMnemonic;
    painter.drawText(place(left),
                     int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter)) | mnemonic
                         | Qt::TextSingleLine,
                     text());
    if (!m_count.isEmpty()) {
        painter.setPen(countColor);
        Fonts::drawTabular(&painter, place(left), m_count,
                           (isRightToLeft() ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    }
    if (Style::showsFocus(&option, this))
        drawFocusRing(&painter, area, radius, tokens);
}

} // namespace Gantry
