// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/celldelegate.h"

#include "look/fonts.h"
#include "look/icons.h"
#include "look/oneline.h"
#include "look/paint.h"
#include "look/plaintooltip.h"
#include "look/sparkline.h"
#include "look/statelook.h"
#include "look/tokens.h"

#include <QCache>
#include <QHeaderView>
#include <QHelpEvent>
#include <QRegion>
#include <QTableView>
#include <QToolTip>
#include <QTreeView>

#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace Gantry {

namespace {

constexpr int pad = 8;
constexpr int symbolGap = 6;

const QHeaderView *headerOf(const QWidget *view)
{
    if (const auto *tree = qobject_cast<const QTreeView *>(view))
        return tree->header();
    if (const auto *table = qobject_cast<const QTableView *>(view))
        return table->horizontalHeader();
    return nullptr;
}

bool isLastColumn(const QWidget *view, int column)
{
    const QHeaderView *header = headerOf(view);
    if (!header)
        return false;
    for (int visual = header->count() - 1; visual >= 0; --visual) {
        const int logical = header->logicalIndex(visual);
        if (!header->isSectionHidden(logical))
            return logical == column;
    }
    return false;
}

/// Of the cells right after it that are empty.
int emptyAfter(const QWidget *view, const QModelIndex &index)
{
    const QHeaderView *header = headerOf(view);
    int width = 0;
    for (int visual = header ? header->visualIndex(index.column()) + 1 : 0; header && visual < header->count();
         ++visual) {
        const int column = header->logicalIndex(visual);
        if (!index.siblingAtColumn(column).data().toString().isEmpty())
            break;
        width += header->isSectionHidden(column) ? 0 : header->sectionSize(column);
    }
    return width;
}

/// Units of several letters share one slot, so that the figures before them form one column.
int unitSlot(const QString &unit, const QFont &font)
{
    if (unit.isEmpty())
        return 0;
    const QFontMetrics metrics(font);
    const int widest = unit.size() > 1 ? metrics.horizontalAdvance(u"MB"_s) : 0;
    return std::max(widest, metrics.horizontalAdvance(unit)) + 4;
}

QString shorten(const QString &text, CellElision elision, const QFontMetrics &metrics, int space)
{
    if (elision == CellElision::Middle || metrics.horizontalAdvance(text) <= space)
        return metrics.elidedText(text, elision == CellElision::Middle ? Qt::ElideMiddle : Qt::ElideRight, space);
    if (elision == CellElision::Start)
        return metrics.elidedText(text, Qt::ElideLeft, space);
    if (elision == CellElision::Items) {
        const QStringList items = text.split(u", "_s);
        for (qsizetype shown = items.size() - 1; shown > 0; --shown) {
            QString some = items.first(shown).join(u", "_s) + u", +"_s + QString::number(items.size() - shown);
            if (metrics.horizontalAdvance(some) <= space)
                return some;
        }
    }
    return metrics.elidedText(text, Qt::ElideRight, space);
}

} // namespace

struct CellDelegate::Cell
{
    QModelIndex index;
    const Tokens &tokens;
    QRect rect;
    QString text;
    QFont font{};
    QColor color{};
    CellKind kind = CellKind::Text;
    Qt::Alignment alignment{};
    Qt::LayoutDirection direction = Qt::LeftToRight;
    bool group = false;
    bool enabled = true;
    int beside = 0; ///< the width of the empty cells after it, which its text may take

    bool atRight() const { return alignment.testFlag(Qt::AlignRight); }
    QRect visual(const QRect &logical) const { return QStyle::visualRect(direction, rect, logical); }
};

QString CellDelegate::shortened(const QString &text, CellElision elision, const QFont &font, int space)
{
    // A view shortens the same texts in each frame.
    constexpr int mostCharacters = 200'000;
    static QCache<std::pair<std::pair<QFont, QString>, std::pair<int, int>>, QString> known(mostCharacters);
    const std::pair key(std::pair(font, text), std::pair(int(elision), space));
    if (const QString *shown = known.object(key))
        return *shown;
    QString shown = shorten(text, elision, QFontMetrics(font), space);
    known.insert(key, new QString(shown), int(text.size()) + 1);
    return shown;
}

void CellDelegate::setRowHeights(int row, int group)
{
    m_rowHeight = row;
    m_groupHeight = group;
}

void CellDelegate::setInsets(int first, int last)
{
    m_firstInset = first;
    m_lastInset = last;
}

QRect CellDelegate::contentRect(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int before = (index.column() == 0 ? m_firstInset : pad) + leading(index);
    const int after = isLastColumn(option.widget, index.column()) ? m_lastInset : pad;
    QRect rect = option.rect.adjusted(before, 0, -after, 0);
    if (index.data(GroupRole).toBool())
        rect.adjust(0, 4, 0, 0); // below the group's line
    return QStyle::visualRect(option.direction, option.rect, rect);
}

