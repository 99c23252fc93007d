// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "look/buttonkind.h"

#include <QPointer>
#include <QPushButton>

class QAction;

namespace Gantry {

/// A button for one of the registry's actions: text, icon, tooltip, availability, checked state and menu follow the
/// action. It takes the focus by Tab only, so that a click leaves it where it was (in the list, whose keys act on
/// the same selection).
class ActionButton : public QPushButton
{
    Q_OBJECT

public:
    explicit ActionButton(QAction *action, ButtonKind kind = ButtonKind::Ghost, QWidget *parent = nullptr);

    QAction *action() const { return m_action; }
    /// Another action from now on, in the same place; the object's name stays.
    void setAction(QAction *action);
    /// Shows the icon alone; the text stays its accessible name.
    void setIconOnly(bool iconOnly);
    /// The icon alone for want of room, with the text in the tooltip.
    void setFolded(bool folded);
    /// How wide it is with its text, or with its icon alone.
    int widthAs(bool iconOnly) const;
    /// Shows the text alone.
    void setTextOnly();

private:
    void follow();

    QPointer<QAction> m_action;
    QMetaObject::Connection m_following;
    bool m_iconOnly = false;
    bool m_folded = false;
    bool m_textOnly = false;
};

} // namespace Gantry
