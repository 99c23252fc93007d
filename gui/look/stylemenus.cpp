// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/fonts.h"
#include "look/icons.h"
#include "look/paint.h"
#include "look/style.h"
#include "look/tokens.h"

#include <QFontMetrics>
#include <QPainter>
#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gantry {

namespace {

constexpr int pad = 8;
constexpr int gap = 8;
constexpr int shortcutGap = 28;
constexpr int widestDetail = 560;
/// The first detail stands closer to its entry's text than two entries to each other.
constexpr int detailRise = 4;

int iconSide()
{
    return Fonts::scaled(16);
}

/// Every item leaves room for an icon or a check mark where one item of the menu has one, so that texts line up.
int textStart(const QStyleOptionMenuItem &option)
{
    const bool column = option.menuHasCheckableItems || option.maxIconWidth > 0;
    return pad + (column ? iconSide() + gap : 0);
}

QFont itemFont(const QStyleOptionMenuItem &option)
{
    return option.font;
}

/// Small lines below an entry's own (DetailedMenu).
QStringList detailsOf(const QStyleOptionMenuItem &option)
{
    return option.text.split(u'\n').mid(1);
}

int detailHeight()
{
    return Fonts::scaled(18);
}

int headHeight()
{
    return Fonts::scaled(28);
}

} // namespace

void Style::drawMenuBarItem(const QStyleOptionMenuItem &option, QPainter *painter, const QWidget *widget) const
{
    const Tokens &tokens = Tokens::of(option.palette);
    painter->fillRect(option.rect, tokens.chrome); // not smoothed: neighbours must meet without a seam
    const PainterScope scope(painter);
    const bool enabled = option.state.testFlag(State_Enabled);
    const bool selected = enabled && option.state.testFlag(State_Selected);
    if (selected) {
        const int height = Fonts::scaled(28);
        const QRect item(option.rect.x(), option.rect.y() + (option.rect.height() - height) / 2, option.rect.width(),
                         height);
        fillRounded(painter, item, 6,
                    option.state.testFlag(State_Sunken) ? tokens.chromeSelection : tokens.chromeHover);
    }
    const int mnemonic
        = styleHint(SH_UnderlineShortcut, &option, widget, nullptr) ? Qt::TextShowMnemonic : Qt::TextHideMnemonic;
    painter->setPen(!enabled ? tokens.disabled : selected ? tokens.text : tokens.text2);
    painter->drawText(option.rect, Qt::AlignCenter | Qt::TextSingleLine | mnemonic, option.text);
}

QSize Style::menuBarItemSize(const QStyleOptionMenuItem &option, const QWidget *widget) const
{
    const QFontMetrics metrics(widget ? widget->font() : Fonts::ui());
    return {metrics.size(Qt::TextShowMnemonic, option.text).width() + 20, Fonts::scaled(40)};
}

