// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/cellroles.h"

#include <QStyledItemDelegate>

class QRegion;

namespace Gantry {

struct Tokens;

/// Paints the cells of TreeView and TableView from the roles of models/items/cellroles.h: names, secondary text,
/// numbers in two straight columns, links, pills. Everything is plain text; what is elided is whole in the tooltip.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// Heights relative to the base of 13 px.
    void setRowHeights(int row, int group);
    /// Space before the text of the first column and behind that of the last one.
    void setInsets(int first, int last);
    /// The text in so many pixels.
    static QString shortened(const QString &text, CellElision elision, const QFont &font, int space);
    int firstInset() const { return m_firstInset; }
    /// What of the view is painted now: cells outside are left out. Null for everything.
    void setPainted(const QRegion *region) { m_painted = region; }

    /// Where a link's text stands, in the coordinates of option.rect; empty for cells without a link.
    QRect linkRect(const QStyleOptionViewItem &option, const QModelIndex &index) const;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

protected:
    /// Room before the content, for what a derived class paints there.
    virtual int leading(const QModelIndex &) const { return 0; }
    /// The cell without its padding.
    QRect contentRect(const QStyleOptionViewItem &option, const QModelIndex &index) const;

private:
    struct Cell;
    Cell cellOf(const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintNumber(QPainter *painter, const Cell &cell) const;
    void paintText(QPainter *painter, Cell cell) const;

    const QRegion *m_painted = nullptr;
    int m_rowHeight = 32;
    int m_groupHeight = 38;
    int m_firstInset = 20;
    int m_lastInset = 16;
};

} // namespace Gantry
