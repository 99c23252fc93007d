// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/terminalviewaccessible.h"

#include "terminal/terminalview.h"

#include <algorithm>

namespace Gantry {

namespace {

QAccessibleInterface *makeTerminalInterface(const QString &className, QObject *object)
{
    auto *view = qobject_cast<TerminalView *>(object);
    return view && className == QLatin1String("Gantry::TerminalView") ? new TerminalViewAccessible(view) : nullptr;
}

} // namespace

TerminalViewAccessible::TerminalViewAccessible(TerminalView *view)
    : VisibleTextAccessible(view, QAccessible::Terminal)
{
}

void TerminalViewAccessible::install()
{
    // Qt keeps one entry for a factory, however often it is installed.
    QAccessible::installFactory(makeTerminalInterface);
}

TerminalView *TerminalViewAccessible::view() const
{
    return qobject_cast<TerminalView *>(object());
}

QString TerminalViewAccessible::content() const
{
    return view() ? view()->visibleLines().join(u'\n') : QString();
}

int TerminalViewAccessible::cursorPosition() const
{
    return view() ? std::min(view()->cursorOffset(), characterCount()) : 0;
}

} // namespace Gantry
