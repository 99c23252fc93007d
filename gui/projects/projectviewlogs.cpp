// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The parts of a project as tabs, and its logs, which may have a window of their own.
#include "look/lateplace.h"
#include "look/tabbar.h"
#include "projects/connectionsview.h"
#include "projects/projectfilesview.h"
#include "projects/projectlogs.h"
#include "projects/projectlogswindow.h"
#include "projects/projectview.h"
#include "shell/panelplace.h"
#include "shell/workbench.h"
#include "stats/projectstatsview.h"

#include <QMetaEnum>
#include <QStackedWidget>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

const QString TabKey = u"projects/tab"_s;

} // namespace

void ProjectView::buildTabs(QWidget *services)
{
    m_tabs->setObjectName(u"projectTabs"_s);
    m_tabs->setAccessibleName(tr("Parts of the project"));
    m_logPlace = new PanelPlace(this);
    m_logPlace->setPanel(m_logs);
    const auto add = [this](const QString &text, QWidget *part) {
        m_tabs->addTab(text);
        m_pages->addWidget(part);
    };
    add(tr("Services"), services);
    add(tr("Files"), m_files);
    add(tr("Logs"), m_logPlace);
    const auto made = [this](auto **view, QWidget *parent) {
        *view = new std::remove_reference_t<decltype(**view)>(m_workbench, parent);
        (*view)->setProject(m_workbench->projectStore()->project(m_name));
        return *view;
    };
    add(tr("Connections"),
        new LatePlace([this, made](QWidget *parent) { return made(&m_connections, parent); }, m_pages));
    add(tr("Stats"), new LatePlace([this, made](QWidget *parent) { return made(&m_stats, parent); }, m_pages));
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    const auto tabs = QMetaEnum::fromType<Tab>();
    const int last = tabs.keyToValue(m_workbench->state()->value(TabKey).toByteArray().constData());
    m_tabs->setCurrentIndex(std::max(0, last));
    connect(m_tabs, &QTabBar::currentChanged, this, [this, tabs](int tab) {
        m_workbench->state()->setValue(TabKey, QString::fromLatin1(tabs.valueToKey(tab)));
        Q_EMIT detachableChanged();
    });
    m_tabs->setDragsOut(true);
    connect(m_tabs, &TabBar::draggedOut, this, [this](int, const QPoint &position) { detach(position); });
    connect(m_workbench->windows(), &DetachedWindows::changed, this, &ProjectView::followWindow);
    // Another engine may have a project of the same name.
    connect(m_workbench->engine(), &Engine::stateChanged, this, [this](Engine::State state) {
        followWindow();
        if (state == Engine::State::Connected)
            restoreWindows();
    });
}

void ProjectView::showLogs()
{
    m_tabs->setCurrentIndex(LogsTab);
    if (m_logPlace->isElsewhere())
        m_logPlace->noteTarget()->setFocus(Qt::OtherFocusReason);
    else
        m_logs->takeFocus();
}

bool ProjectView::startFinding()
{
    if (m_pages->currentWidget() != m_logPlace || m_logPlace->isElsewhere() || !m_logs->hasFocusWithin())
        return false;
    m_logs->startFinding();
    return true;
}

QString ProjectView::detachObstacle() const
{
    if (m_name.isEmpty() || m_tabs->currentIndex() != LogsTab)
        return tr("Show the logs of a project first.");
    return m_logPlace->isElsewhere() ? tr("It has a window of its own already.") : QString();
}

void ProjectView::detach(const std::optional<QPoint> &position)
{
    if (!detachObstacle().isEmpty())
        return;
    // The next one first: the window is told of.
    ProjectLogs *logs = std::exchange(m_logs, new ProjectLogs(m_workbench, m_logPlace));
    openWindow(logs, m_name, position);
    m_logPlace->setPanel(m_logs);
    followWindow();
}

void ProjectView::openWindow(ProjectLogs *logs, const QString &project, const std::optional<QPoint> &position)
{
    DetachedWindow *window = (new ProjectLogsWindow(m_workbench, logs, project, position))->window();
    connect(window, &DetachedWindow::returning, this, [this, window, project](bool asked) {
        if (asked)
            Q_EMIT m_workbench->showProjectRequested(project);
        const bool isHome = ProjectLogsWindow::of(*m_workbench, project) == window;
        window->handBack([this, project, isHome](QWidget *returned) {
            if (m_name != project || !isHome) {
                returned->deleteLater();
                return;
            }
            m_logs = static_cast<ProjectLogs *>(returned);
            m_logPlace->showWindow(nullptr);
            m_logPlace->setPanel(m_logs);
        });
        if (asked)
            showLogs();
    });
}

void ProjectView::restoreWindows()
{
    const QList<DetachedWindows::Kept> all = m_workbench->windows()->kept(QLatin1String(ProjectLogsWindow::Kind));
    for (const DetachedWindows::Kept &kept : all) {
        const QString project = ProjectLogsWindow::projectOf(kept.more);
        if (m_workbench->windows()->isOfEngine(kept.more) && m_workbench->projectStore()->contains(project))
            openWindow(new ProjectLogs(m_workbench), project);
    }
}

void ProjectView::followWindow()
{
    DetachedWindow *window = ProjectLogsWindow::of(*m_workbench, m_name);
    if (window || m_logPlace->isElsewhere())
        m_logPlace->showWindow(window);
    Q_EMIT detachableChanged();
}

} // namespace Gantry
