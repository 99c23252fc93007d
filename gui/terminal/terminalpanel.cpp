// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/terminalpanel.h"

#include "look/actionbutton.h"
#include "look/icons.h"
#include "look/oneline.h"
#include "look/plaintooltip.h"
#include "look/separator.h"
#include "look/symbolbutton.h"
#include "look/tabbar.h"
#include "look/verbatim.h"
#include "shell/workbench.h"
#include "terminal/terminalendbar.h"
#include "terminal/terminalfindbar.h"
#include "terminal/terminalsearch.h"
#include "terminal/terminalstartform.h"
#include "terminal/terminalview.h"
#include "terminal/terminalviewaccessible.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestTab = 28;
/// Before it is shown for the first time.
constexpr QSize UsualGrid(80, 24);

} // namespace

TerminalPanel::TerminalPanel(Workbench *workbench, QWidget *parent)
    : QWidget(parent)
    , m_workbench(workbench)
{
    TerminalViewAccessible::install();
    setObjectName(u"terminalPanel"_s);
    build();
    connect(m_workbench->engine(), &Engine::stateChanged, this, &TerminalPanel::describe);
    connect(m_workbench->engine()->containers(), &ContainerStore::changed, this, [this] {
        forgetRemoved();
        describe();
    });
}

TerminalPanel::~TerminalPanel()
{
    // The views speak of the sessions.
    for (const auto &entry : m_entries)
        delete entry->view;
}

void TerminalPanel::build()
{
    m_tabs = new TabBar(this);
    m_tabs->setObjectName(u"terminalTabs"_s);
    m_tabs->setAccessibleName(tr("Terminals"));
    m_new = makeSymbolButton(u"plus"_s, tr("New session (Ctrl+Shift+T)"), u"newSession"_s, this);
    m_new->setAccessibleName(tr("New session"));
    m_close = makeSymbolButton(u"close"_s, tr("Close the terminal (Ctrl+Shift+W)"), u"closeSession"_s, this);
    m_close->setAccessibleName(tr("Close the terminal"));
    QToolButton *search = makeSymbolButton(u"search"_s, tr("Find (Ctrl+Shift+F)"), u"findInTerminal"_s, this);
    search->setAccessibleName(tr("Find"));
    m_detach = new ActionButton(DetachedWindows::action(m_workbench->actions()), ButtonKind::Ghost, this);
    m_detach->setIconOnly(true);
    m_row = new QWidget(this);
    auto *row = new QHBoxLayout(m_row);
    row->setContentsMargins(8, 0, 12, 0);
    row->setSpacing(2);
    row->addWidget(m_tabs);
    row->addWidget(m_new);
    row->addStretch(1);
    row->addWidget(search);
    row->addWidget(m_detach);
    row->addWidget(m_close);
    m_find = new TerminalFindBar(this);
    m_pages = new QStackedWidget(this);
    m_form = new TerminalStartForm(m_pages);
    m_pages->addWidget(m_form);
    m_end = new TerminalEndBar(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_row);
    layout->addWidget(new Separator(Qt::Horizontal, this));
    layout->addWidget(m_find);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_end);

    m_tabs->setDragsOut(true);
    m_tabs->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_tabs, &TabBar::draggedOut, this, [this](int, const QPoint &position) { Q_EMIT draggedOut(position); });
    connect(m_tabs, &QWidget::customContextMenuRequested, this, &TerminalPanel::showTabMenu);
    connect(m_tabs, &QTabBar::currentChanged, this, &TerminalPanel::showCurrent);
    connect(m_new, &QToolButton::clicked, this, [this] { showForm(true); });
    connect(m_close, &QToolButton::clicked, this, &TerminalPanel::closeCurrent);
    connect(search, &QToolButton::clicked, this, &TerminalPanel::startFinding);
    connect(m_form, &TerminalStartForm::openRequested, this, [this] { open(m_form->program()); });
    connect(m_form, &TerminalStartForm::backRequested, this, [this] { showForm(false); });
    connect(m_end, &TerminalEndBar::restartRequested, this, &TerminalPanel::restart);
    connect(m_end, &TerminalEndBar::closeRequested, this, &TerminalPanel::closeCurrent);
    connect(m_find, &TerminalFindBar::patternChanged, this, [this] {
        if (view())
            view()->search()->setPattern(m_find->pattern());
        describeMatches();
    });
    connect(m_find, &TerminalFindBar::stepped, this, [this](bool forward) {
        if (view())
            view()->find(forward);
        describeMatches();
    });
    connect(m_find, &TerminalFindBar::closed, this, [this] {
        m_find->hide();
        if (view()) {
            view()->search()->setPattern({});
            view()->setFocus(Qt::OtherFocusReason);
        }
    });
    refresh();
}

ContainerSummary TerminalPanel::container() const
{
    return m_workbench->engine()->containers()->container(m_id);
}

QString TerminalPanel::nameOf(const QString &containerId) const
{
    const QString listed = m_workbench->engine()->containers()->container(containerId).name;
    const QString name = listed.isEmpty() && containerId == m_id ? m_name : listed;
    return name.isEmpty() ? containerId.left(12) : name;
}

