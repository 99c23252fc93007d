// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "containers/containerdetailspane.h"

#include "containers/containeractions.h"
#include "containers/containeroverview.h"
#include "containers/diagnosisview.h"
#include "containers/inspectview.h"
#include "containers/severallogs.h"
#include "containers/succession.h"
#include "engine/onanswer.h"
#include "files/filespanel.h"
#include "logs/containerlogpanel.h"
#include "logs/logview.h"
#include "look/actionbutton.h"
#include "look/fonts.h"
#include "look/label.h"
#include "look/lateplace.h"
#include "look/oneline.h"
#include "look/plaintooltip.h"
#include "look/separator.h"
#include "look/tabbar.h"
#include "postgres/databasefinder.h"
#include "shell/panelplace.h"
#include "shell/workbench.h"
#include "stats/containerstatsview.h"
#include "terminal/terminalpanel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

// Holding an arrow key passes many containers; an event is followed by others.
constexpr int LoadAfterMs = 60;
// A slow engine: then what is shown of the container before must go.
constexpr int SlowAfterMs = 200;
// What could not be read is read again: the engine may have been too busy only.
constexpr int AgainAfterMs = 5000;
// The engine writes a probe's result just after the event that says it ended.
constexpr int ProbeAfterMs = 250;
constexpr int Narrowest = 300;
/// The head, the tabs, and one line of a log between its bar and its foot; where that is too much, one line.
constexpr int Lowest = 210;
constexpr int LowestOfAll = 130;
/// Of a sentence with the engine's words.
constexpr int MostLines = 6;

} // namespace

