// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/checkdelegate.h"

#include "look/fonts.h"

#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

namespace Gantry {

namespace {

constexpr int boxSide = 16;
constexpr int boxGap = 8;

} // namespace

int CheckDelegate::leading(const QModelIndex &index) const
{
    return index.column() == 0 ? Fonts::scaled(boxSide) + boxGap : 0;
}

QRect CheckDelegate::boxRect(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QRect content = contentRect(option, index);
    const int side = Fonts::scaled(boxSide);
    const int x = option.direction == Qt::RightToLeft ? content.right() + 1 + boxGap : content.x() - boxGap - side;
    return {x, content.y() + (content.height() - side) / 2, side, side};
}

void CheckDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    CellDelegate::paint(painter, option, index);
    const QVariant state = index.data(Qt::CheckStateRole);
    if (!state.isValid())
        return;
    QStyleOptionViewItem box(option);
    box.rect = boxRect(option, index);
    box.state &= ~(QStyle::State_HasFocus | QStyle::State_MouseOver | QStyle::State_On | QStyle::State_Off
                   | QStyle::State_NoChange);
    box.state.setFlag(QStyle::State_Enabled,
                      option.state.testFlag(QStyle::State_Enabled) && index.flags().testFlag(Qt::ItemIsUserCheckable));
    switch (Qt::CheckState(state.toInt())) {
    case Qt::Unchecked:
        box.state |= QStyle::State_Off;
        break;
    case Qt::PartiallyChecked:
        box.state |= QStyle::State_NoChange;
        break;
    case Qt::Checked:
        box.state |= QStyle::State_On;
        break;
    }
    box.features |= QStyleOptionViewItem::HasCheckIndicator;
    option.widget->style()->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &box, painter, option.widget);
}

bool CheckDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                                const QModelIndex &index)
{
    if (event->type() != QEvent::MouseButtonRelease || !index.flags().testFlag(Qt::ItemIsUserCheckable))
        return false;
    const auto *mouse = static_cast<QMouseEvent *>(event);
    constexpr int near = 4;
    if (mouse->button() != Qt::LeftButton
        || !boxRect(option, index).adjusted(-near, -near, near, near).contains(mouse->position().toPoint()))
        return false;
    const bool on = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    return model->setData(index, on ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

} // namespace Gantry
