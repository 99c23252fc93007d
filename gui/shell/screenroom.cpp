// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/screenroom.h"

#include <QScreen>
#include <QWidget>

#include <algorithm>

namespace Gantry {

namespace {

// Of a usual frame: nobody knows it before the window is shown.
constexpr QMargins frame(4, 32, 4, 4);

} // namespace

QRect withinScreen(const QRect &window, const QRect &available)
{
    const QRect room = available.marginsRemoved(frame);
    QRect fitted(window.topLeft(), window.size().boundedTo(room.size()));
    fitted.moveLeft(std::clamp(fitted.left(), room.left(), room.right() - fitted.width() + 1));
    fitted.moveTop(std::clamp(fitted.top(), room.top(), room.bottom() - fitted.height() + 1));
    return fitted;
}

void keepOnScreen(QWidget *window)
{
    if (window->windowState() & (Qt::WindowMaximized | Qt::WindowFullScreen))
        return;
    const QRect fitted = withinScreen(window->geometry(), window->screen()->availableGeometry());
    if (fitted != window->geometry())
        window->setGeometry(fitted);
}

} // namespace Gantry
