// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/treeview.h"

#include "items/cellroles.h"
#include "look/celldelegate.h"
#include "look/fonts.h"
#include "look/icons.h"
#include "look/rowtracker.h"
#include "look/tokens.h"

#include <QHeaderView>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace Gantry {

namespace {

constexpr int contentInset = 20;
constexpr int trailingInset = 16;
constexpr int chevronSpace = 18;
constexpr int headerPad = 8;

/// The room above the content of a row that heads a group of rows, in its own height.
int groupGap(const QModelIndex &index)
{
    return index.data(GroupRole).toBool() ? 4 : 0;
}

} // namespace

TreeView::TreeView(QWidget *parent)
    : QTreeView(parent)
    , m_rows(new RowTracker(this))
{
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setSelectionBehavior(SelectRows);
    setAllColumnsShowFocus(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setEditTriggers(NoEditTriggers);
    setTextElideMode(Qt::ElideMiddle);
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header()->setHighlightSections(false);
    setCells(new CellDelegate(this));
    connect(m_rows, &RowTracker::linkActivated, this, &TreeView::linkActivated);
}

void TreeView::setCells(CellDelegate *cells)
{
    cells->setParent(this);
    delete m_cells;
    m_cells = cells;
    setItemDelegate(cells);
    updateInsets();
}

void TreeView::setGroups(bool groups)
{
    m_groups = groups;
    setRootIsDecorated(false);
    if (groups)
        setIndentation(0);
    else
        resetIndentation();
    updateInsets();
}

void TreeView::setRowHeights(int row, int group)
{
    m_cells->setRowHeights(row, group);
    scheduleDelayedItemsLayout();
}

void TreeView::setOnChrome(bool chrome)
{
    m_chrome = chrome;
    updateBackground();
}

void TreeView::keyboardSearch(const QString &search)
{
    if (m_typeAhead)
        QTreeView::keyboardSearch(search);
}

void TreeView::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles)
{
    // QTreeView would ask each cell of the row for its height, which is that of all rows.
    QAbstractItemView::dataChanged(topLeft, bottomRight, roles); // NOLINT(bugprone-parent-virtual-call)
}

void TreeView::updateInsets()
{
    const int first = m_groups ? contentInset + chevronSpace : rootIsDecorated() ? 4 : contentInset;
    m_cells->setInsets(first, trailingInset);
    header()->setProperty("firstInset", (m_groups || !rootIsDecorated() ? first : contentInset) - headerPad);
    header()->setProperty("lastInset", trailingInset - headerPad);
}

void TreeView::updateBackground()
{
    const Tokens &tokens = Tokens::of(palette());
    const QColor background = m_chrome ? tokens.chrome : tokens.base;
    if (viewport()->palette().color(QPalette::Base) == background)
        return;
    QPalette own;
    own.setColor(QPalette::Base, background);
    viewport()->setPalette(own);
}

void TreeView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        updateBackground();
    QTreeView::changeEvent(event);
}

void TreeView::initViewItemOption(QStyleOptionViewItem *option) const
{
    QTreeView::initViewItemOption(option);
    // The desktop's own style would paint its highlight over the row.
    const Tokens &tokens = Tokens::of(palette());
    option->palette.setColor(QPalette::Highlight, m_chrome ? tokens.chromeSelection : tokens.selection);
    option->palette.setColor(QPalette::HighlightedText, tokens.text);
}

QRect TreeView::chevronRect(const QRect &row, int gap) const
{
    const int side = Fonts::scaled(14);
    const QRect place(contentInset - 1, row.y() + (row.height() + gap - side) / 2, side, side);
    return QStyle::visualRect(layoutDirection(), viewport()->rect(), place);
}

void TreeView::paintEvent(QPaintEvent *event)
{
    m_cells->setPainted(&event->region());
    QTreeView::paintEvent(event);
    m_cells->setPainted(nullptr);
}

void TreeView::drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &tokens = Tokens::of(palette());
    const bool head = m_groups && !index.parent().isValid();
    const int gap = head ? groupGap(index) : 0;
    if (head && index.row() > 0) {
        const QRect line(contentInset, option.rect.y() + gap / 2, viewport()->width() - contentInset - trailingInset,
                         1);
        painter->fillRect(QStyle::visualRect(layoutDirection(), viewport()->rect(), line), tokens.line);
    }
    m_rows->paintRow(painter, option.rect.adjusted(0, gap, 0, 0), index, m_chrome, tokens);
    QTreeView::drawRow(painter, option, index);
    if (head && model()->hasChildren(index)) {
        const QString closed = isRightToLeft() ? u"chevron-left"_s : u"chevron-right"_s;
        drawSymbol(painter, chevronRect(option.rect, gap), isExpanded(index) ? u"chevron-down"_s : closed,
                   tokens.text2);
    }
}

void TreeView::drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    if (m_groups || !model()->hasChildren(index))
        return;
    const int side = Fonts::scaled(14);
    const int indent = std::max(indentation(), side);
    const QRect slot = isRightToLeft() ? QRect(rect.left(), rect.y(), indent, rect.height())
                                       : QRect(rect.right() - indent + 1, rect.y(), indent, rect.height());
    QRect square(0, 0, side, side);
    const int clear = Fonts::scaled(4); // of the row's outline
    square.moveCenter(slot.center() + QPoint(isRightToLeft() ? -clear : clear, 0));
    const QString closed = isRightToLeft() ? u"chevron-left"_s : u"chevron-right"_s;
    drawSymbol(painter, square, isExpanded(index) ? u"chevron-down"_s : closed, Tokens::of(palette()).text3);
}

void TreeView::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    const QModelIndex head = index.siblingAtColumn(0);
    if (m_groups && event->button() == Qt::LeftButton && index.isValid() && !index.parent().isValid()
        && model()->hasChildren(head)
        && chevronRect(visualRect(head), groupGap(head)).adjusted(-4, -4, 4, 4).contains(event->position().toPoint())) {
        setExpanded(head, !isExpanded(head));
        return;
    }
    QTreeView::mousePressEvent(event);
}

} // namespace Gantry
