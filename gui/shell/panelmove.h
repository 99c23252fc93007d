// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

namespace Gantry {

/// While it lives, \a panel goes from one window to another: Qt hides it for that, but nobody stops looking at it.
class PanelMove
{
public:
    explicit PanelMove(QWidget *panel);
    /// What is out of sight now is told so.
    ~PanelMove();
    Q_DISABLE_COPY_MOVE(PanelMove)

    /// Whether \a widget, or what it is in, is on its way.
    static bool isMoving(const QWidget *widget);

private:
    QPointer<QWidget> m_panel;
};

} // namespace Gantry
