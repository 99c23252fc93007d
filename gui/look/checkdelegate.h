// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "look/celldelegate.h"

namespace Gantry {

/// Cells of a view whose first column has check boxes: the model's Qt::CheckStateRole, set by a click on the box.
class CheckDelegate : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;

    /// Where the box stands, in the coordinates of option.rect.
    QRect boxRect(const QStyleOptionViewItem &option, const QModelIndex &index) const;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

protected:
    int leading(const QModelIndex &index) const override;
};

} // namespace Gantry
