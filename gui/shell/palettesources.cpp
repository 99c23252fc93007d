// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/palettesources.h"

#include "look/icons.h"
#include "shell/workbench.h"

#include <QCoreApplication>
#include <QPointer>

namespace Gantry {

using namespace Qt::StringLiterals;

ActionSource::ActionSource(const ActionRegistry *registry)
    : m_registry(registry)
{
}

QList<PaletteItem> ActionSource::items() const
{
    QList<PaletteItem> result;
    const QList<QAction *> actions = m_registry->actions();
    for (QAction *action : actions) {
        if (!action->isVisible() || action->objectName().endsWith(".palette"_L1))
            continue;
        PaletteItem item;
        item.title = ActionRegistry::plainText(action->text());
        item.detail = ActionRegistry::plainText(ActionRegistry::menuTitle(m_registry->menuOf(action)));
        item.symbol = symbolName(action->icon());
        item.shortcut = action->shortcut();
        item.enabled = action->isEnabled();
        item.isAction = true;
        item.reason = m_registry->unavailableReason(action);
        item.run = [guard = QPointer<QAction>(action)] {
            if (guard)
                guard->trigger();
        };
        result.append(item);
    }
    return result;
}

ContainerSource::ContainerSource(Workbench *workbench)
    : m_workbench(workbench)
{
}

QList<PaletteItem> ContainerSource::items() const
{
    QList<PaletteItem> result;
    const auto &containers = m_workbench->engine()->containers()->containers();
    for (const ContainerSummary &container : containers) {
        PaletteItem item;
        item.title = container.name;
        item.detail = QCoreApplication::translate("Gantry::ContainerSource", "Container, %1").arg(container.image);
        item.symbol = u"container"_s;
        item.run = [workbench = m_workbench, id = container.id] { Q_EMIT workbench->showContainerRequested(id); };
        result.append(item);
    }
    const QStringList projects = m_workbench->projectStore()->projects().keys();
    for (const QString &project : projects) {
        PaletteItem item;
        item.title = project;
        item.detail = QCoreApplication::translate("Gantry::ContainerSource", "Project");
        item.symbol = u"project"_s;
        item.run = [workbench = m_workbench, project] { Q_EMIT workbench->showProjectRequested(project); };
        result.append(item);
    }
    return result;
}

} // namespace Gantry
