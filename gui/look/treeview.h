// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

namespace Gantry {

class CellDelegate;
class RowTracker;

/// A tree whose rows are selected, hovered and focused as one rounded rectangle across all columns. Its cells are
/// painted by a CellDelegate from the model's roles (models/items/cellroles.h).
class TreeView : public QTreeView
{
    Q_OBJECT

public:
    explicit TreeView(QWidget *parent = nullptr);

    CellDelegate *cells() const { return m_cells; }
    /// A delegate of one's own, taken over by the view.
    void setCells(CellDelegate *cells);

    /// Top-level rows head groups: a line above each, the chevron at the inset, and the rows below start where the
    /// group's name starts, instead of being indented. Without groups all rows are of one level and start at the inset.
    void setGroups(bool groups);
    /// Heights of rows and of the groups' rows, relative to the base of 13 px.
    void setRowHeights(int row, int group);
    /// Typing letters jumps to a row; switch it off where letters are shortcuts.
    void setTypeAhead(bool on) { m_typeAhead = on; }
    /// The view lies on chrome (navigation): background, hover and selection follow.
    void setOnChrome(bool chrome);

    void keyboardSearch(const QString &search) override;
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                     const QList<int> &roles = QList<int>()) override;

Q_SIGNALS:
    void linkActivated(const QModelIndex &index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;
    void initViewItemOption(QStyleOptionViewItem *option) const override;
    void mousePressEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QRect chevronRect(const QRect &row, int gap) const;
    void updateInsets();
    void updateBackground();

    CellDelegate *m_cells = nullptr;
    RowTracker *m_rows = nullptr;
    bool m_groups = false;
    bool m_typeAhead = true;
    bool m_chrome = false;
};

} // namespace Gantry
