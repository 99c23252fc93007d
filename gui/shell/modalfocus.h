// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractNativeEventFilter>
#include <QObject>
#include <QPointer>
#include <QTimer>

class QWindow;

namespace Gantry {

/// Gives the keyboard back to the dialog that stands before a window when that window gets it from the window manager.
/// On X11 Qt asks for that too early, with the time of an event before the click: window managers that keep focus from
/// being stolen refuse, and no window of the program is told of keys.
class ModalFocus : public QObject, public QAbstractNativeEventFilter
{
    Q_OBJECT

public:
    /// Works until it is destroyed.
    explicit ModalFocus(QObject *parent = nullptr);
    ~ModalFocus() override;

    bool nativeEventFilter(const QByteArray &eventType, void *message, qintptr *result) override;

private:
    void activate();

    QPointer<QWindow> m_dialog;
    QTimer m_again;
    int m_tries = 0;
};

} // namespace Gantry
