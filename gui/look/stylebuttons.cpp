// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/buttonkind.h"
#include "look/fonts.h"
#include "look/icons.h"
#include "look/paint.h"
#include "look/style.h"
#include "look/surface.h"
#include "look/tokens.h"

#include <QFontMetrics>
#include <QPainter>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace Gantry {

namespace {

constexpr qreal radius = 6;
constexpr int iconGap = 6;
constexpr int chevronGap = 4;

QFont buttonFont(const QWidget *widget)
{
    QFont font = widget ? widget->font() : Fonts::ui();
    if (font.weight() == QFont::Normal)
        font.setWeight(QFont::Medium);
    return font;
}

int iconSide()
{
    return Fonts::scaled(16);
}

int chevronSide()
{
    return Fonts::scaled(14);
}

int textWidth(const QString &text, const QFont &font)
{
    return text.isEmpty() ? 0 : QFontMetrics(font).size(Qt::TextShowMnemonic, text).width();
}

/// Icon, text and menu chevron in a row.
struct Content
{
    QIcon icon;
    QString text;
    QFont font;
    bool chevron = false;
    Qt::TextElideMode elided = Qt::ElideRight;

    int width() const
    {
        const int label = textWidth(text, font);
        return label + (icon.isNull() ? 0 : iconSide() + (label > 0 ? iconGap : 0))
            + (chevron ? chevronGap + chevronSide() : 0);
    }
};

void drawIcon(QPainter *painter, const QRect &rect, const QIcon &icon, const QColor &color, QStyle::State state)
{
    const QString symbol = symbolName(icon);
    if (!symbol.isEmpty()) {
        drawSymbol(painter, rect, symbol, color);
        return;
    }
    const QIcon::Mode mode = state.testFlag(QStyle::State_Enabled) ? QIcon::Normal : QIcon::Disabled;
    icon.paint(painter, rect, Qt::AlignCenter, mode, state.testFlag(QStyle::State_On) ? QIcon::On : QIcon::Off);
}

/// Paints the content centred; where it does not fit, the text is elided.
void drawContent(QPainter *painter, const QStyleOption &option, const QRect &rect, const Content &content,
                 const QColor &textColor, const QColor &iconColor, int mnemonic)
{
    int x = rect.x() + std::max(0, (rect.width() - content.width()) / 2);
    const int right = rect.x() + rect.width();
    const auto place = [&](int from, int width, int height) {
        const QRect logical(from, rect.y() + (rect.height() - height) / 2, width, height);
        return QStyle::visualRect(option.direction, rect, logical);
    };
    if (!content.icon.isNull()) {
        drawIcon(painter, place(x, iconSide(), iconSide()), content.icon, iconColor, option.state);
        x += iconSide() + iconGap;
    }
    if (!content.text.isEmpty()) {
        const int wanted = textWidth(content.text, content.font);
        const int width = std::min(wanted, right - x - (content.chevron ? chevronGap + chevronSide() : 0));
        QString text = content.text;
        if (width < wanted)
            text = QFontMetrics(content.font).elidedText(text, content.elided, width, Qt::TextShowMnemonic);
        // Elided text is narrower than its place, and begins where the whole would.
        const Qt::Alignment aligned = Qt::AlignVCenter | QStyle::visualAlignment(option.direction, Qt::AlignLeading);
        painter->setFont(content.font);
        painter->setPen(textColor);
        painter->drawText(place(x, width, rect.height()), int(aligned) | Qt::TextSingleLine | mnemonic, text);
        x += width;
    }
    if (content.chevron)
        drawSymbol(painter, place(x + chevronGap, chevronSide(), chevronSide()), u"chevron-down"_s, iconColor);
}

} // namespace

