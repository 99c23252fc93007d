// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace Gantry {

/// Tab goes from \a before to \a part and through everything in it, in the order that it has there. Widgets that are
/// made late would otherwise come last in the window.
void placeInTabOrder(QWidget *before, QWidget *part);
/// The same where \a part was made in its place, and what is in it late.
void placeInTabOrder(QWidget *part);

} // namespace Gantry
