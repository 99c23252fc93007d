// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QComboBox;
class QWidget;

namespace Gantry {

/// A choice that also takes what is typed, which stays out of its list. Both it and its field, which is what has the
/// keyboard, have the accessible name \a name.
QComboBox *makeEditableBox(const QString &name, const QString &objectName, QWidget *parent);

} // namespace Gantry
