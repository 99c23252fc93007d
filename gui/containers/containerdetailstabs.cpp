// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What ContainerDetailsPane has in its tabs, some of it made only when its tab is first shown, and what remains there
// of a removed container.
#include "containers/containerdetailspane.h"

#include "containers/diagnosisview.h"
#include "containers/inspectview.h"
#include "files/filespanel.h"
#include "logs/containerlogpanel.h"
#include "logs/logview.h"
#include "look/actionbutton.h"
#include "look/elidedlabel.h"
#include "look/oneline.h"
#include "look/pill.h"
#include "look/tabbar.h"
#include "look/taborder.h"
#include "run/rundialog.h"
#include "shell/workbench.h"
#include "stats/containerstatsview.h"
#include "terminal/terminalpanel.h"

#include <QAction>
#include <QScopedValueRollback>
#include <QStackedWidget>
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

QString ContainerDetailsPane::removedSentence() const
{
    return tr("%1 was removed.").arg(shortName(m_shown.name));
}

void ContainerDetailsPane::showRemains()
{
    m_slow.stop();
    m_tabBefore = m_tabs->currentIndex();
    const QScopedValueRollback guard(m_offering, true);
    m_tabs->setTabEnabled(TerminalTab, true);
    m_tabs->setCurrentIndex(TerminalTab);
    for (int tab = 0; tab < m_tabs->count(); ++tab) {
        if (tab != TerminalTab && m_tabs->isTabVisible(tab))
            m_tabs->setTabVisible(tab, false);
    }
    m_pill->setState(StateLook::None, {});
    m_pill->hide();
    m_why->action()->setVisible(false);
    m_fullName->setText(removedSentence());
    m_stack->setCurrentIndex(0);
}

/// Lets go of them, before something else is shown.
void ContainerDetailsPane::endRemains()
{
    if (!m_tabBefore)
        return;
    const int before = *std::exchange(m_tabBefore, {});
    const QScopedValueRollback guard(m_offering, true);
    for (int tab = OverviewTab; tab < m_tabs->count(); ++tab) {
        if (!m_tabs->isTabVisible(tab))
            m_tabs->setTabVisible(tab, true);
    }
    m_tabs->setCurrentIndex(m_tabs->isTabVisible(before) ? before : int(OverviewTab));
    m_pill->show();
    m_terminals->setContainer({});
}

/// The terminals were closed, or the pane: the successor may come.
void ContainerDetailsPane::leaveRemains()
{
    say(removedSentence());
    Q_EMIT remainsLeft();
    findSuccessor(m_workbench->engine()->containers()->containers().keys());
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
