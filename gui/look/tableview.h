// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace Gantry {

class CellDelegate;
class RowTracker;

/// A flat list with columns (images, volumes, networks, databases): no grid, no row header, rows as in TreeView.
class TableView : public QTableView
{
    Q_OBJECT

public:
    explicit TableView(QWidget *parent = nullptr);

    CellDelegate *cells() const { return m_cells; }
    /// A delegate of one's own, taken over by the view.
    void setCells(CellDelegate *cells);
    /// Relative to the base of 13 px.
    void setRowHeight(int height);
    /// Typing letters jumps to a row; switch it off where letters are shortcuts.
    void setTypeAhead(bool on) { m_typeAhead = on; }

    void keyboardSearch(const QString &search) override;

Q_SIGNALS:
    void linkActivated(const QModelIndex &index);

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void paintEvent(QPaintEvent *event) override;
    void initViewItemOption(QStyleOptionViewItem *option) const override;

private:
    CellDelegate *m_cells = nullptr;
    RowTracker *m_rows = nullptr;
    bool m_typeAhead = true;
};

} // namespace Gantry
