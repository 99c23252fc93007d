// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "projects/projectlogswindow.h"

#include "items/projectwords.h"
#include "look/oneline.h"
#include "projects/projectlogs.h"
#include "shell/workbench.h"

namespace Gantry {

using namespace Qt::StringLiterals;

ProjectLogsWindow::ProjectLogsWindow(Workbench *workbench, ProjectLogs *logs, const QString &project,
                                     const std::optional<QPoint> &position)
    : m_workbench(workbench)
    , m_logs(logs)
    , m_project(project)
{
    DetachedWindow::Content content;
    content.kind = QLatin1String(Kind);
    content.id = idOf(*workbench, project);
    content.more = workbench->windows()->withEngine({{u"project"_s, project}});
    content.page = u"projects"_s;
    content.panel = logs;
    content.button = logs->detachButton();
    content.focusTarget = [logs] { return logs->focusTarget(); };
    content.startFinding = [logs] { logs->startFinding(); };
    m_window = workbench->windows()->open(content, tr("Logs of the project %1").arg(shortName(project)), position);
    setParent(m_window);
    connect(workbench->projectStore(), &ProjectStore::changed, this,
            [this](const QStringList &inserted, const QStringList &updated, const QStringList &removed) {
                if (inserted.contains(m_project) || updated.contains(m_project) || removed.contains(m_project))
                    follow();
            });
    connect(workbench->engine(), &Engine::stateChanged, this, &ProjectLogsWindow::follow);
    follow();
}

DetachedWindow *ProjectLogsWindow::of(const Workbench &workbench, const QString &project)
{
    return workbench.windows()->find(QLatin1String(Kind), idOf(workbench, project));
}

QString ProjectLogsWindow::projectOf(const QVariantMap &more)
{
    return more.value(u"project"_s).toString();
}

QString ProjectLogsWindow::idOf(const Workbench &workbench, const QString &project)
{
    return workbench.engine()->endpoint().address() + u' ' + project;
}

void ProjectLogsWindow::follow()
{
    const ProjectStore *store = m_workbench->projectStore();
    const bool isOurs = m_workbench->windows()->isOfEngine(m_window->content().more);
    const bool isThere = isOurs && store->contains(m_project);
    const Project project = store->project(m_project);
    QString sentence;
    if (isThere)
        m_logs->setProject(project);
    else if (!isOurs)
        sentence = tr("%1 is of another engine.").arg(shortName(m_project));
    else
        sentence = tr("%1 is not there any more.").arg(shortName(m_project));
    m_window->setState(isThere ? ProjectWords::look(project) : StateLook::None,
                       isThere ? ProjectWords::state(project) : QString());
    m_window->say(sentence);
    m_window->setHomeless(sentence);
}

} // namespace Gantry
