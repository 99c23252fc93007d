// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How terminals go from one panel to another, and from one run of the program to the next.
#include "look/actionbutton.h"
#include "look/tabbar.h"
#include "look/taborder.h"
#include "terminal/terminalfindbar.h"
#include "terminal/terminalpanel.h"
#include "terminal/terminalsearch.h"
#include "terminal/terminalview.h"

#include <QMenu>
#include <QStackedWidget>
#include <QToolButton>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

void TerminalPanel::adopt(std::unique_ptr<Entry> entry)
{
    TerminalView *view = entry->view;
    TerminalSession *session = entry->session;
    session->setParent(this);
    m_pages->addWidget(view);
    placeInTabOrder(m_close, view);
    m_entries.push_back(std::move(entry));
    m_currentOf[session->containerId()] = session;
    m_formWanted = false;
    connect(session, &TerminalSession::stateChanged, this, [this, session] { follow(session); });
    connect(session, &TerminalSession::updated, this, [this, session, title = QString()]() mutable {
        if (session->screen()->title() == title)
            return;
        title = session->screen()->title();
        describe();
    });
    connect(session, &TerminalSession::rang, this, [this, session] { ring(session); });
    connect(view, &TerminalView::findRequested, this, &TerminalPanel::startFinding);
    connect(view, &TerminalView::closeRequested, this, &TerminalPanel::closeCurrent);
    connect(view, &TerminalView::newRequested, this, [this] { showForm(true); });
    connect(view->search(), &TerminalSearch::changed, this, &TerminalPanel::describeMatches);
}

std::unique_ptr<TerminalPanel::Entry> TerminalPanel::release(TerminalSession *session)
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [session](const auto &entry) { return entry->session == session; });
    if (found == m_entries.end())
        return nullptr;
    std::unique_ptr<Entry> entry = std::move(*found);
    m_entries.erase(found);
    m_pages->removeWidget(entry->view);
    session->disconnect(this);
    entry->view->disconnect(this);
    entry->view->search()->disconnect(this);
    const QString id = session->containerId();
    if (m_currentOf.value(id) == session) {
        m_currentOf.remove(id);
        for (const auto &other : m_entries) {
            if (other->session->containerId() == id)
                m_currentOf[id] = other->session;
        }
    }
    return entry;
}

TerminalPanel *TerminalPanel::takeOut()
{
    const Entry *chosen = current();
    if (!chosen)
        return nullptr;
    auto *panel = new TerminalPanel(m_workbench);
    panel->setContainer(container());
    const bool finding = m_find->isVisible();
    panel->adopt(release(chosen->session));
    panel->refresh();
    if (finding) {
        panel->m_find->setPattern(m_find->pattern());
        panel->m_find->show();
        panel->describeMatches();
    }
    m_find->hide();
    refresh();
    Q_EMIT sessionsChanged();
    Q_EMIT remembered();
    return panel;
}

void TerminalPanel::takeIn(TerminalPanel *other)
{
    TerminalSession *shown = other->view() ? other->view()->session() : nullptr;
    while (!other->m_entries.empty())
        adopt(other->release(other->m_entries.front()->session));
    if (shown) {
        m_currentOf[shown->containerId()] = shown;
        if (other->m_find->isVisibleTo(other)) {
            m_find->setPattern(other->m_find->pattern());
            m_find->show();
        }
    }
    refresh();
    describeMatches();
    Q_EMIT sessionsChanged();
    Q_EMIT remembered();
}

void TerminalPanel::showTabMenu(const QPoint &position)
{
    const int tab = m_tabs->tabAt(position);
    if (tab < 0)
        return;
    m_tabs->setCurrentIndex(tab);
    auto *menu = new QMenu(this);
    menu->setObjectName(u"terminalTabMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(m_detach->action());
    menu->addAction(tr("Close the terminal"), this, &TerminalPanel::closeCurrent);
    menu->popup(m_tabs->mapToGlobal(position));
}

QVariantList TerminalPanel::remember(const QString &containerId) const
{
    QVariantList list;
    for (const auto &entry : m_entries) {
        const TerminalSession *session = entry->session;
        const TerminalSession::Program &program = session->program();
        // Arguments and variables may hold a secret.
        const bool isPlain = program.command.size() <= 1 && program.environment.isEmpty();
        if (session->containerId() != containerId || !isPlain || !(session->isOpen() || session->isOfEarlierRun()))
            continue;
        list.append(QVariantMap{{u"attached"_s, session->isAttached()},
                                {u"shell"_s, session->shell()},
                                {u"command"_s, program.command},
                                {u"user"_s, program.user},
                                {u"directory"_s, program.directory}});
    }
    return list;
}

QStringList TerminalPanel::containers() const
{
    QStringList ids;
    for (const auto &entry : m_entries) {
        if (const QString id = entry->session->containerId(); !ids.contains(id))
            ids.append(id);
    }
    return ids;
}

void TerminalPanel::restore(const QString &containerId, const QVariantList &terminals)
{
    for (const QVariant &each : terminals) {
        const QVariantMap map = each.toMap();
        TerminalSession *session = addSession(containerId);
        session->recall({map.value(u"command"_s).toStringList(),
                         map.value(u"user"_s).toString(),
                         map.value(u"directory"_s).toString(),
                         {}},
                        map.value(u"shell"_s).toString(), map.value(u"attached"_s).toBool());
    }
    refresh();
}

} // namespace Gantry
