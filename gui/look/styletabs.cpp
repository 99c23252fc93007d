// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/fonts.h"
#include "look/paint.h"
#include "look/style.h"
#include "look/tabbar.h"
#include "look/tokens.h"

#include <QFontMetrics>
#include <QPainter>

namespace Gantry {

namespace {

constexpr int usualPad = 12;
constexpr int gap = 6;

int padOf(const QWidget *widget)
{
    return widget && widget->property(tightTabs).toBool() ? tightPad : usualPad;
}

QFont tabFont()
{
    return Fonts::ui(13, QFont::Medium);
}

int textWidth(const QString &text)
{
    return QFontMetrics(tabFont()).size(Qt::TextShowMnemonic, text).width();
}

int iconSpace(const QStyleOptionTab &option)
{
    return option.icon.isNull() ? 0 : Fonts::scaled(16) + (option.text.isEmpty() ? 0 : gap);
}

int buttonSpace(const QSize &button)
{
    return button.width() > 0 ? button.width() + gap : 0;
}

} // namespace

void Style::drawTab(const QStyleOptionTab &option, QPainter *painter, const QWidget *widget) const
{
    const Tokens &tokens = Tokens::of(option.palette);
    const int pad = padOf(widget);
    const QRectF content = QRectF(option.rect).adjusted(pad, 0, -pad, 0);
    if (option.state.testFlag(State_Selected)) {
        // Its lower third lies on the line below the tabs.
        const QRectF bar(content.x(), option.rect.y() + option.rect.height() - 2, content.width(), 3);
        fillRounded(painter, bar, 1.5, option.state.testFlag(State_Enabled) ? tokens.accent : tokens.disabled);
    }
    if (option.state.testFlag(State_Selected) && showsFocus(&option, widget))
        drawFocusRing(painter, QRectF(option.rect).adjusted(4, 6, -4, -6), 6, tokens);
}

void Style::drawTabLabel(const QStyleOptionTab &option, QPainter *painter, const QWidget *widget) const
{
    const Tokens &tokens = Tokens::of(option.palette);
    const PainterScope scope(painter);
    const int pad = padOf(widget);
    const bool enabled = option.state.testFlag(State_Enabled);
    QRect rect = option.rect.adjusted(pad + buttonSpace(option.leftButtonSize), 0,
                                      -pad - buttonSpace(option.rightButtonSize), 0);
    if (!option.icon.isNull()) {
        const int side = Fonts::scaled(16);
        const QRect place(rect.x(), rect.y() + (rect.height() - side) / 2, side, side);
        option.icon.paint(painter, visualRect(option.direction, option.rect, place), Qt::AlignCenter,
                          enabled ? QIcon::Normal : QIcon::Disabled,
                          option.state.testFlag(State_Selected) ? QIcon::On : QIcon::Off);
        rect.adjust(side + gap, 0, 0, 0);
    }
    const bool strong = option.state & (State_Selected | State_MouseOver);
    painter->setFont(tabFont());
    painter->setPen(!enabled ? tokens.disabled : strong ? tokens.text : tokens.text2);
    const int mnemonic
        = styleHint(SH_UnderlineShortcut, &option, widget, nullptr) ? Qt::TextShowMnemonic : Qt::TextHideMnemonic;
    const QString text = rect.width() < textWidth(option.text)
        ? QFontMetrics(tabFont()).elidedText(option.text, Qt::ElideMiddle, rect.width(), Qt::TextShowMnemonic)
        : option.text;
    painter->drawText(visualRect(option.direction, option.rect, rect),
                      int(visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)) | mnemonic, text);
}

QSize Style::tabSize(const QStyleOptionTab &option, const QWidget *widget) const
{
    const int width = textWidth(option.text) + iconSpace(option) + buttonSpace(option.leftButtonSize)
        + buttonSpace(option.rightButtonSize);
    return {width + 2 * padOf(widget), Fonts::scaled(40)};
}

} // namespace Gantry
