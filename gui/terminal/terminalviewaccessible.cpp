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
    : QAccessibleWidget(view, QAccessible::Terminal)
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

void *TerminalViewAccessible::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TextInterface)
        return static_cast<QAccessibleTextInterface *>(this);
    return QAccessibleWidget::interface_cast(type);
}

QString TerminalViewAccessible::text(QAccessible::Text type) const
{
    return type == QAccessible::Value ? content() : QAccessibleWidget::text(type);
}

void TerminalViewAccessible::selection(int, int *start, int *end) const
{
    *start = *end = 0;
}

void TerminalViewAccessible::addSelection(int, int) { }

void TerminalViewAccessible::removeSelection(int) { }

void TerminalViewAccessible::setSelection(int, int, int) { }

int TerminalViewAccessible::cursorPosition() const
{
    return view() ? std::min(view()->cursorOffset(), characterCount()) : 0;
}

void TerminalViewAccessible::setCursorPosition(int) { }

QString TerminalViewAccessible::text(int start, int end) const
{
    return content().mid(start, end - start);
}

int TerminalViewAccessible::characterCount() const
{
    return int(content().size());
}

QRect TerminalViewAccessible::characterRect(int) const
{
    return rect();
}

int TerminalViewAccessible::offsetAtPoint(const QPoint &) const
{
    return 0;
}

void TerminalViewAccessible::scrollToSubstring(int, int) { }

QString TerminalViewAccessible::attributes(int offset, int *start, int *end) const
{
    *start = offset;
    *end = characterCount();
    return {};
}

} // namespace Gantry