void Style::drawMenuItem(const QStyleOptionMenuItem &option, QPainter *painter, const QWidget *widget) const
{
    const Tokens &tokens = Tokens::of(option.palette);
    const PainterScope scope(painter);
    const QStringList details = detailsOf(option);
    // Of an entry with details all else stands in its first line.
    const QRect rect
        = details.isEmpty() ? option.rect : QRect(option.rect.x(), option.rect.y(), option.rect.width(), headHeight());
    if (option.menuItemType == QStyleOptionMenuItem::EmptyArea)
        return;
    if (option.menuItemType == QStyleOptionMenuItem::Separator && option.text.isEmpty()) {
        painter->fillRect(QRect(rect.x() + pad, rect.center().y(), rect.width() - 2 * pad, 1), tokens.line);
        return;
    }
    const auto place = [&](const QRect &logical) { return visualRect(option.direction, rect, logical); };
    const int left = int(visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter));
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        painter->setFont(Fonts::ui(12, QFont::DemiBold));
        painter->setPen(tokens.text3);
        painter->drawText(place(rect.adjusted(pad, 0, -pad, 0)), left | Qt::TextSingleLine, option.text);
        return;
    }

    const bool enabled = option.state.testFlag(State_Enabled);
    if (option.state.testFlag(State_Selected) && enabled)
        fillRounded(painter, option.rect, 5, tokens.selection);

    const QRect symbol(rect.x() + pad, rect.y() + (rect.height() - iconSide()) / 2, iconSide(), iconSide());
    const bool checkable = option.checkType != QStyleOptionMenuItem::NotCheckable;
    if (option.checkType == QStyleOptionMenuItem::NonExclusive) {
        QStyleOption box = option;
        box.rect = place(symbol);
        box.state = (option.state & State_Enabled) | (option.checked ? State_On : State_Off);
        drawCheckMark(box, painter, widget);
    } else if (checkable && option.checked) {
        drawSymbol(painter, place(symbol), u"check"_s, enabled ? tokens.accent : tokens.disabled);
    } else if (!checkable && !option.icon.isNull()) {
        const QString name = symbolName(option.icon);
        if (name.isEmpty())
            option.icon.paint(painter, place(symbol), Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
        else
            drawSymbol(painter, place(symbol), name, enabled ? tokens.text2 : tokens.disabled);
    }

    const bool submenu = option.menuItemType == QStyleOptionMenuItem::SubMenu;
    const QRect content = rect.adjusted(textStart(option), 0, -pad - (submenu ? iconSide() : 0), 0);
    const int mnemonic
        = styleHint(SH_UnderlineShortcut, &option, widget, nullptr) ? Qt::TextShowMnemonic : Qt::TextHideMnemonic;
    const QString head = option.text.section(u'\n', 0, 0);
    const qsizetype tab = head.indexOf(u'\t');
    painter->setFont(itemFont(option));
    painter->setPen(enabled ? tokens.text : tokens.disabled);
    painter->drawText(place(content), left | Qt::TextSingleLine | mnemonic, head.left(tab));
    if (tab >= 0) {
        painter->setPen(enabled ? tokens.text3 : tokens.disabled);
        painter->setFont(Fonts::ui(12));
        painter->drawText(place(content),
                          int(visualAlignment(option.direction, Qt::AlignRight | Qt::AlignVCenter))
                              | Qt::TextSingleLine,
                          head.mid(tab + 1));
    }
    QRect line = content;
    line.moveTop(rect.bottom() + 1 - detailRise);
    line.setHeight(detailHeight());
    for (const QString &detail : details) {
        painter->setFont(Fonts::ui(12));
        painter->setPen(enabled ? tokens.text3 : tokens.disabled);
        painter->drawText(place(line), left | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(detail, Qt::ElideRight, line.width()));
        line.translate(0, line.height());
    }
    if (submenu) {
        const QRect chevron(rect.right() - pad - iconSide() + 5, symbol.y(), iconSide(), iconSide());
        drawSymbol(painter, place(chevron),
                   option.direction == Qt::RightToLeft ? u"chevron-left"_s : u"chevron-right"_s,
                   enabled ? tokens.text3 : tokens.disabled);
    }
}

QSize Style::menuItemSize(const QStyleOptionMenuItem &option, const QWidget *) const
{
    if (option.menuItemType == QStyleOptionMenuItem::Separator && option.text.isEmpty())
        return {10, 9};
    const QFontMetrics metrics(itemFont(option));
    const QString head = option.text.section(u'\n', 0, 0);
    const qsizetype tab = head.indexOf(u'\t');
    int width = textStart(option) + metrics.size(Qt::TextShowMnemonic, head.left(tab)).width() + pad;
    // The widest shortcut of the menu reaches every item through reservedShortcutWidth.
    if (tab >= 0)
        width += shortcutGap + QFontMetrics(Fonts::ui(12)).horizontalAdvance(head.mid(tab + 1));
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu)
        width += iconSide();
    const QStringList details = detailsOf(option);
    for (const QString &detail : details) {
        const int wide = textStart(option) + QFontMetrics(Fonts::ui(12)).horizontalAdvance(detail) + pad;
        width = std::max(width, std::min(wide, Fonts::scaled(widestDetail)));
    }
    return {width, headHeight() + (details.isEmpty() ? 0 : int(details.size()) * detailHeight())};
}

} // namespace Gantry
