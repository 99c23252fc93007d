// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QToolButton;
class QWidget;

namespace Gantry {

/// A button that shows symbolIcon(\a symbol); \a text is its tooltip and its accessible name, \a name its object name.
QToolButton *makeSymbolButton(const QString &symbol, const QString &text, const QString &name, QWidget *parent);

} // namespace Gantry
