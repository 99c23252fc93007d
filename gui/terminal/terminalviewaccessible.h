// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "look/visibletextaccessible.h"

namespace Gantry {

class TerminalView;

/// A terminal for assistive technology: what can be seen now, and where its cursor is.
class TerminalViewAccessible : public VisibleTextAccessible
{
public:
    explicit TerminalViewAccessible(TerminalView *view);

    /// Makes QAccessible answer with this class for TerminalView; calling it again does nothing.
    static void install();

    int cursorPosition() const override;

protected:
    QString content() const override;

private:
    TerminalView *view() const;
};

} // namespace Gantry
