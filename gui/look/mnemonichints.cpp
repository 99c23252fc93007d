// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/mnemonichints.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMenuBar>

namespace Gantry {

namespace {

bool isAlt(const QEvent *event)
{
    return static_cast<const QKeyEvent *>(event)->key() == Qt::Key_Alt;
}

bool menusHaveTheKeyboard()
{
    return QApplication::activePopupWidget() || qobject_cast<QMenuBar *>(QApplication::focusWidget());
}

} // namespace

bool MnemonicHints::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
        if (isAlt(event))
            setShown(true);
        break;
    case QEvent::KeyRelease:
        if (m_shown && isAlt(event) && !menusHaveTheKeyboard())
            setShown(false);
        break;
    case QEvent::FocusOut:
        if (m_shown && qobject_cast<QMenuBar *>(watched) && !QApplication::activePopupWidget())
            setShown(false);
        break;
    case QEvent::MouseButtonPress:
    case QEvent::ApplicationDeactivate:
        setShown(false);
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void MnemonicHints::setShown(bool shown)
{
    if (m_shown == shown)
        return;
    m_shown = shown;
    const QWidget *window = QApplication::activeWindow();
    if (!window)
        return;
    const auto widgets = window->findChildren<QWidget *>();
    for (QWidget *widget : widgets)
        widget->update();
}

} // namespace Gantry
