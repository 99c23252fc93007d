// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEvent>
#include <QTest>
#include <QWidget>

namespace Gantry {

/// Waits until \a widget is painted anew, and with it all that was asked for before; false where that does not come.
inline bool waitForPaint(QWidget *widget)
{
    struct Witness : QObject
    {
        bool eventFilter(QObject *, QEvent *event) override
        {
            painted = painted || event->type() == QEvent::Paint;
            return false;
        }
        bool painted = false;
    } witness;
    widget->installEventFilter(&witness);
    widget->update();
    return QTest::qWaitFor([&witness] { return witness.painted; });
}

} // namespace Gantry
