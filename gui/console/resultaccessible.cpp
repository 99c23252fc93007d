// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/resultaccessible.h"

#include "console/resultcellaccessible.h"
#include "console/resultcolumnsmodel.h"
#include "console/resultview.h"

#include <QHeaderView>

#include <algorithm>
#include <limits>

namespace Gantry {

namespace {

constexpr int MostCells = 4096;
constexpr int MostSelected = 1000;

int bounded(qint64 number)
{
    return int(std::min<qint64>(number, std::numeric_limits<int>::max()));
}

QAccessibleInterface *makeInterface(const QString &className, QObject *object)
{
    if (className != QLatin1String("Gantry::ResultView"))
        return nullptr;
    return new ResultAccessible(static_cast<ResultView *>(object));
}

} // namespace

void ResultAccessible::install()
{
    QAccessible::installFactory(makeInterface); // ignored by Qt when it is installed already
}

ResultAccessible::ResultAccessible(ResultView *view)
    : QAccessibleWidget(view, QAccessible::Table)
{
}

ResultAccessible::~ResultAccessible()
{
    forget();
}

ResultView *ResultAccessible::view() const
{
    return static_cast<ResultView *>(widget());
}

void *ResultAccessible::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TableInterface)
        return static_cast<QAccessibleTableInterface *>(this);
    return QAccessibleWidget::interface_cast(type);
}

int ResultAccessible::childCount() const
{
    return bounded((view()->rowCount() + 1) * view()->columnCount());
}

QAccessibleInterface *ResultAccessible::child(int index) const
{
    const int columns = view()->columnCount();
    if (columns == 0 || index < 0)
        return nullptr;
    return made(index / columns - 1, index % columns);
}

int ResultAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *cell = dynamic_cast<const ResultCellAccessible *>(child);
    return cell ? bounded((cell->row() + 1) * view()->columnCount() + cell->column()) : -1;
}

QAccessibleInterface *ResultAccessible::childAt(int x, int y) const
{
    const QPoint inHeader = view()->header()->viewport()->mapFromGlobal(QPoint(x, y));
    if (view()->header()->viewport()->rect().contains(inHeader))
        return headerCell(view()->header()->logicalIndexAt(inHeader));
    const ResultView::Cell cell = view()->cellAt(view()->viewport()->mapFromGlobal(QPoint(x, y)));
    return cell.isValid() ? made(cell.row, cell.column) : nullptr;
}

QAccessibleInterface *ResultAccessible::focusChild() const
{
    const ResultView::Cell current = view()->current();
    return view()->hasFocus() && current.isValid() ? made(current.row, current.column) : nullptr;
}

QAccessibleInterface *ResultAccessible::headerCell(int column) const
{
    return made(-1, column);
}

QAccessibleInterface *ResultAccessible::made(qint64 row, int column) const
{
    if (row >= view()->rowCount() || column < 0 || column >= view()->columnCount())
        return nullptr;
    const auto key = std::make_pair(row, column);
    if (const auto known = m_cells.constFind(key); known != m_cells.cend())
        return QAccessible::accessibleInterface(*known);
    if (m_cells.size() >= MostCells)
        forget();
    auto *cell = new ResultCellAccessible(view(), row, column);
    m_cells.insert(key, QAccessible::registerAccessibleInterface(cell));
    return cell;
}

void ResultAccessible::forget() const
{
    for (const QAccessible::Id id : std::as_const(m_cells))
        QAccessible::deleteAccessibleInterface(id);
    m_cells.clear();
}

QAccessibleInterface *ResultAccessible::cellAt(int row, int column) const
{
    return row < 0 ? nullptr : made(row, column);
}

int ResultAccessible::columnCount() const
{
    return view()->columnCount();
}

int ResultAccessible::rowCount() const
{
    return bounded(view()->rowCount());
}

QString ResultAccessible::columnDescription(int column) const
{
    return view()->header()->model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
}

QString ResultAccessible::rowDescription(int row) const
{
    return row >= 0 && row < view()->rowCount() ? view()->content()->rowLabel(row) : QString();
}

int ResultAccessible::selectedCellCount() const
{
    return bounded(view()->selection().cells());
}

QList<QAccessibleInterface *> ResultAccessible::selectedCells() const
{
    QList<QAccessibleInterface *> cells;
    for (const CellRange &range : view()->selection().ranges()) {
        for (qint64 row = range.top; row <= range.bottom; ++row) {
            for (int column = range.left; column <= range.right; ++column) {
                if (cells.size() >= MostSelected)
                    return cells;
                cells.append(made(row, column));
            }
        }
    }
    return cells;
}

int ResultAccessible::selectedColumnCount() const
{
    return int(selectedColumns().size());
}

int ResultAccessible::selectedRowCount() const
{
    qint64 count = 0;
    for (const CellRange &range : view()->selection().ranges())
        count += range.columns() == columnCount() ? range.rows() : 0;
    return bounded(count);
}

QList<int> ResultAccessible::selectedColumns() const
{
    QList<int> columns;
    for (const CellRange &range : view()->selection().ranges()) {
        for (int column = range.left; range.rows() == view()->rowCount() && column <= range.right; ++column)
            columns.append(column);
    }
    return columns;
}

QList<int> ResultAccessible::selectedRows() const
{
    QList<int> rows;
    for (const CellRange &range : view()->selection().ranges()) {
        if (range.columns() != columnCount())
            continue;
        for (qint64 row = range.top; row <= range.bottom && rows.size() < MostSelected; ++row)
            rows.append(bounded(row));
    }
    return rows;
}

bool ResultAccessible::isColumnSelected(int column) const
{
    return selectedColumns().contains(column);
}

bool ResultAccessible::isRowSelected(int row) const
{
    const QList<CellRange> ranges = view()->selection().ranges();
    return std::any_of(ranges.cbegin(), ranges.cend(), [this, row](const CellRange &range) {
        return range.columns() == columnCount() && row >= range.top && row <= range.bottom;
    });
}

bool ResultAccessible::selectRow(int row)
{
    if (row < 0 || row >= view()->rowCount())
        return false;
    view()->selectRows(row, row);
    return true;
}

bool ResultAccessible::selectColumn(int column)
{
    if (column < 0 || column >= columnCount())
        return false;
    view()->selectColumns(column, column);
    return true;
}

bool ResultAccessible::unselectRow(int row)
{
    if (!isRowSelected(row))
        return false;
    view()->clearSelection();
    return true;
}

bool ResultAccessible::unselectColumn(int column)
{
    if (!isColumnSelected(column))
        return false;
    view()->clearSelection();
    return true;
}

void ResultAccessible::modelChange(QAccessibleTableModelChangeEvent *event)
{
    if (event->modelChangeType() == QAccessibleTableModelChangeEvent::ModelReset)
        forget();
}

} // namespace Gantry
