// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/actionregistry.h"

#include "look/icons.h"
#include "look/plaintooltip.h"

namespace Gantry {

QAction *ActionRegistry::add(const Description &description)
{
    Q_ASSERT(!m_entries.contains(description.id));
    auto *action = new QAction(description.text, this);
    action->setObjectName(description.id);
    action->setShortcut(description.shortcut);
    action->setIcon(symbolIcon(description.icon));
    action->setIconText(description.buttonText);
    m_entries.insert(description.id,
                     {action, description.menu, description.toolTip, description.beginsGroup, description.submenu, {}});
    m_order.append(action);
    setAvailable(description.id, true);
    Q_EMIT added(action);
    return action;
}

QAction *ActionRegistry::action(const QString &id) const
{
    Q_ASSERT(m_entries.contains(id));
    return m_entries.value(id).action;
}

QList<QAction *> ActionRegistry::actions(Menu menu) const
{
    QList<QAction *> result;
    for (QAction *candidate : m_order) {
        if (menuOf(candidate) == menu)
            result.append(candidate);
    }
    return result;
}

ActionRegistry::Menu ActionRegistry::menuOf(const QAction *action) const
{
    return m_entries.value(action->objectName()).menu;
}

QString ActionRegistry::menuTitle(Menu menu)
{
    switch (menu) {
    case Menu::File:
        return tr("&File");
    case Menu::View:
        return tr("&View");
    case Menu::Container:
        return tr("&Container");
    case Menu::Project:
        return tr("&Project");
    case Menu::Service:
        return tr("Service");
    case Menu::Image:
        return tr("&Image");
    case Menu::Database:
        return tr("&Database");
    case Menu::Tools:
        return tr("&Tools");
    case Menu::Help:
        return tr("&Help");
    }
    return {};
}

QString ActionRegistry::plainText(const QString &text)
{
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) == QLatin1Char('&') && ++i >= text.size())
            break;
        result += text.at(i);
    }
    return result;
}

bool ActionRegistry::beginsGroup(const QAction *action) const
{
    return m_entries.value(action->objectName()).beginsGroup;
}

QString ActionRegistry::submenuOf(const QAction *action) const
{
    return m_entries.value(action->objectName()).submenu;
}

QString ActionRegistry::unavailableReason(const QAction *action) const
{
    return action->isEnabled() ? QString() : m_entries.value(action->objectName()).reason;
}

void ActionRegistry::setToolTip(const QString &id, const QString &toolTip)
{
    Entry &entry = m_entries[id];
    entry.toolTip = toolTip;
    setAvailable(id, entry.action->isEnabled(), entry.reason);
}

void ActionRegistry::setAvailable(const QString &id, bool available, const QString &reason)
{
    Q_ASSERT(m_entries.contains(id));
    Entry &entry = m_entries[id];
    entry.reason = available ? QString() : reason;
    entry.action->setEnabled(available);
    QString tip = entry.toolTip.isEmpty() ? entry.action->text().remove(QLatin1Char('&')) : entry.toolTip;
    if (!available && !reason.isEmpty())
        tip += QLatin1Char('\n') + reason;
    entry.action->setToolTip(plainToolTip(tip));
}

} // namespace Gantry
