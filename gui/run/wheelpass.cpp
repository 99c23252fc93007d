// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/wheelpass.h"

#include <QEvent>
#include <QWidget>

namespace Gantry {

WheelPass::WheelPass(QWidget *choice)
    : QObject(choice)
{
    choice->setFocusPolicy(Qt::StrongFocus); // not by the wheel
    choice->installEventFilter(this);
}

bool WheelPass::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Wheel)
        return QObject::eventFilter(watched, event);
    event->ignore(); // so that it goes on to the parent
    return true;
}

} // namespace Gantry
