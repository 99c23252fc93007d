// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/page.h"

#include <QStackedWidget>

namespace Gantry {

Page::Page(const QString &id, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(id);
}

void Page::turnTo(QStackedWidget *stack, QWidget *part)
{
    if (stack->currentWidget() == part)
        return;
    const bool hadFocus = stack->isAncestorOf(window()->focusWidget());
    stack->setCurrentWidget(part);
    if (hadFocus && focusTarget())
        focusTarget()->setFocus(Qt::OtherFocusReason);
}

} // namespace Gantry
