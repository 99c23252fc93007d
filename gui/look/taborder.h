// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace Gantry {

/// Tab goes from \a before to \a part and through everything in it, in the order that it has there. Widgets that are
/// made late would otherwise come last in the window.
void placeInTabOrder(QWidget *before, QWidget *part);

} // namespace Gantry
