// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/actionbutton.h"

#include "look/plaintooltip.h"

#include <QAction>
#include <QMenu>
#include <QStyleOptionButton>

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

void ActionButton::setFolded(bool folded)
{
    if (m_folded == folded)
        return;
    m_folded = folded;
    follow();
}

int ActionButton::widthAs(bool iconOnly) const
{
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text = iconOnly || m_iconOnly || !m_action ? QString() : m_action->iconText();
    QSize contents = fontMetrics().size(Qt::TextShowMnemonic, option.text);
    if (!option.icon.isNull())
        contents.rwidth() += option.iconSize.width() + 4; // as QPushButton has it
    return style()->sizeFromContents(QStyle::CT_PushButton, &option, contents, this).width();
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
    setText(m_iconOnly || m_folded ? QString() : plain);
    setAccessibleName(plain);
    setIcon(m_textOnly ? QIcon() : m_action->icon());
    const QString tip = toolTipText(m_action->toolTip());
    setToolTip(m_folded ? plainToolTip(plain + u'\n' + tip) : m_action->toolTip());
    setAccessibleDescription(tip);
    setEnabled(m_action->isEnabled());
    setVisible(m_action->isVisible());
    setMenu(m_action->menu());
    setCheckable(m_action->isCheckable());
    setChecked(m_action->isChecked());
}

} // namespace Gantry
