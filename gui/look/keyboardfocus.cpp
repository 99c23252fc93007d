// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/keyboardfocus.h"

#include <QEvent>

namespace Gantry {

namespace {

bool lastWasKey = false;

} // namespace

bool KeyboardFocus::leads()
{
    return lastWasKey;
}

bool KeyboardFocus::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride: // of a shortcut nothing else is seen
    case QEvent::KeyPress:
        lastWasKey = true;
        break;
    case QEvent::MouseButtonPress:
    case QEvent::TouchBegin:
        lastWasKey = false;
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace Gantry
