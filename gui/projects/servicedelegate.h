// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "look/celldelegate.h"

#include <QPersistentModelIndex>

namespace Gantry {

/// The cells of the services table: those of CellDelegate, and in the last column small buttons that start, stop and
/// restart the row's service. They show on the rows under the pointer and on the selected one.
class ServiceDelegate : public CellDelegate
{
    Q_OBJECT

public:
    enum class Button { Start, Stop, Restart };

    using CellDelegate::CellDelegate;

    /// Width that the buttons need.
    static int actionsWidth();
    /// Where a button stands; \a cell is the rectangle of the cell.
    QRect buttonRect(const QRect &cell, Button button) const;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

Q_SIGNALS:
    void pressed(const QModelIndex &index, Gantry::ServiceDelegate::Button button);

private:
    static bool isAvailable(const QModelIndex &index, Button button);
    std::optional<Button> buttonAt(const QRect &cell, const QPoint &position) const;
};

} // namespace Gantry
