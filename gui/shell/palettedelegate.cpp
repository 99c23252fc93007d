// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/palettedelegate.h"

#include "items/cellroles.h"
#include "look/fonts.h"
#include "look/icons.h"
#include "look/oneline.h"
#include "look/paint.h"
#include "look/tokens.h"
#include "shell/palettemodel.h"

#include <QPainter>
#include <QTextLayout>

namespace Gantry {

namespace {

constexpr int EndGap = 12; ///< before the shortcut or the reason

/// Of what matches, which is the widest that a title can be.
QFont hitFont()
{
    return Fonts::ui(13, QFont::DemiBold);
}

} // namespace

int PaletteDelegate::rowHeight()
{
    return Fonts::scaled(34);
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {0, rowHeight()};
}

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &tokens = Tokens::of(option.palette);
    const PainterScope scope(painter);
    const auto place = [&option](const QRect &rect) { return QStyle::visualRect(option.direction, option.rect, rect); };
    const QRect row = option.rect.adjusted(0, 1, 0, -1);
    if (option.state.testFlag(QStyle::State_Selected))
        fillRounded(painter, row, 6, tokens.selection);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        fillRounded(painter, row, 6, tokens.hover);
    const QString reason = index.data(PaletteModel::ReasonRole).toString();
    const bool enabled = reason.isEmpty();
    const int side = Fonts::scaled(16);
    const QRect symbol(row.x() + 10, row.center().y() - side / 2 + 1, side, side);
    drawSymbol(painter, place(symbol), index.data(SymbolRole).toString(), enabled ? tokens.text2 : tokens.disabled);

    const int left = int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter));
    const int right = int(QStyle::visualAlignment(option.direction, Qt::AlignRight | Qt::AlignVCenter));
    QRect texts(symbol.right() + 11, row.y(), row.right() - 12 - symbol.right() - 10, row.height());
    const QString title = oneLine(index.data().toString());
    const QFont font = Fonts::ui(13, QFont::Normal);
    painter->setFont(Fonts::ui(12, QFont::Medium));
    painter->setPen(enabled ? tokens.text3 : tokens.text2);
    const QString end = enabled ? index.data(PaletteModel::ShortcutRole).toString() : oneLine(reason);
    // A reason takes what the title leaves, and a second line before a word of it is lost.
    const QFontMetrics metrics = painter->fontMetrics();
    const int room = std::max(texts.width() / 2, texts.width() - Fonts::advance(hitFont(), title) - EndGap);
    const int endWidth = std::min(metrics.horizontalAdvance(end) + 2, room);
    const QRect endArea = place(QRect(texts.right() + 1 - endWidth, option.rect.y(), endWidth, option.rect.height()));
    const bool breaks = metrics.horizontalAdvance(end) + 2 > room
        && metrics.boundingRect(endArea, Qt::TextWordWrap, end).height() <= endArea.height();
    if (breaks)
        painter->drawText(endArea, right | Qt::TextWordWrap, end);
    else
        painter->drawText(endArea, right | Qt::TextSingleLine, metrics.elidedText(end, Qt::ElideRight, endWidth));
    texts.adjust(0, 0, -endWidth - EndGap, 0);

    // The matched letters stand out by weight and colour; the text itself stays literal.
    QTextLayout layout(QFontMetrics(font).elidedText(title, Qt::ElideRight, texts.width()), font);
    QList<QTextLayout::FormatRange> formats;
    QTextCharFormat hit;
    hit.setForeground(tokens.accent);
    hit.setFontWeight(QFont::DemiBold);
    const auto positions = index.data(PaletteModel::PositionsRole).value<QList<int>>();
    for (const int position : positions)
        formats.append({position, 1, hit});
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(texts.width());
    layout.endLayout();
    const int titleWidth = int(line.naturalTextWidth()) + 1;
    painter->setPen(enabled ? tokens.text : tokens.disabled);
    const QRect titleArea = place(QRect(texts.x(), texts.y(), titleWidth, texts.height()));
    layout.draw(painter, QPointF(titleArea.x(), titleArea.y() + (titleArea.height() - line.height()) / 2));

    const QRect detail(texts.x() + titleWidth + 10, texts.y(), texts.width() - titleWidth - 10, texts.height());
    if (detail.width() < 20)
        return;
    const QString words = oneLine(index.data(DetailRole).toString());
    painter->setFont(Fonts::ui(12));
    // Beside a reason there is no room for a letter or two of it.
    if (!enabled && painter->fontMetrics().horizontalAdvance(words) > detail.width())
        return;
    painter->setPen(tokens.text3);
    painter->drawText(place(detail), left | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(words, Qt::ElideRight, detail.width()));
}

} // namespace Gantry
