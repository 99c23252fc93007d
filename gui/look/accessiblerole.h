// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>

class QWidget;

namespace Gantry {

/// Tells assistive technology another role than that of the widget's class. A button keeps its state and is pressed as
/// before: what Qt would call a check box because it stays down is a button to who looks for one.
void setAccessibleRole(QWidget *widget, QAccessible::Role role);

} // namespace Gantry