void Style::drawPushButton(const QStyleOptionButton &option, QPainter *painter, const QWidget *widget) const
{
    const PainterScope scope(painter);
    const Tokens &tokens = Tokens::of(option.palette);
    const ButtonKind kind = option.features.testFlag(QStyleOptionButton::Flat) ? ButtonKind::Ghost : buttonKind(widget);
    const bool enabled = option.state.testFlag(State_Enabled);
    const bool hovered = enabled && option.state.testFlag(State_MouseOver);
    const bool pressed = enabled && option.state.testFlag(State_Sunken);
    const bool checked = option.state.testFlag(State_On);
    const QColor hover = Surface::isChrome(widget) ? tokens.chromeHover : tokens.hover;

    QColor text = enabled ? tokens.text : tokens.disabled;
    QColor symbol = enabled ? tokens.text2 : tokens.disabled;
    switch (kind) {
    case ButtonKind::Primary:
        if (enabled) {
            fillRounded(painter, option.rect, radius, hovered || pressed ? tokens.accentFillHover : tokens.accentFill);
            text = symbol = tokens.onAccent;
        } else {
            fillRounded(painter, option.rect, radius, tokens.grey.tint);
        }
        break;
    case ButtonKind::Ghost:
        if (checked || pressed)
            fillRounded(painter, option.rect, radius, tokens.accentTint);
        else if (hovered)
            fillRounded(painter, option.rect, radius, hover);
        if (enabled && (checked || pressed))
            text = symbol = tokens.accent;
        break;
    case ButtonKind::Link:
        if (hovered)
            fillRounded(painter, option.rect, radius, hover);
        if (enabled)
            text = symbol = tokens.accent;
        break;
    case ButtonKind::Outlined:
    case ButtonKind::Danger:
        if (enabled && (checked || pressed)) {
            drawRounded(painter, option.rect, radius, tokens.accentTint, tokens.accent);
            text = symbol = tokens.accent;
        } else {
            drawRounded(painter, option.rect, radius, hovered ? tokens.hover : tokens.base,
                        enabled ? tokens.lineStrong : tokens.line);
        }
        if (enabled && kind == ButtonKind::Danger)
            text = symbol = tokens.red.text;
        break;
    }

    const Content content{option.icon, option.text, buttonFont(widget),
                          option.features.testFlag(QStyleOptionButton::HasMenu),
                          kind == ButtonKind::Link ? Qt::ElideMiddle : Qt::ElideRight};
    const int pad = kind == ButtonKind::Link ? 4 : 8;
    drawContent(painter, option, option.rect.adjusted(pad, 0, -pad, 0), content, text, symbol,
                mnemonicFlag(option, widget));
    if (showsFocus(&option, widget) && kind == ButtonKind::Primary && enabled)
        drawFocusRingOnAccent(painter, option.rect, radius, tokens);
    else if (showsFocus(&option, widget))
        drawFocusRing(painter, option.rect, radius, tokens);
}

QSize Style::pushButtonSize(const QStyleOptionButton &option, const QWidget *widget) const
{
    const ButtonKind kind = option.features.testFlag(QStyleOptionButton::Flat) ? ButtonKind::Ghost : buttonKind(widget);
    const int pad = kind == ButtonKind::Link ? 4 : kind == ButtonKind::Ghost ? 8 : 12;
    const Content content{option.icon, option.text, buttonFont(widget),
                          option.features.testFlag(QStyleOptionButton::HasMenu)};
    return {content.width() + 2 * pad, Fonts::scaled(isSmallButton(widget) ? 26 : 30)};
}

void Style::drawToolButton(const QStyleOptionToolButton &option, QPainter *painter, const QWidget *widget) const
{
    const PainterScope scope(painter);
    const Tokens &tokens = Tokens::of(option.palette);
    const bool enabled = option.state.testFlag(State_Enabled);
    const bool active = option.state & (State_On | State_Sunken);
    const bool hovered = enabled && option.state.testFlag(State_MouseOver);
    if (active)
        fillRounded(painter, option.rect, radius, tokens.accentTint);
    else if (hovered)
        fillRounded(painter, option.rect, radius, Surface::isChrome(widget) ? tokens.chromeHover : tokens.hover);

    const bool withText = option.icon.isNull() || option.toolButtonStyle == Qt::ToolButtonTextBesideIcon
        || option.toolButtonStyle == Qt::ToolButtonTextOnly;
    const bool withMenu = option.features.testFlag(QStyleOptionToolButton::HasMenu)
        && (withText || option.features.testFlag(QStyleOptionToolButton::MenuButtonPopup));
    Content content{option.toolButtonStyle == Qt::ToolButtonTextOnly ? QIcon() : option.icon,
                    withText ? option.text : QString(), buttonFont(widget), withMenu};
    QColor symbol = enabled ? tokens.text2 : tokens.disabled;
    QColor text = enabled ? tokens.text : tokens.disabled;
    if (enabled && active)
        symbol = text = tokens.accent;
    if (option.features.testFlag(QStyleOptionToolButton::Arrow) && option.arrowType != Qt::NoArrow) {
        const QString name = option.arrowType == Qt::UpArrow ? u"chevron-up"_s
            : option.arrowType == Qt::DownArrow              ? u"chevron-down"_s
            : option.arrowType == Qt::LeftArrow              ? u"chevron-left"_s
                                                             : u"chevron-right"_s;
        content = {symbolIcon(name), {}, content.font, false};
    }
    drawContent(painter, option, option.rect, content, text, symbol, mnemonicFlag(option, widget));
    if (showsFocus(&option, widget))
        drawFocusRing(painter, option.rect, radius, tokens);
}

