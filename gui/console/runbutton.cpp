// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/runbutton.h"

#include "look/fonts.h"

#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QStyleOptionButton>
#include <QStylePainter>

namespace Gantry {

RunButton::RunButton(QAction *action, const QList<QAction *> &relatives, QWidget *parent)
    : ActionButton(action, ButtonKind::Primary, parent)
    , m_relatives(new QMenu(this))
{
    m_relatives->addActions(relatives);
}

void RunButton::initStyleOption(QStyleOptionButton *option) const
{
    ActionButton::initStyleOption(option);
    option->features |= QStyleOptionButton::HasMenu;
}

QSize RunButton::sizeHint() const
{
    QStyleOptionButton option;
    initStyleOption(&option);
    return style()->sizeFromContents(QStyle::CT_PushButton, &option, ActionButton::sizeHint(), this);
}

void RunButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    painter.drawControl(QStyle::CE_PushButton, option);
}

void RunButton::mousePressEvent(QMouseEvent *event)
{
    const int chevron = Fonts::scaled(28);
    const bool onChevron
        = isLeftToRight() ? event->position().x() >= width() - chevron : event->position().x() < chevron;
    if (event->button() == Qt::LeftButton && onChevron)
        openMenu();
    else
        ActionButton::mousePressEvent(event);
}

void RunButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down)
        openMenu();
    else
        ActionButton::keyPressEvent(event);
}

void RunButton::openMenu()
{
    m_relatives->popup(mapToGlobal(QPoint(0, height() + 2)));
}

} // namespace Gantry