CellDelegate::Cell CellDelegate::cellOf(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &tokens = Tokens::of(option.palette);
    Cell cell{index, tokens, contentRect(option, index),
              oneLine(displayText(index.data(Qt::DisplayRole), option.locale))};
    cell.kind = CellKind(index.data(CellKindRole).toInt());
    cell.group = index.data(GroupRole).toBool();
    cell.enabled = option.state.testFlag(QStyle::State_Enabled);
    cell.direction = option.direction;
    const QVariant alignment = index.data(Qt::TextAlignmentRole);
    cell.alignment = alignment.isValid() ? Qt::Alignment(alignment.toInt())
        : cell.kind == CellKind::Number  ? Qt::AlignRight | Qt::AlignVCenter
                                         : Qt::AlignLeft | Qt::AlignVCenter;
    cell.font = Fonts::ui(13);
    cell.color = tokens.text2;
    switch (cell.kind) {
    case CellKind::Name:
        cell.font = Fonts::ui(13, cell.group ? QFont::DemiBold : QFont::Medium);
        cell.color = tokens.text;
        break;
    case CellKind::Mono:
        cell.font = Fonts::mono(12);
        break;
    case CellKind::Number:
        cell.font = Fonts::ui(cell.group ? 12 : 13);
        cell.color = cell.group ? tokens.text2 : tokens.text;
        break;
    case CellKind::Link:
        cell.font = Fonts::ui(13, index.data(SpanLeftRole).toBool() ? QFont::Medium : QFont::Normal);
        cell.color = tokens.accent;
        break;
    case CellKind::Text:
    case CellKind::State:
        if (cell.group)
            cell.font = Fonts::ui(12);
        break;
    }
    const QVariant tone = index.data(ToneRole);
    if (tone.isValid())
        cell.color = tokens.color(Tone(tone.toInt()));
    if (!cell.enabled)
        cell.color = tokens.disabled;
    return cell;
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    // A tree paints whole rows, also where a figure changed.
    if (m_painted && !m_painted->intersects(option.rect) && !index.data(SpanLeftRole).toBool()
        && !index.data(GroupRole).toBool())
        return;
    const PainterScope scope(painter);
    // In views that do not paint rows themselves the style draws selection and hover.
    const QStyle *style = option.widget ? option.widget->style() : nullptr;
    if (style)
        style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    Cell cell = cellOf(option, index);
    if (cell.group && cell.kind == CellKind::Text)
        cell.beside = emptyAfter(option.widget, index); // "2 of 3 running, stopping…"
    switch (cell.kind) {
    case CellKind::State:
        if (!cell.text.isEmpty() && !cell.group) {
            painter->setLayoutDirection(option.direction);
            drawPill(painter, cell.rect, StateLook(index.data(StateLookRole).toInt()), cell.text, cell.tokens);
            return;
        }
        break;
    case CellKind::Number:
        paintNumber(painter, cell);
        return;
    default:
        break;
    }
    paintText(painter, cell);
}