QSize Style::toolButtonSize(const QStyleOptionToolButton &option, const QWidget *widget) const
{
    const int side = Fonts::scaled(28);
    const bool withText = !option.text.isEmpty()
        && (option.icon.isNull() || option.toolButtonStyle == Qt::ToolButtonTextBesideIcon
            || option.toolButtonStyle == Qt::ToolButtonTextOnly);
    const bool withMenu = option.features.testFlag(QStyleOptionToolButton::HasMenu)
        && (withText || option.features.testFlag(QStyleOptionToolButton::MenuButtonPopup));
    if (!withText && !withMenu)
        return {side, side};
    const Content content{option.toolButtonStyle == Qt::ToolButtonTextOnly ? QIcon() : option.icon,
                          withText ? option.text : QString(), buttonFont(widget), withMenu};
    return {std::max(side, content.width() + 16), side};
}

void Style::drawCheckBox(const QStyleOptionButton &option, bool radio, QPainter *painter, const QWidget *widget) const
{
    QStyleOptionButton part = option;
    part.rect = subElementRect(radio ? SE_RadioButtonIndicator : SE_CheckBoxIndicator, &option, widget);
    if (radio)
        drawRadioMark(part, painter, widget);
    else
        drawCheckMark(part, painter, widget);
    part.rect = subElementRect(radio ? SE_RadioButtonContents : SE_CheckBoxContents, &option, widget);
    drawCheckLabel(part, painter, widget);
}

void Style::drawCheckMark(const QStyleOption &option, QPainter *painter, const QWidget *widget) const
{
    const Tokens &tokens = Tokens::of(option.palette);
    const bool enabled = option.state.testFlag(State_Enabled);
    const bool set = option.state & (State_On | State_NoChange);
    if (set)
        fillRounded(painter, option.rect, 4, enabled ? tokens.accentFill : tokens.disabled);
    else
        drawRounded(painter, option.rect, 4, option.state.testFlag(State_MouseOver) ? tokens.hover : tokens.base,
                    enabled ? tokens.lineStrong : tokens.line);
    const QColor mark = enabled ? tokens.onAccent : tokens.base;
    if (option.state.testFlag(State_NoChange))
        fillRounded(painter, QRectF(option.rect).adjusted(4, 7, -4, -7), 1, mark);
    else if (set)
        drawSymbol(painter, QRectF(option.rect).adjusted(2, 2, -2, -2), u"check"_s, mark);
    if (showsFocus(&option, widget))
        drawFocusRing(painter, QRectF(option.rect).adjusted(-2, -2, 2, 2), radius, tokens);
}

void Style::drawRadioMark(const QStyleOption &option, QPainter *painter, const QWidget *widget) const
{
    const Tokens &tokens = Tokens::of(option.palette);
    const bool enabled = option.state.testFlag(State_Enabled);
    const QRectF rect(option.rect);
    if (option.state.testFlag(State_On)) {
        fillRounded(painter, rect, rect.width() / 2, enabled ? tokens.accentFill : tokens.disabled);
        const qreal inset = rect.width() * 5 / 16;
        fillRounded(painter, rect.adjusted(inset, inset, -inset, -inset), rect.width() / 2,
                    enabled ? tokens.onAccent : tokens.base);
    } else {
        drawRounded(painter, rect, rect.width() / 2 - 0.5,
                    option.state.testFlag(State_MouseOver) ? tokens.hover : tokens.base,
                    enabled ? tokens.lineStrong : tokens.line);
    }
    if (showsFocus(&option, widget))
        drawFocusRing(painter, rect.adjusted(-2, -2, 2, 2), rect.width() / 2 + 2, tokens);
}

void Style::drawCheckLabel(const QStyleOptionButton &option, QPainter *painter, const QWidget *widget) const
{
    const Tokens &tokens = Tokens::of(option.palette);
    const bool enabled = option.state.testFlag(State_Enabled);
    QRect rect = option.rect;
    if (!option.icon.isNull()) {
        const QRect place = visualRect(option.direction, rect,
                                       QRect(rect.x(), rect.center().y() - iconSide() / 2 + 1, iconSide(), iconSide()));
        drawIcon(painter, place, option.icon, enabled ? tokens.text2 : tokens.disabled, option.state);
        rect = visualRect(option.direction, option.rect, rect.adjusted(iconSide() + iconGap, 0, 0, 0));
    }
    painter->save();
    painter->setPen(enabled ? option.palette.color(QPalette::WindowText) : tokens.disabled);
    painter->drawText(
        rect, int(visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)) | mnemonicFlag(option, widget),
        option.text);
    painter->restore();
}

} // namespace Gantry
