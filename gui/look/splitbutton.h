// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "look/actionbutton.h"

class QMenu;

namespace Gantry {

/// A button that does its action when pressed, and opens a menu of kindred ones when pressed on its arrow, by the Down
/// key or by the menu key.
class SplitButton : public ActionButton
{
    Q_OBJECT

public:
    /// \a menu is owned by the caller.
    SplitButton(QAction *action, QMenu *menu, ButtonKind kind, QWidget *parent = nullptr);

    void openMenu();

protected:
    void initStyleOption(QStyleOptionButton *option) const override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    bool isOnArrow(const QPoint &position) const;

    QMenu *m_kindred;
};

} // namespace Gantry
