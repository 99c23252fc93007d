// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/actionbutton.h"

#include "look/plaintooltip.h"

#include <QAction>
#include <QMenu>

namespace Gantry {

ActionButton::ActionButton(QAction *action, ButtonKind kind, QWidget *parent)
    : QPushButton(parent)
    , m_action(action)
{
    setButtonKind(this, kind);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setObjectName(action->objectName());
    connect(action, &QAction::changed, this, &ActionButton::follow);
    if (!action->menu())
        connect(this, &QPushButton::clicked, action, [action] { action->trigger(); });
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
