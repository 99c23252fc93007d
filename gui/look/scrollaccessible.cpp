// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/scrollaccessible.h"

#include <QAccessibleWidget>
#include <QWidget>

namespace Gantry::ScrollAccessible {

namespace {

QAccessibleInterface *makeInterface(const QString &className, QObject *object)
{
    if (className != QLatin1String("QScrollArea"))
        return nullptr;
    return new QAccessibleWidget(static_cast<QWidget *>(object), QAccessible::Grouping);
}

} // namespace

void install()
{
    QAccessible::installFactory(makeInterface); // ignored by Qt when it is installed already
}

} // namespace Gantry::ScrollAccessible