QString TerminalPanel::obstacle(const ContainerSummary &container)
{
    if (container.state == ContainerState::Paused)
        return tr("%1 is paused: unpause it.").arg(shortName(container.name));
    return container.state == ContainerState::Running ? QString()
                                                      : tr("%1 is not running.").arg(shortName(container.name));
}

bool TerminalPanel::hasSessions(const QString &containerId) const
{
    return std::any_of(m_entries.begin(), m_entries.end(),
                       [&](const auto &entry) { return entry->session->containerId() == containerId; });
}

bool TerminalPanel::hasText(const QString &containerId) const
{
    return std::any_of(m_entries.begin(), m_entries.end(), [&](const auto &entry) {
        return entry->session->containerId() == containerId && !entry->session->isOfEarlierRun();
    });
}

QList<TerminalPanel::Entry *> TerminalPanel::shownEntries()
{
    QList<Entry *> shown;
    for (const auto &entry : m_entries) {
        if (entry->session->containerId() == m_id)
            shown.append(entry.get());
    }
    return shown;
}

const TerminalPanel::Entry *TerminalPanel::current() const
{
    return entryOf(m_currentOf.value(m_id));
}

TerminalPanel::Entry *TerminalPanel::entryOf(const TerminalSession *session) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [session](const auto &entry) { return entry->session == session; });
    return found == m_entries.end() ? nullptr : found->get();
}

TerminalView *TerminalPanel::view() const
{
    return qobject_cast<TerminalView *>(m_pages->currentWidget());
}

QWidget *TerminalPanel::focusTarget() const
{
    return view() ? static_cast<QWidget *>(view()) : m_form->focusProxy();
}

void TerminalPanel::setContainer(const ContainerSummary &container)
{
    if (m_id != container.id) {
        m_id = container.id;
        m_formWanted = false;
        m_form->reset();
        forgetRemoved();
    }
    m_name = container.name;
    refresh();
}

void TerminalPanel::openFirst()
{
    if (!hasSessions(m_id) && obstacle(container()).isEmpty())
        open({});
}

TerminalSession *TerminalPanel::addSession(const QString &containerId)
{
    auto entry = std::make_unique<Entry>();
    entry->session = new TerminalSession(m_workbench->engine(), containerId, this);
    entry->view = new TerminalView(entry->session, m_pages);
    entry->view->setObjectName(u"terminal"_s);
    entry->view->setAccessibleName(tr("Terminal"));
    entry->view->setAccessibleDescription(tr("Tab is typed here; Ctrl+Tab and Ctrl+Shift+Tab leave the terminal."));
    TerminalSession *session = entry->session;
    adopt(std::move(entry));
    refresh();
    Q_EMIT sessionsChanged();
    return session;
}

void TerminalPanel::open(const TerminalSession::Program &program)
{
    TerminalSession *session = addSession(m_id);
    const QSize grid = view() && view()->isVisible() ? view()->gridSize() : UsualGrid;
    session->run(program, grid.width(), grid.height());
    if (isVisible())
        focusTarget()->setFocus(Qt::OtherFocusReason);
}

void TerminalPanel::attach(const QString &containerId, bool restart)
{
    TerminalSession *session = addSession(containerId);
    const QSize grid = view() && view()->isVisible() ? view()->gridSize() : UsualGrid;
    session->attach(grid.width(), grid.height(), restart);
}

void TerminalPanel::follow(TerminalSession *session)
{
    if (Entry *entry = entryOf(session))
        tell(entry);
    forgetRemoved();
    describe();
    if (!m_isLeaving)
        Q_EMIT remembered();
}

/// A bell is seen and not heard: where its terminal is not in sight, its tab is marked until it is.
void TerminalPanel::ring(TerminalSession *session)
{
    Entry *entry = entryOf(session);
    if (!entry)
        return;
    if (entry->view->isVisible()) {
        entry->view->flash();
    } else if (!std::exchange(entry->hasRung, true)) {
        describe();
        Q_EMIT sessionsChanged();
    }
}

void TerminalPanel::forgetBell()
{
    Entry *entry = entryOf(m_currentOf.value(m_id));
    if (!entry || !entry->view->isVisible() || !std::exchange(entry->hasRung, false))
        return;
    describe();
    Q_EMIT sessionsChanged();
}

void TerminalPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    forgetBell();
}

bool TerminalPanel::hasRung(const QString &containerId) const
{
    return std::any_of(m_entries.begin(), m_entries.end(), [&containerId](const auto &entry) {
        return entry->hasRung && entry->session->containerId() == containerId;
    });
}

/// Once, when it is known what has been started.
void TerminalPanel::tell(Entry *entry)
{
    const TerminalSession *session = entry->session;
    const bool isNews = session->state() != TerminalSession::State::Opening && !session->isOfEarlierRun();
    if (!isNews || std::exchange(entry->isTold, true))
        return;
    const QString name = nameOf(session->containerId());
    const QString title = session->isAttached() ? tr("Attach to %1").arg(shortName(name))
                                                : tr("Open a terminal in %1").arg(shortName(name));
    Operation *operation
        = m_workbench->operations()->begin(title, m_workbench->engine()->commandPrefix() + session->command(name));
    if (session->state() == TerminalSession::State::Failed)
        operation->fail(session->problem());
    else
        operation->succeed();
}

