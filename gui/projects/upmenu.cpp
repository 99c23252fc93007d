// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "projects/upmenu.h"

#include "look/verbatim.h"
#include "shell/workbench.h"

#include <QKeyEvent>
#include <QMouseEvent>

namespace Gantry {

using namespace Qt::StringLiterals;

UpMenu::UpMenu(Workbench *workbench, QWidget *parent)
    : QMenu(parent)
    , m_workbench(workbench)
{
    setObjectName(u"projectUpMenu"_s);
    connect(this, &QMenu::aboutToShow, this, &UpMenu::fill);
    fill();
}

void UpMenu::fill()
{
    const ActionRegistry *actions = m_workbench->actions();
    clear();
    for (const QString &id : {u"project.up"_s, u"project.upBuild"_s, u"project.upPull"_s, u"project.recreate"_s})
        addAction(actions->action(id));
    addSeparator();
    addAction(actions->action(u"project.start"_s));
    const Project project = m_workbench->projectStore()->project(m_project);
    if (project.profiles.isEmpty())
        return;
    addSection(tr("Profiles"));
    for (const QString &profile : project.profiles)
        addProfile(profile, project.activeProfiles.contains(profile));
}

void UpMenu::addProfile(const QString &profile, bool active)
{
    QAction *action = addAction(verbatim(profile));
    action->setCheckable(true);
    action->setChecked(active);
    connect(action, &QAction::toggled, this, [this, name = m_project, profile](bool on) {
        ProjectStore *store = m_workbench->projectStore();
        QStringList chosen = store->project(name).activeProfiles;
        chosen.removeAll(profile);
        if (on)
            chosen.append(profile);
        chosen.sort();
        store->setActiveProfiles(name, chosen);
    });
}

bool UpMenu::toggle(QAction *action)
{
    if (!action || !action->isCheckable())
        return false;
    action->toggle();
    return true;
}

void UpMenu::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !toggle(actionAt(event->position().toPoint())))
        QMenu::mouseReleaseEvent(event);
}

void UpMenu::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    const bool chooses = key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter;
    if (!chooses || !toggle(activeAction()))
        QMenu::keyPressEvent(event);
}

} // namespace Gantry
