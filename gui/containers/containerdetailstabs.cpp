// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What ContainerDetailsPane has in its tabs, some of it made only when its tab is first shown.
#include "containers/containerdetailspane.h"

#include "containers/diagnosisview.h"
#include "containers/inspectview.h"
#include "files/filespanel.h"
#include "logs/containerlogpanel.h"
#include "logs/logview.h"
#include "look/tabbar.h"
#include "look/taborder.h"
#include "run/rundialog.h"
#include "stats/containerstatsview.h"
#include "terminal/terminalpanel.h"

#include <QVBoxLayout>

namespace Gantry {

QWidget *ContainerDetailsPane::makeCause(QWidget *parent)
{
    m_cause = new DiagnosisView(m_workbench, m_actions, parent);
    connect(m_cause, &DiagnosisView::fullLogRequested, this, [this] {
        showTab(LogsTab);
        focusTab();
    });
    connect(m_cause, &DiagnosisView::runAgainRequested, this,
            [this](const ContainerDetails &container) { RunDialog::openAgain(m_workbench, this, container); });
    if (m_details.id == m_id)
        m_cause->setContainer(m_details);
    return m_cause;
}

QWidget *ContainerDetailsPane::makeStats(QWidget *parent)
{
    m_stats = new ContainerStatsView(m_workbench, parent);
    if (m_details.id == m_id)
        m_stats->setContainer(m_details);
    return m_stats;
}

FilesPanel *ContainerDetailsPane::files()
{
    if (!m_files) {
        m_files = new FilesPanel(m_workbench, m_filesPlace);
        auto *layout = new QVBoxLayout(m_filesPlace);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(m_files);
        placeInTabOrder(m_filesPlace);
        if (m_details.id == m_id)
            m_files->setContainer(m_details);
    }
    return m_files;
}

QWidget *ContainerDetailsPane::tabTarget()
{
    switch (tab()) {
    case CauseTab:
        return m_cause;
    case OverviewTab:
        return m_tabs;
    case LogsTab:
        return m_logs->view();
    case TerminalTab:
        return m_terminals->focusTarget();
    case StatsTab:
        return m_stats ? m_stats->focusTarget() : nullptr;
    case FilesTab:
        return files()->focusTarget();
    case InspectTab:
        return m_inspect->editor();
    }
    return nullptr;
}

} // namespace Gantry
