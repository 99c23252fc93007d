// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/projectstatsview.h"

#include "compose/project.h"
#include "stats/statspane.h"

#include <QVBoxLayout>

namespace Gantry {

using namespace Qt::StringLiterals;

ProjectStatsView::ProjectStatsView(Workbench *workbench, QWidget *parent)
    : QScrollArea(parent)
{
    setObjectName(u"projectStats"_s);
    setAccessibleName(tr("Stats"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget(this);
    m_pane = new StatsPane(workbench, content);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(20, 12, 12, 12);
    layout->addWidget(m_pane);
    layout->addStretch(1);
    setWidget(content);
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
