// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "look/label.h"

namespace Gantry {

/// A shell command in full: wrapped, inside of long words, too. Only what needs more than a few lines is elided, in the
/// middle of the last one.
class CommandLabel : public Label
{
    Q_OBJECT

public:
    static constexpr int MostLines = 6;

    explicit CommandLabel(QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
};

} // namespace Gantry