void CellDelegate::paintNumber(QPainter *painter, const Cell &cell) const
{
    const QString unit = cell.index.data(UnitRole).toString();
    const QFont unitFont = Fonts::ui(12);
    const int slot = unitSlot(unit, unitFont);
    const bool absent = cell.text.isEmpty() || cell.text == u"–"_s;
    const QRect figures = cell.visual(cell.rect.adjusted(0, 0, -slot, 0));
    const Qt::Alignment side = cell.direction == Qt::RightToLeft ? Qt::AlignLeft : Qt::AlignRight;
    painter->setFont(cell.font);
    painter->setPen(absent ? cell.tokens.text3 : cell.color);
    Fonts::drawTabular(painter, figures, absent ? u"–"_s : cell.text, side | Qt::AlignVCenter);
    if (!absent && slot > 0) {
        painter->setFont(unitFont);
        painter->setPen(cell.enabled ? cell.tokens.text3 : cell.tokens.disabled);
        const QRect place = cell.visual(QRect(cell.rect.right() - slot + 5, cell.rect.y(), slot, cell.rect.height()));
        Fonts::drawTabular(painter, place, unit,
                           (cell.direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    const auto values = cell.index.data(SparkRole).value<QList<qreal>>();
    if (values.isEmpty())
        return;
    const int width = Fonts::scaled(46);
    const int height = Fonts::scaled(14);
    const QRect place(cell.rect.right() - slot - Fonts::scaled(34) - width,
                      cell.rect.y() + (cell.rect.height() - height) / 2, width, height);
    if (place.x() >= cell.rect.x())
        drawSparkLine(painter, cell.visual(place), values, cell.tokens.accent);
}

void CellDelegate::paintText(QPainter *painter, Cell cell) const
{
    const int side = Fonts::scaled(16);
    const auto symbolAt = [&](int x, int size) {
        return cell.visual(QRect(x, cell.rect.y() + (cell.rect.height() - size) / 2, size, size));
    };
    QRect rect = cell.rect;
    const QString symbol = cell.index.data(SymbolRole).toString();
    const QVariant look = cell.index.data(StateLookRole);
    if (look.isValid() && cell.kind != CellKind::State) {
        drawState(painter, symbolAt(rect.x() + 2, Fonts::scaled(12)), StateLook(look.toInt()), cell.tokens);
        rect.setLeft(rect.left() + side + symbolGap);
    } else if (!symbol.isEmpty()) {
        const QVariant tone = cell.index.data(SymbolToneRole);
        const QColor color = cell.tokens.color(tone.isValid() ? Tone(tone.toInt()) : Tone::Muted);
        drawSymbol(painter, symbolAt(rect.x(), side), symbol, cell.enabled ? color : cell.tokens.disabled);
        rect.setLeft(rect.left() + side + symbolGap);
    }

    const QString detail = oneLine(cell.index.data(DetailRole).toString());
    if (!detail.isEmpty()) {
        const QFont font = Fonts::ui(12);
        const int width = std::min(int(std::ceil(Fonts::tabularWidth(font, detail))) + 1, rect.width() * 2 / 3);
        painter->setFont(font);
        painter->setPen(cell.enabled ? cell.tokens.text3 : cell.tokens.disabled);
        const QRect place(rect.x() + rect.width() - width, rect.y(), width, rect.height());
        const QString shown = QFontMetrics(font).elidedText(detail, Qt::ElideRight, width + 2);
        Fonts::drawTabular(painter, cell.visual(place), shown,
                           (cell.direction == Qt::RightToLeft ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
        rect.setRight(rect.right() - width - pad);
    }

    const QString trailing = cell.index.data(TrailingSymbolRole).toString();
    const int trailingSide = trailing.isEmpty() ? 0 : Fonts::scaled(12);
    const bool spans = cell.kind == CellKind::Link && cell.index.data(SpanLeftRole).toBool();
    const int wanted = Fonts::advance(cell.font, cell.text);
    const int space = spans ? wanted : rect.width() - (trailingSide > 0 ? trailingSide + 3 : 0) + cell.beside;
    const QString shown = wanted <= space
        ? cell.text
        : shortened(cell.text, CellElision(cell.index.data(CellElisionRole).toInt()), cell.font, space);
    const int width = std::min(wanted, Fonts::advance(cell.font, shown));
    int x = rect.x();
    if (cell.atRight() || spans)
        x = rect.x() + rect.width() - width - trailingSide;
    painter->setFont(cell.font);
    painter->setPen(cell.color);
    Fonts::drawLine(painter, cell.visual(QRect(x, rect.y(), width, rect.height())), shown);
    if (trailingSide > 0)
        drawSymbol(painter, symbolAt(x + width + 3, trailingSide), trailing, cell.color);
}

QRect CellDelegate::linkRect(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (CellKind(index.data(CellKindRole).toInt()) != CellKind::Link)
        return {};
    const Cell cell = cellOf(option, index);
    if (cell.text.isEmpty() || !cell.enabled)
        return {};
    const int trailing = index.data(TrailingSymbolRole).toString().isEmpty() ? 0 : Fonts::scaled(12) + 3;
    const bool spans = index.data(SpanLeftRole).toBool();
    int width = Fonts::advance(cell.font, cell.text) + trailing;
    if (!spans)
        width = std::min(width, cell.rect.width());
    const int x = cell.atRight() || spans ? cell.rect.x() + cell.rect.width() - width : cell.rect.x();
    return cell.visual(QRect(x, cell.rect.y(), width, cell.rect.height()));
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int height = Fonts::scaled(index.data(GroupRole).toBool() ? m_groupHeight : m_rowHeight);
    // Of every row, in view or not, QTreeView wants the height alone, and says so by this width
    // (QTreeView::indexRowSizeHint): no text is measured for that.
    if (option.rect.width() < 0)
        return {0, height};
    const Cell cell = cellOf(option, index);
    int width = 0;
    if (cell.kind == CellKind::State && !cell.group)
        width = pillWidth(StateLook(index.data(StateLookRole).toInt()), cell.text);
    else
        width = int(std::ceil(Fonts::tabularWidth(cell.font, cell.text)));
    width += option.rect.width() - cell.rect.width();
    for (const int role : {SymbolRole, TrailingSymbolRole}) {
        if (!index.data(role).toString().isEmpty())
            width += Fonts::scaled(16) + symbolGap;
    }
    width += unitSlot(index.data(UnitRole).toString(), Fonts::ui(12));
    return {width, height};
}

bool CellDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                             const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QString text = index.data(Qt::ToolTipRole).toString();
    if (text.isEmpty()) {
        const Cell cell = cellOf(option, index);
        const bool elided = QFontMetrics(cell.font).horizontalAdvance(cell.text) > cell.rect.width();
        text = elided ? cell.text : QString();
    }
    QToolTip::showText(event->globalPos(), plainToolTip(text), view, option.rect);
    return true;
}

} // namespace Gantry
