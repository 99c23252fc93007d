// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Logs and terminals of the details that have windows of their own.
#include "containers/containerdetailspane.h"
#include "containers/containerlogwindow.h"
#include "containers/severallogs.h"
#include "containers/severallogswindow.h"
#include "logs/containerlogpanel.h"
#include "logs/logview.h"
#include "look/oneline.h"
#include "look/tabbar.h"
#include "shell/panelplace.h"
#include "shell/workbench.h"
#include "terminal/terminalpanel.h"
#include "terminal/terminalwindow.h"

#include <QStackedWidget>

namespace Gantry {

using namespace Qt::StringLiterals;

QString ContainerDetailsPane::detachObstacle() const
{
    const QString choose = tr("Show the logs or a terminal of a container first.");
    const QString already = tr("It has a window of its own already.");
    if (isHidden())
        return choose;
    if (m_stack->currentWidget() == m_severalPlace)
        return m_severalPlace->isElsewhere() ? already : QString();
    if (m_stack->currentIndex() != 0)
        return choose;
    switch (m_tabs->currentIndex()) {
    case LogsTab:
        return m_logPlace->isElsewhere() ? already : QString();
    case TerminalTab:
        if (m_terminalPlace->isElsewhere())
            return already;
        return m_terminals->view() ? QString() : tr("Open a terminal first.");
    default:
        return choose;
    }
}

void ContainerDetailsPane::detach(const std::optional<QPoint> &position)
{
    if (!detachObstacle().isEmpty())
        return;
    if (m_stack->currentWidget() == m_severalPlace) {
        SeveralLogs *several = std::exchange(m_several, new SeveralLogs(m_workbench, m_severalPlace));
        openSeveralWindow(several, several->names(), position);
        setSeveral(m_several);
    } else if (m_tabs->currentIndex() == LogsTab) {
        // The next one first: the window is told of.
        ContainerLogPanel *log = std::exchange(m_logs, new ContainerLogPanel(m_workbench, m_logPlace));
        openLogWindow(log, m_shown, position);
        setLogPanel(m_logs);
    } else {
        openTerminalWindow(m_terminals->takeOut(), m_shown, position);
    }
    followWindows();
}

void ContainerDetailsPane::setLogPanel(ContainerLogPanel *panel)
{
    m_logs = panel;
    m_logPlace->setPanel(panel);
}

void ContainerDetailsPane::setSeveral(SeveralLogs *several)
{
    m_several = several;
    m_severalPlace->setPanel(several);
}

void ContainerDetailsPane::openLogWindow(ContainerLogPanel *panel, const ContainerSummary &container,
                                         const std::optional<QPoint> &position)
{
    const auto *log = new ContainerLogWindow(m_workbench, panel, container, position);
    DetachedWindow *window = log->window();
    connect(window, &DetachedWindow::returning, this, [this, log, window](bool asked) {
        const QString id = log->container().id;
        if (asked)
            Q_EMIT m_workbench->showContainerLogsRequested(id);
        window->handBack([this, id](QWidget *returned) {
            if (m_id != id) {
                returned->deleteLater();
                return;
            }
            m_logPlace->showWindow(nullptr);
            setLogPanel(static_cast<ContainerLogPanel *>(returned));
        });
        if (asked)
            focusTab();
    });
}

void ContainerDetailsPane::openSeveralWindow(SeveralLogs *logs, const QStringList &names,
                                             const std::optional<QPoint> &position)
{
    DetachedWindow *window = (new SeveralLogsWindow(m_workbench, logs, names, position))->window();
    connect(window, &DetachedWindow::returning, this, [this, window, names](bool asked) {
        if (asked)
            Q_EMIT severalLogsWanted(SeveralLogsWindow::idsOf(*m_workbench, names));
        const bool isHome = severalWindow() == window;
        window->handBack([this, isHome](QWidget *returned) {
            if (!isHome) {
                returned->deleteLater();
                return;
            }
            m_severalPlace->showWindow(nullptr);
            setSeveral(static_cast<SeveralLogs *>(returned));
        });
        if (asked)
            focusTab();
    });
}

void ContainerDetailsPane::openTerminalWindow(TerminalPanel *panel, const ContainerSummary &container,
                                              const std::optional<QPoint> &position, const QString &windowId)
{
    const auto *terminal = new TerminalWindow(m_workbench, panel, container, position, windowId);
    DetachedWindow *window = terminal->window();
    connect(window, &DetachedWindow::returning, this, [this, window, id = container.id](bool asked) {
        window->handBack([this](QWidget *returned) {
            m_terminals->takeIn(static_cast<TerminalPanel *>(returned));
            returned->deleteLater();
        });
        if (asked)
            Q_EMIT m_workbench->openTerminalRequested(id);
    });
}

DetachedWindow *ContainerDetailsPane::logWindow() const
{
    return m_workbench->windows()->find(QLatin1String(ContainerLogWindow::Kind), m_id);
}

DetachedWindow *ContainerDetailsPane::severalWindow() const
{
    if (m_selection.size() < 2)
        return nullptr;
    QStringList names;
    for (const QString &id : m_selection)
        names.append(m_workbench->engine()->containers()->container(id).name);
    return m_workbench->windows()->find(QLatin1String(SeveralLogsWindow::Kind),
                                        SeveralLogsWindow::idOf(*m_workbench, names));
}

DetachedWindow *ContainerDetailsPane::terminalWindow() const
{
    if (m_terminals->hasSessions(m_id))
        return nullptr; // there are others here
    const QList<DetachedWindow *> windows = m_workbench->windows()->windows(QLatin1String(TerminalWindow::Kind));
    for (DetachedWindow *window : windows) {
        if (TerminalWindow::containerOf(window->content().id) == m_id)
            return window;
    }
    return nullptr;
}

void ContainerDetailsPane::followWindows()
{
    if (DetachedWindow *window = logWindow(); window || m_logPlace->isElsewhere()) {
        if (window)
            m_logs->setContainer({});
        m_logPlace->showWindow(window);
        // What was elsewhere is read here again.
        if (!window && m_details.id == m_id && !m_id.isEmpty())
            m_logs->setContainer(m_details);
    }
    if (DetachedWindow *window = severalWindow(); window || m_severalPlace->isElsewhere())
        m_severalPlace->showWindow(window);
    if (DetachedWindow *window = terminalWindow(); window || m_terminalPlace->isElsewhere())
        m_terminalPlace->showWindow(window);
    Q_EMIT detachableChanged();
}

QList<TerminalPanel *> ContainerDetailsPane::terminalPanels() const
{
    QList<TerminalPanel *> panels{m_terminals};
    const QList<DetachedWindow *> windows = m_workbench->windows()->windows(QLatin1String(TerminalWindow::Kind));
    for (const DetachedWindow *window : windows) {
        if (auto *panel = qobject_cast<TerminalPanel *>(window->panel()))
            panels.append(panel);
    }
    return panels;
}

void ContainerDetailsPane::restoreWindows()
{
    DetachedWindows *windows = m_workbench->windows();
    const auto restore = [this, windows](const QString &kind, const auto &open) {
        const QList<DetachedWindows::Kept> all = windows->kept(kind);
        for (const DetachedWindows::Kept &kept : all) {
            if (!m_workbench->windows()->isOfEngine(kept.more))
                continue; // it may be chosen later
            if (!open(kept))
                windows->forget(kept.kind, kept.id);
        }
    };
    restore(QLatin1String(ContainerLogWindow::Kind), [this](const DetachedWindows::Kept &kept) {
        const ContainerSummary container = ContainerLogWindow::fromKept(kept.id, kept.more);
        if (ContainerLogWindow::listed(*m_workbench, container).isEmpty())
            return false;
        openLogWindow(new ContainerLogPanel(m_workbench), container);
        return true;
    });
    restore(QLatin1String(SeveralLogsWindow::Kind), [this](const DetachedWindows::Kept &kept) {
        const QStringList names = kept.more.value(u"names"_s).toStringList();
        const QStringList ids = SeveralLogsWindow::idsOf(*m_workbench, names);
        if (ids.isEmpty())
            return false;
        auto *logs = new SeveralLogs(m_workbench);
        logs->setContainers(ids); // makes its panel
        openSeveralWindow(logs, names);
        return true;
    });
    restore(QLatin1String(TerminalWindow::Kind), [this](const DetachedWindows::Kept &kept) {
        const ContainerSummary container
            = ContainerLogWindow::fromKept(TerminalWindow::containerOf(kept.id), kept.more);
        const ContainerStore *store = m_workbench->engine()->containers();
        const QVariantList terminals = kept.more.value(u"terminals"_s).toList();
        if (!store->contains(container.id) || terminals.isEmpty())
            return false;
        auto *panel = new TerminalPanel(m_workbench);
        panel->restore(container.id, terminals);
        openTerminalWindow(panel, store->container(container.id), {}, kept.id);
        return true;
    });
}

} // namespace Gantry
