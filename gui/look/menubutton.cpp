// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/menubutton.h"

#include <QKeyEvent>
#include <QMenu>
#include <QStyleOptionButton>

namespace Gantry {

void popupBelow(QMenu *menu, const QWidget *button)
{
    menu->setToolTipsVisible(true); // they say why an entry is not available
    menu->popup(button->mapToGlobal(QPoint(0, button->height() + 2)));
}

MenuButton::MenuButton(QWidget *parent)
    : QPushButton(parent)
    , m_entries(new QMenu(this))
{
    setFocusPolicy(Qt::TabFocus);
    connect(this, &QPushButton::clicked, this, &MenuButton::openMenu);
    connect(m_entries, &QMenu::aboutToHide, this, qOverload<>(&QWidget::update));
}

void MenuButton::openMenu()
{
    m_entries->setAttribute(Qt::WA_NoMouseReplay); // a click on the button closes the menu and does not open it again
    popupBelow(m_entries, this);
    update();
}

void MenuButton::initStyleOption(QStyleOptionButton *option) const
{
    QPushButton::initStyleOption(option);
    option->features |= QStyleOptionButton::HasMenu;
}

int MenuButton::widthWith(const QString &text) const
{
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text = text;
    option.icon = {};
    return style()
        ->sizeFromContents(QStyle::CT_PushButton, &option, fontMetrics().size(Qt::TextShowMnemonic, text), this)
        .width();
}

void MenuButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down)
        openMenu();
    else
        QPushButton::keyPressEvent(event);
}

} // namespace Gantry
