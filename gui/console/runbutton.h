// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "look/actionbutton.h"

class QMenu;

namespace Gantry {

/// A button with two parts: a click does its action, a click on the chevron (or the Down key) opens a menu of the
/// action's relatives.
class RunButton : public ActionButton
{
    Q_OBJECT

public:
    RunButton(QAction *action, const QList<QAction *> &relatives, QWidget *parent = nullptr);

protected:
    void initStyleOption(QStyleOptionButton *option) const override;
    QSize sizeHint() const override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void openMenu();

    QMenu *m_relatives;
};

} // namespace Gantry
