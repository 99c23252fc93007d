// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/splitbutton.h"

#include "look/fonts.h"
#include "look/menubutton.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QStyleOptionButton>

namespace Gantry {

SplitButton::SplitButton(QAction *action, QMenu *menu, ButtonKind kind, QWidget *parent)
    : ActionButton(action, kind, parent)
    , m_kindred(menu)
{
}

void SplitButton::openMenu()
{
    if (!m_kindred->isEmpty())
        popupBelow(m_kindred, this);
}

void SplitButton::initStyleOption(QStyleOptionButton *option) const
{
    ActionButton::initStyleOption(option);
    option->features |= QStyleOptionButton::HasMenu;
}

bool SplitButton::isOnArrow(const QPoint &position) const
{
    const int arrow = Fonts::scaled(30);
    return isRightToLeft() ? position.x() < arrow : position.x() >= width() - arrow;
}

void SplitButton::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && isOnArrow(event->position().toPoint()))
        openMenu();
    else
        ActionButton::mousePressEvent(event);
}

void SplitButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down)
        openMenu();
    else
        ActionButton::keyPressEvent(event);
}

void SplitButton::contextMenuEvent(QContextMenuEvent *event)
{
    openMenu();
    event->accept();
}

} // namespace Gantry
