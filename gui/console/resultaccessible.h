// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleWidget>
#include <QHash>

namespace Gantry {

class ResultView;

/// A ResultView as a table for assistive technology. Child 0 to columns - 1 are the column headers, the cells follow
/// row by row; interfaces of cells are made when asked for and the oldest are forgotten.
class ResultAccessible final : public QAccessibleWidget, public QAccessibleTableInterface
{
public:
    explicit ResultAccessible(ResultView *view);
    ~ResultAccessible() override;

    /// Makes Qt use this class for every ResultView; harmless when repeated.
    static void install();

    void *interface_cast(QAccessible::InterfaceType type) override;
    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    QAccessibleInterface *focusChild() const override;
    int indexOfChild(const QAccessibleInterface *child) const override;

    QAccessibleInterface *caption() const override { return nullptr; }
    QAccessibleInterface *summary() const override { return nullptr; }
    QAccessibleInterface *cellAt(int row, int column) const override;
    int columnCount() const override;
    int rowCount() const override;
    QString columnDescription(int column) const override;
    QString rowDescription(int row) const override;

    int selectedCellCount() const override;
    /// The first thousand of them.
    QList<QAccessibleInterface *> selectedCells() const override;
    int selectedColumnCount() const override;
    int selectedRowCount() const override;
    QList<int> selectedColumns() const override;
    /// The first thousand of them.
    QList<int> selectedRows() const override;
    bool isColumnSelected(int column) const override;
    bool isRowSelected(int row) const override;
    bool selectRow(int row) override;
    bool selectColumn(int column) override;
    bool unselectRow(int row) override;
    bool unselectColumn(int column) override;
    void modelChange(QAccessibleTableModelChangeEvent *event) override;

    QAccessibleInterface *headerCell(int column) const;

private:
    ResultView *view() const;
    QAccessibleInterface *made(qint64 row, int column) const;
    void forget() const;

    mutable QHash<std::pair<qint64, int>, QAccessible::Id> m_cells;
};

} // namespace Gantry
