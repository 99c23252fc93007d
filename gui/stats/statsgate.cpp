// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/statsgate.h"

#include "stats/statsreader.h"

#include <QEvent>
#include <QWindow>

namespace Gantry {

StatsGate::StatsGate(StatsReader *reader, QWidget *window)
    : QObject(window)
    , m_reader(reader)
    , m_window(window)
{
    window->installEventFilter(this);
    judge();
}

bool StatsGate::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Show:
        if (QWindow *handle = m_window->windowHandle(); handle && watched == m_window)
            handle->installEventFilter(this);
        [[fallthrough]];
    case QEvent::Hide:
    case QEvent::Expose:
    case QEvent::WindowStateChange:
        // When the window knows of it, too.
        QMetaObject::invokeMethod(this, &StatsGate::judge, Qt::QueuedConnection);
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void StatsGate::judge()
{
    const QWindow *handle = m_window->windowHandle();
    m_reader->setPaused(!m_window->isVisible() || m_window->isMinimized() || !handle || !handle->isExposed());
}

} // namespace Gantry
