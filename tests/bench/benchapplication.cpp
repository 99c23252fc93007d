// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchapplication.h"

#include <QEvent>

namespace Gantry {

void BenchApplication::watch(QWidget *widget, std::function<void()> frameEnded)
{
    m_watched = widget;
    m_frameEnded = std::move(frameEnded);
    m_painted = false;
}

bool BenchApplication::notify(QObject *receiver, QEvent *event)
{
    const bool paints = event->type() == QEvent::Paint && receiver == m_watched;
    ++m_depth;
    const bool result = QApplication::notify(receiver, event);
    --m_depth;
    m_painted |= paints;
    if (m_depth == 0 && m_painted) {
        m_painted = false;
        if (m_frameEnded)
            m_frameEnded();
    }
    return result;
}

} // namespace Gantry