void TerminalPanel::showForm(bool shown)
{
    m_formWanted = shown;
    refresh();
    focusTarget()->setFocus(Qt::OtherFocusReason);
}

QString TerminalPanel::tabText(const Entry &entry) const
{
    const QString title = entry.session->screen()->title();
    if (!title.isEmpty())
        return oneLine(title, LongestTab);
    if (entry.session->isAttached())
        return tr("Attached");
    return entry.session->shell().isEmpty() ? tr("Terminal") : oneLine(entry.session->shell(), LongestTab);
}

void TerminalPanel::refresh()
{
    m_refreshing = true;
    const QList<Entry *> shown = shownEntries();
    while (m_tabs->count() > shown.size())
        m_tabs->removeTab(m_tabs->count() - 1);
    while (m_tabs->count() < shown.size())
        m_tabs->addTab(QString());
    const Entry *chosen = current();
    for (int i = 0; i < shown.size(); ++i) {
        if (shown[i] == chosen)
            m_tabs->setCurrentIndex(i);
    }
    m_refreshing = false;
    const bool form = m_formWanted || !chosen;
    m_pages->setCurrentWidget(form ? static_cast<QWidget *>(m_form) : chosen->view);
    m_row->setVisible(!shown.isEmpty());
    if (form)
        m_find->hide();
    describe();
    forgetBell();
    Q_EMIT viewChanged();
}

void TerminalPanel::showCurrent(int tab)
{
    const QList<Entry *> shown = shownEntries();
    if (m_refreshing || tab < 0 || tab >= shown.size())
        return;
    m_currentOf[m_id] = shown[tab]->session;
    m_formWanted = false;
    if (m_find->isVisible())
        shown[tab]->view->search()->setPattern(m_find->pattern());
    refresh();
    describeMatches();
}

void TerminalPanel::describe()
{
    const QList<Entry *> shown = shownEntries();
    for (int i = 0; i < std::min<int>(int(shown.size()), m_tabs->count()); ++i) {
        const TerminalSession *session = shown[i]->session;
        const QString text = tabText(*shown[i]);
        if (const QString marked = verbatim(text); m_tabs->tabText(i) != marked)
            m_tabs->setTabText(i, marked);
        m_tabs->setTabToolTip(i, plainToolTip(session->command(nameOf(m_id)).join(u' ')));
        if (m_tabs->tabIcon(i).isNull() == shown[i]->hasRung) {
            m_tabs->setTabIcon(i, shown[i]->hasRung ? symbolIcon(u"bell"_s, Tone::Accent) : QIcon());
            m_tabs->setAccessibleTabName(i, shown[i]->hasRung ? tr("%1, bell", "a terminal").arg(text) : QString());
        }
        m_tabs->setBadge(
            i, session->isOpen() || !session->exitCode() ? QString() : QLocale().toString(*session->exitCode()));
    }
    QString reason;
    const ContainerSummary summary = container();
    if (m_workbench->engine()->state() != Engine::State::Connected)
        reason = tr("The engine is not connected.");
    else if (!m_id.isEmpty() && summary.id.isEmpty())
        reason = tr("The container was removed.");
    else
        reason = obstacle(summary);
    const Entry *chosen = current();
    m_form->setContainer(summary.name, reason, chosen);
    m_new->setEnabled(reason.isEmpty());
    setPlainToolTip(m_new, reason.isEmpty() ? tr("New session (Ctrl+Shift+T)") : reason);
    m_close->setEnabled(chosen && !m_formWanted);
    const bool canRestart = chosen && chosen->session->isAttached() && !summary.isRunning() && !summary.id.isEmpty();
    m_end->show(chosen && !m_formWanted ? chosen->session : nullptr, canRestart ? QString() : reason);
}

void TerminalPanel::startFinding()
{
    if (!view())
        return;
    m_find->open();
    view()->search()->setPattern(m_find->pattern());
    describeMatches();
}

void TerminalPanel::describeMatches()
{
    if (!m_find->isVisible() || !view())
        return;
    const TerminalSearch *search = view()->search();
    if (!search->problem().isEmpty()) {
        m_find->say(tr("Not a regular expression"), true);
        return;
    }
    const auto count = int(search->matches().size());
    const int number = view()->currentMatch();
    if (search->pattern().isEmpty())
        m_find->say({});
    else if (count == 0)
        m_find->say(search->isRunning() ? tr("searching…") : tr("Not found"));
    else if (number > 0)
        m_find->say(tr("%1 of %2", "a match, and how many there are")
                        .arg(QLocale().toString(number), QLocale().toString(count)));
    else
        m_find->say(tr("%n match(es)", nullptr, count));
}

} // namespace Gantry