ContainerDetailsPane::ContainerDetailsPane(Workbench *workbench, ContainerActions *actions, QWidget *parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_actions(actions)
{
    setObjectName(u"containerDetails"_s);
    setAccessibleName(tr("Details"));
    setMinimumWidth(Fonts::scaled(Narrowest));
    setLow(false);
    build();
    m_reload.setSingleShot(true);
    connect(&m_reload, &QTimer::timeout, this, &ContainerDetailsPane::load);
    m_slow.setSingleShot(true);
    m_slow.setInterval(SlowAfterMs);
    connect(&m_slow, &QTimer::timeout, this, [this] {
        m_logs->setContainer({});
        say(tr("Reading the details of %1…").arg(shortName(m_shown.name)));
    });
    Engine *engine = m_workbench->engine();
    connect(engine->containers(), &ContainerStore::changed, this, &ContainerDetailsPane::follow);
    connect(engine, &Engine::containerEvent, this, &ContainerDetailsPane::followEvent);
    connect(engine, &Engine::stateChanged, this, [this](Engine::State state) {
        if (state == Engine::State::Connected && !m_id.isEmpty())
            m_reload.start(LoadAfterMs);
        if (state == Engine::State::Connecting)
            m_gone = {}; // another engine has containers of the same names
    });
    connect(m_tabs, &QTabBar::currentChanged, this, &ContainerDetailsPane::offerTerminal);
    connect(this, &ContainerDetailsPane::closeRequested, this, [this] {
        if (m_tabBefore)
            leaveRemains();
    });
    connect(m_terminals, &TerminalPanel::sessionsChanged, this, [this] {
        if (m_tabBefore && !m_terminals->hasText(m_shown.id))
            leaveRemains();
    });
    connect(m_workbench->databaseFinder(), &DatabaseFinder::changed, this,
            [this] { m_overview->setDatabase(m_workbench->databaseFinder()->isDatabase(m_id)); });
    connect(m_overview, &ContainerOverview::projectActivated, m_workbench, &Workbench::showProjectRequested);
    say(tr("Select a container to see its details."));
}

void ContainerDetailsPane::build()
{
    auto *details = new QWidget(this);
    auto *layout = new QVBoxLayout(details);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    buildHeader(layout);

    m_tabs = new TabBar(details);
    m_tabs->setObjectName(u"detailTabs"_s);
    m_tabs->setAccessibleName(tr("Details"));
    m_tabs->addTab(tr("Overview"));
    m_tabs->addTab(tr("Logs"));
    m_tabs->addTab(tr("Terminal"));
    m_tabs->addTab(tr("Stats"));
    m_tabs->addTab(tr("Files"));
    m_tabs->addTab(tr("Inspect"));
    m_tabs->addTab(tr("Why it stopped"));
    auto *tabs = new QHBoxLayout;
    // With what is within the first tab as far in as the title.
    const auto align = [tabs](bool tight) { tabs->setContentsMargins(tight ? 20 - tightPad : 8, 0, 12, 0); };
    align(false);
    connect(m_tabs, &TabBar::tightened, this, align);
    for (const auto &[tab, symbol] :
         {std::pair(OverviewTab, u"info"_s), std::pair(LogsTab, u"logs"_s), std::pair(TerminalTab, u"terminal"_s),
          std::pair(StatsTab, u"stats"_s), std::pair(FilesTab, u"folder"_s), std::pair(InspectTab, u"braces"_s),
          std::pair(CauseTab, u"help"_s)})
        m_tabs->setSymbol(tab, symbol);
    for (const QString &id : {u"container.cause"_s, u"container.logs"_s, u"container.terminal"_s, u"container.stats"_s,
                              u"container.files"_s, u"container.inspect"_s})
        m_tabs->addAction(m_actions->action(id)); // their letters, as in the list
    m_tabs->setCurrentIndex(OverviewTab);
    m_tabs->setTabVisible(CauseTab, false);
    m_overview = new ContainerOverview(m_workbench, m_actions->action(u"database.openConsole"_s), details);
    m_logPlace = new PanelPlace(details);
    setLogPanel(new ContainerLogPanel(m_workbench, m_logPlace));
    m_terminalPlace = new PanelPlace(details);
    m_terminals = new TerminalPanel(m_workbench, m_terminalPlace);
    m_terminalPlace->setPanel(m_terminals);
    connect(m_terminals, &TerminalPanel::sessionsChanged, this, &ContainerDetailsPane::offerTerminal);
    m_filesPlace = new QWidget(details);
    m_inspect = new InspectView(details);
    m_pages = new QStackedWidget(details);
    m_pages->setMinimumHeight(1); // what gives way in a low pane, so that the head stays whole
    m_pages->addWidget(m_overview);
    m_pages->addWidget(m_logPlace);
    m_pages->addWidget(m_terminalPlace);
    m_pages->addWidget(new LatePlace([this](QWidget *parent) { return makeStats(parent); }, m_pages));
    m_pages->addWidget(m_filesPlace);
    m_pages->addWidget(m_inspect);
    m_pages->addWidget(new LatePlace([this](QWidget *parent) { return makeCause(parent); }, m_pages));
    m_pages->setCurrentIndex(OverviewTab);
    connect(m_tabs, &QTabBar::currentChanged, m_pages, [this](int tab) {
        if (tab == FilesTab)
            files();
        m_pages->setCurrentIndex(tab);
    });
    connect(m_tabs, &QTabBar::tabBarClicked, this, [this](int tab) {
        if (tab == TerminalTab && m_tabs->isTabEnabled(TerminalTab))
            QMetaObject::invokeMethod(this, &ContainerDetailsPane::openTerminal, Qt::QueuedConnection);
    });
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        if (!m_offering)
            m_causeIsWanted = tab == CauseTab;
    });
    tabs->addWidget(m_tabs, 1);
    layout->addLayout(tabs);
    layout->addWidget(new Separator(Qt::Horizontal, details));
    layout->addWidget(m_pages, 1);

    auto *notice = new QWidget(this);
    m_sentence = new Label(notice);
    m_sentence->setObjectName(u"detailsSentence"_s);
    m_sentence->setTone(Tone::Muted);
    m_sentence->setWordWrap(true);
    m_sentence->setMostLines(MostLines);
    m_sentence->setAlignment(Qt::AlignCenter);
    auto *noticeLayout = new QVBoxLayout(notice);
    noticeLayout->setContentsMargins(20, 20, 20, 20);
    noticeLayout->addStretch(2);
    noticeLayout->addWidget(m_sentence);
    m_mergeLogs = new QWidget(notice); // the button is as visible as its action
    auto *mergeLogs = new ActionButton(m_actions->action(u"container.logs"_s), ButtonKind::Outlined, m_mergeLogs);
    mergeLogs->setObjectName(u"mergeLogs"_s);
    auto *mergeLayout = new QHBoxLayout(m_mergeLogs);
    mergeLayout->setContentsMargins(0, 0, 0, 0);
    mergeLayout->addWidget(mergeLogs);
    noticeLayout->addSpacing(12);
    noticeLayout->addWidget(m_mergeLogs, 0, Qt::AlignHCenter);
    noticeLayout->addStretch(3);

    m_stack = new QStackedWidget(this);
    m_stack->addWidget(details);
    m_stack->addWidget(notice);
    m_severalPlace = new PanelPlace(m_stack);
    setSeveral(new SeveralLogs(m_workbench, m_severalPlace));
    m_stack->addWidget(m_severalPlace);
    connect(m_stack, &QStackedWidget::currentChanged, this, &ContainerDetailsPane::detachableChanged);
    connect(m_tabs, &QTabBar::currentChanged, this, &ContainerDetailsPane::detachableChanged);
    connect(m_tabs, &QTabBar::currentChanged, this, &ContainerDetailsPane::tabShown);
    m_tabs->setDragsOut(true);
    connect(m_tabs, &TabBar::draggedOut, this, [this](int, const QPoint &position) {
        if (detachObstacle().isEmpty())
            detach(position);
    });
    connect(m_terminals, &TerminalPanel::viewChanged, this, &ContainerDetailsPane::detachableChanged);
    connect(m_terminals, &TerminalPanel::draggedOut, this, [this](const QPoint &position) { detach(position); });
    connect(m_workbench->windows(), &DetachedWindows::changed, this, &ContainerDetailsPane::followWindows);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_stack);
}

