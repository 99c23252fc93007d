// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace Gantry {

/// Knows whether the user's last act was a key: what the program gives the keyboard to then must show that it has it.
/// Qt lets a window show its focus only once Tab or a shortcut has moved it.
class KeyboardFocus : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    static bool leads();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace Gantry
