// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "projects/projectlogs.h"

#include "items/containercells.h"
#include "logs/logview.h"
#include "logs/mergedlogpanel.h"
#include "shell/workbench.h"

#include <QVBoxLayout>

namespace Gantry {

using namespace Qt::StringLiterals;

ProjectLogs::ProjectLogs(Workbench *workbench, QWidget *parent)
    : QWidget(parent)
    , m_workbench(workbench)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
}

void ProjectLogs::setProject(const Project &project)
{
    m_project = project;
    if (m_panel)
        fill();
}

QStringList ProjectLogs::command(const Workbench &workbench, const QString &project)
{
    return workbench.engine()->commandPrefix() << u"compose"_s << u"-p"_s << project << u"logs"_s;
}

void ProjectLogs::fill()
{
    QList<MergedLogPanel::Member> members;
    const ContainerStore *store = m_workbench->engine()->containers();
    for (const ProjectService &service : std::as_const(m_project.services)) {
        for (const QString &id : service.containers) {
            const QString instance
                = service.name + u'-' + QString::number(ContainerCells::instance(store->container(id)));
            members.append({id, instance, service.containers.size() > 1 ? instance : service.name, service.name});
        }
    }
    m_panel->setContainers(m_project.name, {command(*m_workbench, m_project.name)}, members);
}

void ProjectLogs::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    makePanel();
}

void ProjectLogs::makePanel()
{
    if (m_panel)
        return;
    m_panel = new MergedLogPanel(m_workbench, this);
    layout()->addWidget(m_panel);
    fill();
    m_panel->show();
}

QWidget *ProjectLogs::focusTarget() const
{
    return m_panel ? m_panel->view() : nullptr;
}

ActionButton *ProjectLogs::detachButton()
{
    makePanel();
    return m_panel->detachButton();
}

void ProjectLogs::startFinding()
{
    if (m_panel)
        m_panel->startFinding();
}

void ProjectLogs::takeFocus()
{
    if (m_panel)
        m_panel->view()->setFocus(Qt::OtherFocusReason);
}

bool ProjectLogs::hasFocusWithin() const
{
    return isVisible() && isAncestorOf(window()->focusWidget());
}

} // namespace Gantry
