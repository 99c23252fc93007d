// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/panelmove.h"

#include <QCoreApplication>
#include <QHideEvent>

namespace Gantry {

namespace {

QList<QPointer<QWidget>> &onTheirWay()
{
    static QList<QPointer<QWidget>> panels;
    return panels;
}

} // namespace

PanelMove::PanelMove(QWidget *panel)
    : m_panel(panel)
{
    onTheirWay().append(m_panel);
}

PanelMove::~PanelMove()
{
    onTheirWay().removeOne(m_panel);
    if (!m_panel || m_panel->isVisible())
        return;
    QHideEvent hidden;
    QCoreApplication::sendEvent(m_panel, &hidden);
    const QList<QWidget *> parts = m_panel->findChildren<QWidget *>();
    for (QWidget *part : parts)
        QCoreApplication::sendEvent(part, &hidden);
}

bool PanelMove::isMoving(const QWidget *widget)
{
    for (; widget; widget = widget->parentWidget()) {
        if (onTheirWay().contains(widget))
            return true;
    }
    return false;
}

} // namespace Gantry
