// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/usagecard.h"

#include "look/fonts.h"
#include "look/sparkline.h"
#include "look/tokens.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace Gantry {

namespace {

constexpr int CardWidth = 120;
constexpr int CardHeight = 92;
constexpr int CardPad = 11;
constexpr int CaptionTop = 8;
constexpr int ValueTop = 27;
constexpr int CardText = 20;
constexpr int CardLine = 28;

} // namespace

UsageCard::UsageCard(const QString &title, QWidget *parent)
    : Card(Card::Kind::Plain, parent)
    , m_title(title)
{
    setAccessibleName(title);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void UsageCard::setUse(const QString &value, const QString &detail, const QList<qreal> &line)
{
    m_value = value;
    m_detail = detail;
    m_line = line;
    setAccessibleDescription(detail.isEmpty() ? value : value + u' ' + detail);
    update();
}

QSize UsageCard::sizeHint() const
{
    return {Fonts::scaled(CardWidth), Fonts::scaled(CardHeight)};
}

void UsageCard::paintEvent(QPaintEvent *event)
{
    Card::paintEvent(event);
    const Tokens &tokens = Tokens::of(palette());
    QPainter painter(this);
    const int pad = Fonts::scaled(CardPad);
    const int room = width() - 2 * pad;
    painter.setFont(Fonts::ui(12));
    painter.setPen(tokens.text2);
    const QRect caption(pad, Fonts::scaled(CaptionTop), room, Fonts::scaled(CardText));
    Fonts::drawTabular(&painter, caption, m_title, Qt::AlignLeading | Qt::AlignVCenter);
    const QFont font = Fonts::ui(15, QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(tokens.text);
    QRect value(pad, Fonts::scaled(ValueTop), room, Fonts::scaled(CardText));
    Fonts::drawTabular(&painter, value, m_value, Qt::AlignLeft | Qt::AlignVCenter);
    const int wide = int(std::ceil(Fonts::tabularWidth(font, m_value)));
    value.setLeft(value.left() + wide + 6);
    painter.setFont(Fonts::ui(12));
    painter.setPen(tokens.text2);
    const QString detail = QFontMetrics(painter.font()).elidedText(m_detail, Qt::ElideRight, value.width());
    Fonts::drawTabular(&painter, value, detail, Qt::AlignLeft | Qt::AlignVCenter);

    QPainterPath inside;
    inside.addRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 9, 9);
    painter.setClipPath(inside);
    const int line = Fonts::scaled(CardLine);
    drawSparkLine(&painter, QRectF(1, height() - line - 6, width() - 2, line), m_line, tokens.accent);
}

} // namespace Gantry
