// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/actionbutton.h"

#include "look/plaintooltip.h"

#include <QAction>
#include <QMenu>

namespace Gantry {

ActionButton::ActionButton(QAction *action, ButtonKind kind, QWidget *parent)
    : QPushButton(parent)
{
    setButtonKind(this, kind);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setObjectName(action->objectName());
    connect(this, &QPushButton::clicked, this, [this] {
        if (m_action && !m_action->menu())
            m_action->trigger();
    });
    setAction(action);
}

void ActionButton::setAction(QAction *action)
{
    if (m_action == action)
        return;
    // This one alone: others may let the action tell this button more.
    disconnect(m_following);
    m_action = action;
    m_following = connect(action, &QAction::changed, this, &ActionButton::follow);
    follow();
}

void ActionButton::setIconOnly(bool iconOnly)
{
    m_iconOnly = iconOnly;
    follow();
}

void ActionButton::setTextOnly()
{
    m_textOnly = true;
    follow();
}

void ActionButton::follow()
{
    if (!m_action)
        return;
    const QString plain = m_action->iconText();
    setText(m_iconOnly ? QString() : plain);
    setAccessibleName(plain);
    setIcon(m_textOnly ? QIcon() : m_action->icon());
    setToolTip(m_action->toolTip());
    setAccessibleDescription(toolTipText(m_action->toolTip()));
    setEnabled(m_action->isEnabled());
    setVisible(m_action->isVisible());
    setMenu(m_action->menu());
    setCheckable(m_action->isCheckable());
    setChecked(m_action->isChecked());
}

} // namespace Gantry
