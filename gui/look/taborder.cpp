// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/taborder.h"

#include <QWidget>

namespace Gantry {

namespace {

// One that hands its focus on would only be another name of the one that gets it, and Qt puts nothing after one that
// takes none.
bool isPlace(const QWidget *widget)
{
    return !widget->focusProxy() && widget->focusPolicy() != Qt::NoFocus;
}

} // namespace

void placeInTabOrder(QWidget *before, QWidget *part)
{
    QWidgetList members;
    QWidget *next = part;
    do {
        if ((next == part || part->isAncestorOf(next)) && isPlace(next))
            members.append(next);
        next = next->nextInFocusChain();
    } while (next != part);
    for (QWidget *member : std::as_const(members)) {
        QWidget::setTabOrder(before, member);
        before = member;
    }
}

void placeInTabOrder(QWidget *part)
{
    QWidget *before = part->previousInFocusChain();
    while (before != part && !isPlace(before))
        before = before->previousInFocusChain();
    placeInTabOrder(before, part);
}

} // namespace Gantry
