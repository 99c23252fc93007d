// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/fonts.h"
#include "look/icons.h"
#include "look/paint.h"
#include "look/style.h"
#include "look/surface.h"
#include "look/tokens.h"

#include <QAbstractItemView>
#include <QHeaderView>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace Gantry {

void Style::drawHeaderSection(const QStyleOptionHeader &option, QPainter *painter, const QWidget *) const
{
    const Tokens &tokens = Tokens::of(option.palette);
    const QRect &rect = option.rect;
    painter->fillRect(rect, tokens.base);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), tokens.line);
    if (option.orientation == Qt::Vertical)
        painter->fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), tokens.line);
}

int Style::headerInsets(const QStyleOptionHeader &option, const QWidget *widget) const
{
    // Qt asks for the size of a section without its position.
    const auto *header = qobject_cast<const QHeaderView *>(widget);
    if (!header || option.orientation == Qt::Vertical)
        return 0;
    const bool first = header->visualIndex(option.section) == 0;
    return first ? header->property("firstInset").toInt() : 0;
}

void Style::drawHeaderLabel(const QStyleOptionHeader &option, QPainter *painter, const QWidget *widget) const
{
    const Tokens &tokens = Tokens::of(option.palette);
    const PainterScope scope(painter);
    QRect rect = option.rect;
    if (option.orientation == Qt::Vertical) {
        painter->setFont(Fonts::mono(11));
        painter->setPen(tokens.text3);
        painter->drawText(rect, int(visualAlignment(option.direction, Qt::AlignRight | Qt::AlignVCenter)), option.text);
        return;
    }
    // The first and the last column stand at the inset of the view's content (RowView sets these).
    const bool first
        = option.position == QStyleOptionHeader::Beginning || option.position == QStyleOptionHeader::OnlyOneSection;
    const bool last
        = option.position == QStyleOptionHeader::End || option.position == QStyleOptionHeader::OnlyOneSection;
    const int leading = widget && first ? widget->property("firstInset").toInt() : 0;
    const int trailing = widget && last ? widget->property("lastInset").toInt() : 0;
    rect = visualRect(option.direction, rect, rect.adjusted(leading, 0, -trailing, 0));

    const bool sorted = option.sortIndicator != QStyleOptionHeader::None;
    const int arrow = sorted ? Fonts::scaled(14) : 0;
    const QFont font = Fonts::ui(12, QFont::Medium);
    const QFontMetrics metrics(font);
    const QString text = metrics.elidedText(option.text, Qt::ElideRight, rect.width() - arrow);
    const int width = metrics.horizontalAdvance(text);
    const Qt::Alignment alignment = option.textAlignment & Qt::AlignHorizontal_Mask;
    int x = rect.x();
    if (alignment.testFlag(Qt::AlignRight))
        x = rect.x() + rect.width() - width - arrow;
    else if (alignment.testFlag(Qt::AlignHCenter))
        x = rect.x() + (rect.width() - width - arrow) / 2;
    painter->setFont(font);
    painter->setPen(sorted ? tokens.text2 : tokens.text3);
    painter->drawText(visualRect(option.direction, rect, QRect(x, rect.y(), width + 1, rect.height())),
                      Qt::AlignCenter | Qt::TextSingleLine, text);
    if (sorted) {
        const QRect place(x + width + 2, rect.center().y() - arrow / 2 + 1, arrow, arrow);
        drawSymbol(painter, visualRect(option.direction, rect, place),
                   option.sortIndicator == QStyleOptionHeader::SortUp ? u"chevron-up"_s : u"chevron-down"_s,
                   tokens.text2);
    }
}

void Style::drawItemBackground(const QStyleOptionViewItem &option, QPainter *painter, const QWidget *widget) const
{
    // TreeView and TableView paint one rounded rectangle across the whole row themselves.
    if (widget && widget->property("paintsRows").toBool())
        return;
    const Tokens &tokens = Tokens::of(option.palette);
    const bool chrome = Surface::isChrome(widget);
    const QRectF rect = QRectF(option.rect).adjusted(2, 1, -2, -1);
    if (option.state.testFlag(State_Selected))
        fillRounded(painter, rect, 5, chrome ? tokens.chromeSelection : tokens.selection);
    else if (option.state.testFlag(State_MouseOver) && option.state.testFlag(State_Enabled))
        fillRounded(painter, rect, 5, chrome ? tokens.chromeHover : tokens.hover);
    else if (option.backgroundBrush.style() != Qt::NoBrush)
        painter->fillRect(option.rect, option.backgroundBrush);
}

void Style::drawBranch(const QStyleOption &option, QPainter *painter) const
{
    if (!option.state.testFlag(State_Children))
        return;
    const Tokens &tokens = Tokens::of(option.palette);
    const int side = Fonts::scaled(14);
    QRect square(0, 0, side, side);
    square.moveCenter(option.rect.center());
    const QString closed = option.direction == Qt::RightToLeft ? u"chevron-left"_s : u"chevron-right"_s;
    drawSymbol(painter, square, option.state.testFlag(State_Open) ? u"chevron-down"_s : closed, tokens.text3);
}

} // namespace Gantry
