// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/modalfocus.h"

#include <QGuiApplication>
#include <QWindow>

#include <algorithm>
#include <cstring>

namespace Gantry {

namespace {

constexpr int Pause = 20; // within which the click arrives that the focus came by
constexpr int MostTries = 10;

/// The beginning of xcb_focus_in_event_t and xcb_focus_out_event_t.
struct FocusEvent
{
    quint8 type;
    quint8 detail;
    quint16 sequence;
    quint32 window;
};
constexpr int FocusIn = 9;
constexpr int FocusOut = 10;
constexpr int PointerDetail = 5; // the pointer is over the window, which does not get the keyboard

/// The dialog that is before the window with that number; null where none is.
QWindow *dialogBefore(quint32 number)
{
    const QWindowList windows = QGuiApplication::topLevelWindows();
    const auto found = std::find_if(windows.cbegin(), windows.cend(), [number](QWindow *window) {
        return window->handle() && window->winId() == number;
    });
    if (found == windows.cend())
        return nullptr;
    const QWindow *behind = *found;
    QWindow *front = nullptr;
    // A dialog can have one before it, too.
    for (bool further = true; further;) {
        further = false;
        for (QWindow *window : windows) {
            if (window->isVisible() && window->isModal() && window != behind && window->transientParent() == behind) {
                behind = front = window;
                further = true;
                break;
            }
        }
    }
    return front;
}

} // namespace

ModalFocus::ModalFocus(QObject *parent)
    : QObject(parent)
{
    m_again.setInterval(Pause);
    connect(&m_again, &QTimer::timeout, this, &ModalFocus::activate);
    QCoreApplication::instance()->installNativeEventFilter(this);
}

ModalFocus::~ModalFocus()
{
    if (QCoreApplication::instance())
        QCoreApplication::instance()->removeNativeEventFilter(this);
}

bool ModalFocus::nativeEventFilter(const QByteArray &eventType, void *message, qintptr *)
{
    if (eventType != "xcb_generic_event_t")
        return false;
    FocusEvent event;
    std::memcpy(&event, message, sizeof event);
    const int type = event.type & 0x7F; // the highest bit: another program sent it
    if ((type != FocusIn && type != FocusOut) || event.detail == PointerDetail)
        return false;
    m_again.stop(); // the keyboard is elsewhere now
    if (type == FocusOut)
        return false;
    m_dialog = dialogBefore(event.window);
    m_tries = 0;
    if (m_dialog)
        m_again.start();
    return false;
}

void ModalFocus::activate()
{
    if (!m_dialog || !m_dialog->isVisible() || ++m_tries > MostTries) {
        m_again.stop();
        return;
    }
    m_dialog->raise();
    m_dialog->requestActivate();
}

} // namespace Gantry
