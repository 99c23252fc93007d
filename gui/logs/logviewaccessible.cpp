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
    : QAccessibleWidget(view, QAccessible::Terminal)
{
}

void LogViewAccessible::install()
{
    // Qt keeps one entry for a factory, however often it is installed.
    QAccessible::installFactory(makeInterface);
}

LogView *LogViewAccessible::view() const
{
    return qobject_cast<LogView *>(object());
}

QString LogViewAccessible::content() const
{
    return view() ? view()->visibleLines().join(u'\n') : QString();
}

void *LogViewAccessible::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TextInterface)
        return static_cast<QAccessibleTextInterface *>(this);
    return QAccessibleWidget::interface_cast(type);
}

QString LogViewAccessible::text(QAccessible::Text type) const
{
    return type == QAccessible::Value ? content() : QAccessibleWidget::text(type);
}

void LogViewAccessible::selection(int, int *start, int *end) const
{
    *start = *end = 0;
}

void LogViewAccessible::addSelection(int, int) { }

void LogViewAccessible::removeSelection(int) { }

void LogViewAccessible::setSelection(int, int, int) { }

void LogViewAccessible::setCursorPosition(int) { }

QString LogViewAccessible::text(int start, int end) const
{
    return content().mid(start, end - start);
}

int LogViewAccessible::characterCount() const
{
    return int(content().size());
}

QRect LogViewAccessible::characterRect(int) const
{
    return rect();
}

int LogViewAccessible::offsetAtPoint(const QPoint &) const
{
    return 0;
}

void LogViewAccessible::scrollToSubstring(int, int) { }

QString LogViewAccessible::attributes(int offset, int *start, int *end) const
{
    *start = offset;
    *end = characterCount();
    return {};
}

} // namespace Gantry
