// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/terminalwindow.h"

#include "items/containerwords.h"
#include "look/oneline.h"
#include "shell/workbench.h"
#include "terminal/terminalpanel.h"

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

QString freeId(const DetachedWindows &windows, const QString &containerId)
{
    for (int number = 1;; ++number) {
        const QString id = containerId + u'/' + QString::number(number);
        if (!windows.find(QLatin1String(TerminalWindow::Kind), id))
            return id;
    }
}

} // namespace

TerminalWindow::TerminalWindow(Workbench *workbench, TerminalPanel *panel, const ContainerSummary &container,
                               const std::optional<QPoint> &position, const QString &windowId)
    : m_workbench(workbench)
    , m_panel(panel)
    , m_container(container)
{
    DetachedWindow::Content content;
    content.kind = QLatin1String(Kind);
    content.id = windowId.isEmpty() ? freeId(*workbench->windows(), container.id) : windowId;
    content.page = u"containers"_s;
    content.panel = panel;
    content.button = panel->detachButton();
    content.focusTarget = [panel] { return panel->focusTarget(); };
    content.startFinding = [panel] { panel->startFinding(); };
    panel->setContainer(container);
    m_window = workbench->windows()->open(content, tr("Terminal in %1").arg(shortName(container.name)), position);
    setParent(m_window);
    connect(workbench->engine()->containers(), &ContainerStore::changed, this, &TerminalWindow::follow);
    connect(panel, &TerminalPanel::remembered, this, &TerminalWindow::keep);
    connect(panel, &TerminalPanel::sessionsChanged, m_window, [this] {
        if (!m_panel->hasSessions(m_container.id))
            m_workbench->windows()->remove(m_window);
    });
    follow();
    keep();
}

void TerminalWindow::follow()
{
    const ContainerStore *store = m_workbench->engine()->containers();
    const bool isThere = store->contains(m_container.id);
    QString sentence;
    if (isThere)
        m_container = store->container(m_container.id);
    else
        sentence = tr("%1 was removed.").arg(shortName(m_container.name));
    m_window->setTitle(tr("Terminal in %1").arg(shortName(m_container.name)));
    m_window->setState(isThere ? ContainerWords::look(m_container) : StateLook::None,
                       isThere ? ContainerWords::state(m_container) : QString());
    m_window->say(sentence);
    m_window->setHomeless(sentence);
}

void TerminalWindow::keep()
{
    DetachedWindows *windows = m_workbench->windows();
    windows->setKept(
        m_window, m_window->content().id,
        windows->withEngine({{u"name"_s, m_container.name}, {u"terminals"_s, m_panel->remember(m_container.id)}}));
}

} // namespace Gantry
