// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace Gantry {

/// Leaves the wheel over a choice to the area that scrolls it: who scrolls a long form must not change what is chosen
/// on the way.
class WheelPass : public QObject
{
    Q_OBJECT

public:
    /// Belongs to \a choice.
    explicit WheelPass(QWidget *choice);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace Gantry
