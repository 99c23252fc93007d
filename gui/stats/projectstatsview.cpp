// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/projectstatsview.h"

#include "compose/project.h"
#include "stats/statspane.h"

#include <QVBoxLayout>

namespace Gantry {

using namespace Qt::StringLiterals;

ProjectStatsView::ProjectStatsView(Workbench *workbench, QWidget *parent)
    : ScrolledColumn(u"projectStats"_s, parent)
{
    setAccessibleName(tr("Stats"));
    m_pane = new StatsPane(workbench, widget());
    column()->setContentsMargins(20, 12, 12, 12);
    column()->addWidget(m_pane);
    column()->addStretch(1);
}

void ProjectStatsView::setProject(const Project &project)
{
    QList<StatsPane::Source> services;
    for (const ProjectService &service : project.services) {
        if (service.exists())
            services.append({service.name, service.containers});
    }
    m_pane->setProject(project.name, services);
}

} // namespace Gantry
