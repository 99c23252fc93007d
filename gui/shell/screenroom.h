// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>

class QWidget;

namespace Gantry {

/// \a window, a geometry without its frame, as it has room on a screen of which \a available is free: smaller and moved
/// where it would stand out.
QRect withinScreen(const QRect &window, const QRect &available);
/// Does so with a window that has been given the geometry of an earlier run, in which the screen may have been another,
/// or the letters smaller. Call it before it is shown.
void keepOnScreen(QWidget *window);

} // namespace Gantry
