// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "containers/severallogswindow.h"

#include "containers/severallogs.h"
#include "shell/workbench.h"

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

SeveralLogsWindow::SeveralLogsWindow(Workbench *workbench, SeveralLogs *logs, const QStringList &names,
                                     const std::optional<QPoint> &position)
    : m_workbench(workbench)
    , m_logs(logs)
    , m_names(names)
{
    DetachedWindow::Content content;
    content.kind = QLatin1String(Kind);
    content.id = idOf(*workbench, names);
    content.more = workbench->windows()->withEngine({{u"names"_s, names}});
    content.page = u"containers"_s;
    content.panel = logs;
    content.button = logs->detachButton();
    content.focusTarget = [logs] { return logs->focusTarget(); };
    content.startFinding = [logs] { logs->startFinding(); };
    content.hasHead = true;
    m_window = workbench->windows()->open(content, tr("Logs of %1", "names of containers").arg(names.join(u", "_s)),
                                          position);
    setParent(m_window);
    connect(workbench->engine()->containers(), &ContainerStore::changed, this, &SeveralLogsWindow::follow);
    connect(workbench->engine(), &Engine::stateChanged, this, &SeveralLogsWindow::follow);
    follow();
}

void SeveralLogsWindow::follow()
{
    const QStringList ids = idsOf(*m_workbench, m_names);
    QString sentence;
    if (!m_workbench->windows()->isOfEngine(m_window->content().more))
        sentence = tr("These containers are of another engine.");
    else if (ids.isEmpty())
        sentence = tr("These containers were removed.");
    else
        m_logs->setContainers(ids);
    m_logs->say(sentence);
    m_window->setHomeless(sentence);
}

QStringList SeveralLogsWindow::idsOf(const Workbench &workbench, const QStringList &names)
{
    QHash<QString, QString> byName;
    const auto &containers = workbench.engine()->containers()->containers();
    for (const ContainerSummary &container : containers)
        byName.insert(container.name, container.id);
    QStringList ids;
    for (const QString &name : names) {
        if (const QString id = byName.value(name); !id.isEmpty())
            ids.append(id);
    }
    return ids;
}

QString SeveralLogsWindow::idOf(const Workbench &workbench, const QStringList &names)
{
    QStringList sorted = names;
    std::sort(sorted.begin(), sorted.end());
    return workbench.engine()->endpoint().address() + u' ' + sorted.join(u'+');
}

} // namespace Gantry
