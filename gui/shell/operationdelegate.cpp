// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/operationdelegate.h"

#include "items/cellroles.h"
#include "items/operationmodel.h"
#include "look/fonts.h"
#include "look/icons.h"
#include "look/oneline.h"
#include "look/paint.h"
#include "look/plaintooltip.h"
#include "look/tokens.h"
#include "shell/operationentry.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace Gantry {

namespace {

constexpr int RowHeight = 46;

QColor symbolColor(const Operation &operation, const Tokens &tokens)
{
    switch (operation.state()) {
    case Operation::State::Succeeded:
        return tokens.green.text;
    case Operation::State::Failed:
        return tokens.red.text;
    case Operation::State::Cancelled:
        return tokens.text3;
    default:
        return tokens.accent;
    }
}

} // namespace

QSize OperationDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {0, Fonts::scaled(RowHeight)};
}

void OperationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *operation = index.data(OperationModel::OperationRole).value<Operation *>();
    if (!operation)
        return;
    const Tokens &tokens = Tokens::of(option.palette);
    const PainterScope scope(painter);
    const auto place = [&option](const QRect &rect) { return QStyle::visualRect(option.direction, option.rect, rect); };
    const QRect row = option.rect.adjusted(8, 1, -8, -1);
    if (option.state.testFlag(QStyle::State_Selected))
        fillRounded(painter, row, 6, tokens.selection);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        fillRounded(painter, row, 6, tokens.hover);
    if (option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
        painter->setPen(tokens.accent);
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(row).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }
    const int side = Fonts::scaled(16);
    const int half = row.height() / 2;
    const QRect symbol(row.x() + 12, row.y() + 5, side, side);
    drawSymbol(painter, place(symbol), OperationEntry::symbol(*operation), symbolColor(*operation, tokens));

    const int left = int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter));
    const QRect texts(symbol.right() + 11, row.y() + 3, row.right() - 12 - symbol.right() - 10, half - 3);
    const QString result = oneLine(OperationEntry::words(OperationModel::resultText(*operation), *operation));
    painter->setFont(Fonts::ui(12));
    const int resultWidth = std::min(int(Fonts::tabularWidth(painter->font(), result)) + 2, texts.width() / 2);
    painter->setPen(operation->state() == Operation::State::Failed ? tokens.red.text : tokens.text3);
    Fonts::drawTabular(painter, place(texts), painter->fontMetrics().elidedText(result, Qt::ElideRight, resultWidth),
                       QStyle::visualAlignment(option.direction, Qt::AlignRight | Qt::AlignVCenter));
    const auto line = [&](const QString &text, const QFont &font, const QColor &color, const QRect &area) {
        painter->setFont(font);
        painter->setPen(color);
        painter->drawText(place(area), left | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(oneLine(text), Qt::ElideMiddle, area.width()));
    };
    line(operation->title(), Fonts::ui(13, QFont::Medium), tokens.text, texts.adjusted(0, 0, -resultWidth - 12, 0));
    line(operation->shortCommandLine(), Fonts::mono(12), tokens.text2, texts.translated(0, half - 3));
}

bool OperationDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                                  const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), plainToolTip(index.data(Qt::ToolTipRole).toString()), view, option.rect);
    return true;
}

} // namespace Gantry
