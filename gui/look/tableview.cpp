// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/tableview.h"

#include "look/celldelegate.h"
#include "look/fonts.h"
#include "look/rowtracker.h"
#include "look/tokens.h"

#include <QHeaderView>
#include <QPaintEvent>
#include <QPainter>

namespace Gantry {

TableView::TableView(QWidget *parent)
    : QTableView(parent)
    , m_rows(new RowTracker(this))
{
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setTabKeyNavigation(false);
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setTextElideMode(Qt::ElideMiddle);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setFirstSectionMovable(false);
    horizontalHeader()->setProperty("firstInset", 12);
    horizontalHeader()->setProperty("lastInset", 8);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setRowHeight(32);
    setCells(new CellDelegate(this));
    connect(m_rows, &RowTracker::linkActivated, this, &TableView::linkActivated);
}

void TableView::setCells(CellDelegate *cells)
{
    cells->setParent(this);
    delete m_cells;
    m_cells = cells;
    setItemDelegate(cells);
}

void TableView::setRowHeight(int height)
{
    // The header's own minimum would win over a smaller default size.
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(Fonts::scaled(height));
}

void TableView::keyboardSearch(const QString &search)
{
    if (m_typeAhead)
        QTableView::keyboardSearch(search);
}

QModelIndex TableView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    // Rows are chosen here: Home and End lead to the first and the last one, as in lists and trees, and not to a cell.
    if (action == MoveHome || action == MoveEnd)
        modifiers |= Qt::ControlModifier;
    return QTableView::moveCursor(action, modifiers);
}

void TableView::initViewItemOption(QStyleOptionViewItem *option) const
{
    QTableView::initViewItemOption(option);
    // The desktop's own style would paint its highlight over the row.
    const Tokens &tokens = Tokens::of(palette());
    option->palette.setColor(QPalette::Highlight, tokens.selection);
    option->palette.setColor(QPalette::HighlightedText, tokens.text);
}

void TableView::paintEvent(QPaintEvent *event)
{
    if (model()) {
        QPainter painter(viewport());
        const Tokens &tokens = Tokens::of(palette());
        const int column = horizontalHeader()->logicalIndexAt(0);
        int first = rowAt(0);
        const int last = rowAt(viewport()->height() - 1);
        for (const int end = last < 0 ? model()->rowCount(rootIndex()) - 1 : last; first >= 0 && first <= end;
             ++first) {
            const QRect row(0, rowViewportPosition(first), viewport()->width(), rowHeight(first));
            if (!isRowHidden(first) && row.intersects(event->rect()))
                m_rows->paintRow(&painter, row, model()->index(first, std::max(0, column), rootIndex()), false, tokens);
        }
    }
    QTableView::paintEvent(event);
}

} // namespace Gantry
