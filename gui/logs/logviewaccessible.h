// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "look/visibletextaccessible.h"

namespace Gantry {

class LogView;

/// A log for assistive technology: a text that cannot be changed, of what can be seen now.
class LogViewAccessible : public VisibleTextAccessible
{
public:
    explicit LogViewAccessible(LogView *view);

    /// Makes QAccessible answer with this class for LogView; calling it again does nothing.
    static void install();

    QAccessible::State state() const override;

protected:
    QString content() const override;

private:
    LogView *view() const;
};

} // namespace Gantry
