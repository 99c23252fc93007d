// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/statelook.h"

#include "look/fonts.h"
#include "look/icons.h"
#include "look/paint.h"
#include "look/tokens.h"

#include <QFontMetricsF>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Gantry {

namespace {

constexpr int shapeSide = 12;
constexpr int shapeGap = 5;
constexpr int padBeforeShape = 7;
constexpr int pad = 9;

QFont pillFont()
{
    return Fonts::ui(12, QFont::Medium);
}

int spaceBeforeText(StateLook look)
{
    return look == StateLook::None ? pad : padBeforeShape + Fonts::scaled(shapeSide) + shapeGap;
}

} // namespace

QString stateSymbol(StateLook look)
{
    switch (look) {
    case StateLook::None:
        return {};
    case StateLook::Running:
        return u"state-running"_s;
    case StateLook::Healthy:
        return u"state-healthy"_s;
    case StateLook::Starting:
        return u"state-starting"_s;
    case StateLook::Unhealthy:
        return u"state-unhealthy"_s;
    case StateLook::Paused:
        return u"state-paused"_s;
    case StateLook::Exited:
        return u"state-exited"_s;
    case StateLook::Failed:
        return u"state-failed"_s;
    case StateLook::Restarting:
        return u"restart"_s;
    case StateLook::Dead:
        return u"state-dead"_s;
    }
    return {};
}

void drawState(QPainter *painter, const QRectF &square, StateLook look, const Tokens &tokens)
{
    drawSymbol(painter, square, stateSymbol(look), tokens.state(look).text);
}

int pillHeight()
{
    return Fonts::scaled(20);
}

int pillWidth(StateLook look, const QString &text)
{
    return spaceBeforeText(look) + int(std::ceil(Fonts::tabularWidth(pillFont(), text))) + pad;
}

void drawPill(QPainter *painter, const QRectF &rect, StateLook look, const QString &text, const Tokens &tokens)
{
    const PainterScope scope(painter);
    const Tokens::Pair &colors = tokens.state(look);
    const QFont font = pillFont();
    const int height = pillHeight();
    const qreal width = std::min<qreal>(pillWidth(look, text), rect.width());
    const bool mirrored = painter->layoutDirection() == Qt::RightToLeft;
    const QRectF pill(mirrored ? rect.right() - width : rect.x(), std::floor(rect.center().y() - height / 2.0 + 0.5),
                      width, height);
    fillRounded(painter, pill, height / 2.0, colors.tint);

    const int before = spaceBeforeText(look);
    const int side = Fonts::scaled(shapeSide);
    const QRectF shape(mirrored ? pill.right() - padBeforeShape - side : pill.x() + padBeforeShape,
                       pill.y() + (height - side) / 2.0, side, side);
    drawState(painter, shape, look, tokens);

    const QRectF textRect = mirrored ? pill.adjusted(pad, 0, -before, 0) : pill.adjusted(before, 0, -pad, 0);
    painter->setFont(font);
    painter->setPen(colors.text);
    const QString shown = textRect.width() + 1 < Fonts::tabularWidth(font, text)
        ? QFontMetricsF(font).elidedText(text, Qt::ElideRight, textRect.width())
        : text;
    Fonts::drawTabular(painter, textRect, shown, (mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

} // namespace Gantry