void ContainerDetailsPane::setSelection(const QStringList &ids)
{
    if (ids == m_selection)
        return;
    m_selection = ids;
    ++m_generation;
    m_reload.stop();
    m_focusIsWanted = false;
    if (ids.size() != 1) {
        // The selection of a container that was removed goes with it.
        if (ids.isEmpty() && !m_id.isEmpty() && !m_workbench->engine()->containers()->contains(m_id)) {
            removed();
            return;
        }
        m_id.clear();
        m_gone = {};
        m_logs->setContainer({});
        say(ids.size() > 1 ? tr("%1 containers are selected.").arg(ids.size())
                           : tr("Select a container to see its details."));
        m_mergeLogs->setVisible(ids.size() > 1);
        if (ids.size() > 1 && m_tabs->currentIndex() == LogsTab)
            showMergedLogs();
        return;
    }
    m_id = ids.first();
    m_predecessor = m_gone.id;
    m_gone = {};
    m_inspect->mask();
    endRemains();
    showHead(m_workbench->engine()->containers()->container(m_id));
    m_overview->setDatabase(m_workbench->databaseFinder()->isDatabase(m_id));
    m_slow.start();
    m_reload.start(LoadAfterMs);
}

void ContainerDetailsPane::setLow(bool low)
{
    setMinimumHeight(Fonts::scaled(low ? LowestOfAll : Lowest));
}

void ContainerDetailsPane::showTab(Tab tab)
{
    if (!m_tabs->isTabVisible(tab))
        return;
    m_tabs->setCurrentIndex(tab);
    if (tab == LogsTab && m_selection.size() > 1)
        showMergedLogs();
}

ContainerDetailsPane::Tab ContainerDetailsPane::tab() const
{
    return Tab(m_tabs->currentIndex());
}

void ContainerDetailsPane::focusTab()
{
    if (m_stack->currentWidget() == m_severalPlace)
        m_severalPlace->isElsewhere() ? m_severalPlace->noteTarget()->setFocus() : m_several->takeFocus();
    m_focusIsWanted = m_stack->currentIndex() != 0; // until the details are read
    if (m_focusIsWanted)
        return;
    for (const PanelPlace *place : {m_logPlace, m_terminalPlace}) {
        if (m_pages->currentWidget() == place && place->isElsewhere()) {
            place->noteTarget()->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
    QWidget *target = tabTarget();
    (target ? target : m_tabs)->setFocus(Qt::OtherFocusReason);
}

void ContainerDetailsPane::openTerminal()
{
    showTab(TerminalTab);
    if (!m_terminalPlace->isElsewhere())
        m_terminals->openFirst();
    focusTab();
}

bool ContainerDetailsPane::startFinding()
{
    if (!isVisible() || m_stack->currentIndex() != 0)
        return m_several->startFindingHere();
    const QWidget *focus = window()->focusWidget();
    const bool logs = m_tabs->currentIndex() == LogsTab && m_logs->isAncestorOf(focus);
    const bool inspect = m_tabs->currentIndex() == InspectTab && m_inspect->isAncestorOf(focus);
    const bool terminal = m_tabs->currentIndex() == TerminalTab && m_terminals->isAncestorOf(focus);
    if (logs)
        m_logs->startFinding();
    else if (terminal)
        m_terminals->startFinding();
    else if (inspect)
        m_inspect->startFinding();
    return logs || inspect || terminal;
}

QList<QDateTime> ContainerDetailsPane::shownTimes() const
{
    if (!isVisible() || m_id.isEmpty() || m_details.id != m_id)
        return {};
    return {m_details.created, m_details.started, m_details.finished, m_cause ? m_cause->shownTime() : QDateTime()};
}

void ContainerDetailsPane::updateTimes()
{
    if (m_cause)
        m_cause->updateTimes();
    if (!shownTimes().isEmpty() && m_workbench->engine()->state() != Engine::State::Lost)
        m_overview->setContainer(m_details, m_workbench->engine()->endpoint());
}

void ContainerDetailsPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    foldHead();
}

void ContainerDetailsPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_id.isEmpty() && (m_details.id != m_id || m_missed))
        m_reload.start(LoadAfterMs);
    updateTimes();
    Q_EMIT detailsShown();
}

