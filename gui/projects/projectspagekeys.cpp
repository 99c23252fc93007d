// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/treeview.h"
#include "projects/projectactions.h"
#include "projects/projectspage.h"
#include "projects/projectview.h"
#include "shell/workbench.h"

#include <QKeyEvent>
#include <QMenu>

namespace Gantry {

using namespace Qt::StringLiterals;

void ProjectsPage::showMenu(const QPoint &globalPosition)
{
    const ActionRegistry *actions = m_workbench->actions();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    const auto add = [menu, actions](const QStringList &ids) {
        for (const QString &id : ids)
            menu->addAction(actions->action(id));
        menu->addSeparator();
    };
    if (m_actions->service().isEmpty()) {
        add({u"project.up"_s, u"project.upBuild"_s, u"project.upPull"_s, u"project.recreate"_s});
        add({u"project.start"_s, u"project.stop"_s, u"project.restart"_s});
        add({u"project.logs"_s});
        add({u"project.down"_s, u"project.downVolumes"_s});
        add({u"project.forget"_s});
    } else {
        if (isDatabaseChosen() && hasConsoles())
            add({u"database.openConsole"_s});
        add({u"service.start"_s, u"service.stop"_s, u"service.restart"_s});
        add({u"service.up"_s, u"service.upBuild"_s, u"service.upPull"_s, u"service.recreate"_s});
        add({u"service.terminal"_s, u"service.cause"_s});
        const QString container = leadContainer();
        QAction *show = menu->addAction(tr("Show container"), this,
                                        [this, container] { Q_EMIT m_workbench->showContainerRequested(container); });
        QAction *log = menu->addAction(
            tr("Show log"), this, [this, container] { Q_EMIT m_workbench->showContainerLogsRequested(container); });
        show->setEnabled(!container.isEmpty());
        log->setEnabled(!container.isEmpty());
    }
    menu->popup(globalPosition);
}

QString ProjectsPage::actionOf(int key) const
{
    const bool isService = !m_actions->service().isEmpty();
    switch (key) {
    case Qt::Key_U:
        return isService ? u"service.up"_s : u"project.up"_s;
    case Qt::Key_S:
        return isService ? u"service.start"_s : u"project.start"_s;
    case Qt::Key_X:
        return isService ? u"service.stop"_s : u"project.stop"_s;
    case Qt::Key_R:
        return isService ? u"service.restart"_s : u"project.restart"_s;
    case Qt::Key_T:
        return isService ? u"service.terminal"_s : QString();
    case Qt::Key_W:
        return isService ? u"service.cause"_s : QString();
    case Qt::Key_L:
        return isService ? QString() : u"project.logs"_s;
    case Qt::Key_D:
        return u"project.down"_s;
    case Qt::Key_Delete:
        return isService ? QString() : u"project.forget"_s;
    default:
        return {};
    }
}

bool ProjectsPage::handleKey(int key)
{
    const QString id = actionOf(key);
    if (!id.isEmpty()) {
        trigger(id);
        return true;
    }
    const QString container = leadContainer();
    if (container.isEmpty())
        return false;
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (enter && isDatabaseChosen())
        Q_EMIT m_workbench->openConsoleRequested(container);
    else if (enter)
        Q_EMIT m_workbench->showContainerRequested(container);
    else if (key == Qt::Key_L)
        Q_EMIT m_workbench->showContainerLogsRequested(container);
    else
        return false;
    return true;
}

bool ProjectsPage::startFiltering()
{
    return m_view->startFinding();
}

void ProjectsPage::trigger(const QString &id)
{
    QAction *action = m_workbench->actions()->action(id);
    if (action->isEnabled())
        action->trigger();
}

bool ProjectsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_tree->viewport() && event->type() == QEvent::Resize)
        fitTree();
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return Page::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    const Qt::KeyboardModifiers modifiers = key->modifiers() & ~Qt::KeypadModifier;
    if (modifiers != Qt::NoModifier)
        return Page::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride) {
        if (actionOf(key->key()).isEmpty())
            return Page::eventFilter(watched, event);
        event->accept();
        return true;
    }
    return handleKey(key->key()) || Page::eventFilter(watched, event);
}

} // namespace Gantry
