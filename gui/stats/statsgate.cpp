// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/statsgate.h"

#include "stats/statsreader.h"

#include <QEvent>
#include <QWindow>

namespace Gantry {

namespace {

constexpr int LeftMs = 10'000;

} // namespace

StatsGate::StatsGate(StatsReader *reader, QWidget *window)
    : QObject(window)
    , m_reader(reader)
    , m_window(window)
    , m_left(new QTimer(this))
{
    m_left->setSingleShot(true);
    m_left->setInterval(LeftMs);
    connect(m_left, &QTimer::timeout, reader, [reader] { reader->setAttended(false); });
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
    case QEvent::MouseMove:
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
    case QEvent::KeyPress:
    case QEvent::TouchBegin:
        if (watched != m_window) // the desktop's own, of which each is counted once
            attend();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void StatsGate::attend()
{
    m_reader->setAttended(true);
    m_left->start();
}

void StatsGate::judge()
{
    const QWindow *handle = m_window->windowHandle();
    m_reader->setPaused(!m_window->isVisible() || m_window->isMinimized() || !handle || !handle->isExposed());
}

} // namespace Gantry
