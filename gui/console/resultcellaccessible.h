// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>
#include <QPointer>

namespace Gantry {

class ResultAccessible;
class ResultView;

/// A cell or, with row -1, a column header of a ResultView for assistive technology.
class ResultCellAccessible final : public QAccessibleInterface, public QAccessibleTableCellInterface
{
public:
    ResultCellAccessible(ResultView *view, qint64 row, int column);

    qint64 row() const { return m_row; }
    int column() const { return m_column; }

    bool isValid() const override;
    QObject *object() const override { return nullptr; }
    QWindow *window() const override;
    QAccessibleInterface *parent() const override;
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QString text(QAccessible::Text type) const override;
    void setText(QAccessible::Text, const QString &) override { }
    QRect rect() const override;
    QAccessible::Role role() const override;
    QAccessible::State state() const override;
    void *interface_cast(QAccessible::InterfaceType type) override;

    int columnExtent() const override { return 1; }
    int rowExtent() const override { return 1; }
    QList<QAccessibleInterface *> columnHeaderCells() const override;
    QList<QAccessibleInterface *> rowHeaderCells() const override { return {}; }
    int columnIndex() const override { return m_column; }
    int rowIndex() const override;
    bool isSelected() const override;
    QAccessibleInterface *table() const override { return parent(); }

private:
    const QPointer<ResultView> m_view;
    const qint64 m_row;
    const int m_column;
};

} // namespace Gantry
