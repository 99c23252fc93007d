// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/accessiblerole.h"

#include <QAbstractButton>
#include <QAccessibleWidget>
#include <QVariant>

namespace Gantry {

namespace {

constexpr auto RoleProperty = "accessibleRole";

class RoleAccessible : public QAccessibleWidget
{
public:
    using QAccessibleWidget::QAccessibleWidget;

    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        if (const QAbstractButton *pressed = button()) {
            state.checkable = pressed->isCheckable();
            state.checked = pressed->isChecked();
            state.pressed = pressed->isDown();
        }
        return state;
    }

    QStringList actionNames() const override
    {
        const QStringList names = QAccessibleWidget::actionNames();
        return button() && widget()->isEnabled() ? QStringList(pressAction()) + names : names;
    }

    void doAction(const QString &name) override
    {
        if (button() && name == pressAction())
            button()->click();
        else
            QAccessibleWidget::doAction(name);
    }

private:
    QAbstractButton *button() const { return qobject_cast<QAbstractButton *>(object()); }
};

QAccessibleInterface *makeRole(const QString &, QObject *object)
{
    const QVariant role = object->property(RoleProperty);
    auto *widget = role.isValid() ? qobject_cast<QWidget *>(object) : nullptr;
    return widget ? new RoleAccessible(widget, QAccessible::Role(role.toInt())) : nullptr;
}

} // namespace

void setAccessibleRole(QWidget *widget, QAccessible::Role role)
{
    // Its name may have been told already, by an interface that Qt keeps.
    QAccessible::deleteAccessibleInterface(QAccessible::uniqueId(QAccessible::queryAccessibleInterface(widget)));
    widget->setProperty(RoleProperty, int(role));
    // Qt keeps one entry for a factory, however often it is installed.
    QAccessible::installFactory(makeRole);
}

} // namespace Gantry
