// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compose/project.h"
#include "look/celldelegate.h"

#include <QPersistentModelIndex>

#include <functional>

namespace Gantry {

/// The cells of the services table: those of CellDelegate, and in the last column small buttons that start, stop and
/// restart the row's service. They show on the rows under the pointer and on the selected one.
class ServiceDelegate : public CellDelegate
{
    Q_OBJECT

public:
    enum class Button { Start, Stop, Restart };

    using CellDelegate::CellDelegate;

    /// Why a button can do nothing with a service, translated; empty where it can. All can until this is set.
    using Obstacle = std::function<QString(const ProjectService &service, Button button)>;
    void setObstacle(const Obstacle &obstacle) { m_obstacle = obstacle; }

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
    QString obstacle(const QModelIndex &index, Button button) const;
    bool isAvailable(const QModelIndex &index, Button button) const { return obstacle(index, button).isEmpty(); }
    std::optional<Button> buttonAt(const QRect &cell, const QPoint &position) const;

    Obstacle m_obstacle;
};

} // namespace Gantry
