// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/symbolbutton.h"

#include "look/icons.h"

#include <QToolButton>

namespace Gantry {

QToolButton *makeSymbolButton(const QString &symbol, const QString &text, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(symbolIcon(symbol));
    button->setAccessibleName(text);
    button->setToolTip(text);
    button->setObjectName(name);
    return button;
}

} // namespace Gantry
