// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/resultcellaccessible.h"

#include "console/resultaccessible.h"
#include "console/resultcolumnsmodel.h"
#include "console/resultview.h"

#include <QHeaderView>

#include <algorithm>
#include <limits>

namespace Gantry {

ResultCellAccessible::ResultCellAccessible(ResultView *view, qint64 row, int column)
    : m_view(view)
    , m_row(row)
    , m_column(column)
{
}

bool ResultCellAccessible::isValid() const
{
    return m_view && m_row < m_view->rowCount() && m_column < m_view->columnCount();
}

QWindow *ResultCellAccessible::window() const
{
    return m_view ? m_view->window()->windowHandle() : nullptr;
}

QAccessibleInterface *ResultCellAccessible::parent() const
{
    return QAccessible::queryAccessibleInterface(m_view.data());
}

QString ResultCellAccessible::text(QAccessible::Text type) const
{
    if (!isValid())
        return {};
    if (m_row < 0) {
        const auto *columns = m_view->header()->model();
        if (type == QAccessible::Name)
            return columns->headerData(m_column, Qt::Horizontal, Qt::DisplayRole).toString();
        if (type == QAccessible::Description)
            return columns->headerData(m_column, Qt::Horizontal, ResultColumnsModel::TypeRole).toString();
        return {};
    }
    if (type == QAccessible::Description)
        return m_view->content()->cell(m_row, m_column, 0).isNull ? ResultView::tr("no value") : QString();
    return type == QAccessible::Name || type == QAccessible::Value ? m_view->displayText(m_row, m_column) : QString();
}

QRect ResultCellAccessible::rect() const
{
    if (!isValid())
        return {};
    if (m_row >= 0) {
        const QRect cell = m_view->cellRect(m_row, m_column);
        return {m_view->viewport()->mapToGlobal(cell.topLeft()), cell.size()};
    }
    const QHeaderView *header = m_view->header();
    const QPoint corner(header->sectionViewportPosition(m_column), 0);
    return {header->viewport()->mapToGlobal(corner), QSize(header->sectionSize(m_column), header->height())};
}

QAccessible::Role ResultCellAccessible::role() const
{
    return m_row < 0 ? QAccessible::ColumnHeader : QAccessible::Cell;
}

QAccessible::State ResultCellAccessible::state() const
{
    QAccessible::State state;
    if (!isValid()) {
        state.invalid = true;
        return state;
    }
    state.readOnly = true;
    if (m_row < 0)
        return state;
    state.selectable = true;
    state.multiSelectable = true;
    state.focusable = true;
    state.selected = isSelected();
    state.active = m_view->current() == ResultView::Cell{m_row, m_column};
    state.focused = state.active && m_view->hasFocus();
    state.offscreen = !m_view->viewport()->rect().intersects(m_view->cellRect(m_row, m_column));
    return state;
}

void *ResultCellAccessible::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::TableCellInterface ? static_cast<QAccessibleTableCellInterface *>(this) : nullptr;
}

QList<QAccessibleInterface *> ResultCellAccessible::columnHeaderCells() const
{
    const auto *table = static_cast<ResultAccessible *>(parent());
    if (!table || m_row < 0)
        return {};
    return {table->headerCell(m_column)};
}

int ResultCellAccessible::rowIndex() const
{
    return int(std::min<qint64>(m_row, std::numeric_limits<int>::max()));
}

bool ResultCellAccessible::isSelected() const
{
    return m_view && m_view->selection().contains(m_row, m_column);
}

} // namespace Gantry