void ContainerDetailsPane::follow(const QStringList &inserted, const QStringList &updated, const QStringList &gone)
{
    if (gone.contains(m_id) && !m_id.isEmpty()) {
        ++m_generation;
        m_reload.stop();
        m_selection.clear();
        removed();
        return;
    }
    findSuccessor(inserted + updated);
    if (!updated.contains(m_id))
        return;
    showHead(m_workbench->engine()->containers()->container(m_id));
    m_reload.start(LoadAfterMs);
}

void ContainerDetailsPane::removed()
{
    m_gone = m_shown;
    m_id.clear();
    m_logs->setContainer({});
    if (m_files)
        m_files->setContainer({});
    if (m_terminals->hasText(m_shown.id))
        showRemains();
    else
        say(removedSentence());
    findSuccessor(m_workbench->engine()->containers()->containers().keys());
}

void ContainerDetailsPane::findSuccessor(const QStringList &among)
{
    // Who reads the terminal of the one that went is not taken away from it.
    if (m_gone.id.isEmpty() || m_tabBefore == TerminalTab)
        return;
    const ContainerStore *store = m_workbench->engine()->containers();
    const auto next = std::find_if(among.cbegin(), among.cend(),
                                   [this, store](const QString &id) { return succeeds(store->container(id), m_gone); });
    if (next == among.cend())
        return;
    // Later: others have yet to hear of the change of the list.
    QMetaObject::invokeMethod(
        this,
        [this, id = *next, gone = m_gone.id] {
            if (m_gone.id == gone)
                Q_EMIT successorCame(id);
        },
        Qt::QueuedConnection);
}

void ContainerDetailsPane::followEvent(const EngineEvent &event)
{
    if (event.id != m_id || !isVisible())
        return;
    if (event.changesLists())
        m_reload.start(LoadAfterMs);
    else if (event.action.startsWith("exec_die"_L1) && m_details.health != Health::None)
        m_reload.start(ProbeAfterMs); // the end of a probe
}

void ContainerDetailsPane::load()
{
    EngineClient *client = m_workbench->engine()->client();
    if (m_id.isEmpty())
        return;
    m_missed = !isVisible(); // to be asked for when it is shown
    if (m_missed)
        return;
    if (!client) {
        // What was read before the loss still stands there.
        m_slow.stop();
        if (m_details.id == m_id)
            m_stack->setCurrentIndex(0);
        else
            say(tr("Details cannot be read: the engine is not connected."));
        return;
    }
    const int generation = ++m_generation;
    onAnswer<EngineError>(
        client->inspectContainer(m_id), this,
        [this, generation](const ContainerDetails &details) {
            if (generation == m_generation)
                showDetails(details);
        },
        [this, generation](const EngineError &error) {
            // A container that is gone is told by the list.
            if (generation != m_generation || error.isNotFound())
                return;
            say(error.sentence());
            m_reload.start(AgainAfterMs);
        });
}

void ContainerDetailsPane::showDetails(const ContainerDetails &details)
{
    m_slow.stop();
    m_details = details;
    if (m_cause)
        m_cause->setContainer(details);
    m_overview->setContainer(details, m_workbench->engine()->endpoint());
    m_overview->setDatabase(m_workbench->databaseFinder()->isDatabase(details.id));
    followWindows();
    if (!m_logPlace->isElsewhere())
        m_logs->setContainer(details, m_predecessor);
    if (m_stats)
        m_stats->setContainer(details);
    if (m_files)
        m_files->setContainer(details);
    m_inspect->setJson(details.raw);
    m_stack->setCurrentIndex(0);
    if (std::exchange(m_focusIsWanted, false))
        focusTab();
    Q_EMIT detailsShown();
}

void ContainerDetailsPane::say(const QString &sentence)
{
    m_slow.stop();
    endRemains();
    m_sentence->setText(sentence);
    m_mergeLogs->hide();
    m_stack->setCurrentIndex(1);
}

void ContainerDetailsPane::showMergedLogs()
{
    endRemains();
    followWindows();
    if (!m_severalPlace->isElsewhere())
        m_several->setContainers(m_selection);
    m_slow.stop();
    m_stack->setCurrentWidget(m_severalPlace);
}

} // namespace Gantry
