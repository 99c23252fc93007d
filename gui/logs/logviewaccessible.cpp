// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/logviewaccessible.h"

#include "logs/logview.h"

namespace Gantry {

namespace {

QAccessibleInterface *makeInterface(const QString &className, QObject *object)
{
    auto *view = qobject_cast<LogView *>(object);
    return view && className == QLatin1String("Gantry::LogView") ? new LogViewAccessible(view) : nullptr;
}

} // namespace

LogViewAccessible::LogViewAccessible(LogView *view)
    : VisibleTextAccessible(view, QAccessible::EditableText)
{
}

void LogViewAccessible::install()
{
    // Qt keeps one entry for a factory, however often it is installed.
    QAccessible::installFactory(makeInterface);
}

QAccessible::State LogViewAccessible::state() const
{
    QAccessible::State state = VisibleTextAccessible::state();
    state.readOnly = true;
    state.multiLine = true;
    return state;
}

LogView *LogViewAccessible::view() const
{
    return qobject_cast<LogView *>(object());
}

QString LogViewAccessible::content() const
{
    return view() ? view()->visibleLines().join(u'\n') : QString();
}

} // namespace Gantry
