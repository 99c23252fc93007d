// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/taborder.h"

#include <QWidget>

namespace Gantry {

void placeInTabOrder(QWidget *before, QWidget *part)
{
    QWidgetList members;
    QWidget *next = part;
    do {
        // One that hands its focus on would only be another name of the one that gets it, and Qt puts nothing after one
        // that takes none.
        if ((next == part || part->isAncestorOf(next)) && !next->focusProxy() && next->focusPolicy() != Qt::NoFocus)
            members.append(next);
        next = next->nextInFocusChain();
    } while (next != part);
    for (QWidget *member : std::as_const(members)) {
        QWidget::setTabOrder(before, member);
        before = member;
    }
}

} // namespace Gantry
