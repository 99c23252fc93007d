// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/visibletextaccessible.h"

namespace Gantry {

VisibleTextAccessible::VisibleTextAccessible(QWidget *view, QAccessible::Role role)
    : QAccessibleWidget(view, role)
{
}

void *VisibleTextAccessible::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TextInterface)
        return static_cast<QAccessibleTextInterface *>(this);
    return QAccessibleWidget::interface_cast(type);
}

QString VisibleTextAccessible::text(QAccessible::Text type) const
{
    return type == QAccessible::Value ? content() : QAccessibleWidget::text(type);
}

void VisibleTextAccessible::selection(int, int *start, int *end) const
{
    *start = *end = 0;
}

void VisibleTextAccessible::addSelection(int, int) { }

void VisibleTextAccessible::removeSelection(int) { }

void VisibleTextAccessible::setSelection(int, int, int) { }

void VisibleTextAccessible::setCursorPosition(int) { }

QString VisibleTextAccessible::text(int start, int end) const
{
    return content().mid(start, end - start);
}

int VisibleTextAccessible::characterCount() const
{
    return int(content().size());
}

QRect VisibleTextAccessible::characterRect(int) const
{
    return rect();
}

int VisibleTextAccessible::offsetAtPoint(const QPoint &) const
{
    return 0;
}

void VisibleTextAccessible::scrollToSubstring(int, int) { }

QString VisibleTextAccessible::attributes(int offset, int *start, int *end) const
{
    *start = offset;
    *end = characterCount();
    return {};
}

} // namespace Gantry
