// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "containers/containerspage.h"

#include "containers/containeractions.h"
#include "containers/containercolumns.h"
#include "containers/containertree.h"
#include "items/containermodel.h"
#include "items/humanize.h"
#include "look/chip.h"
#include "look/fonts.h"
#include "look/icons.h"
#include "look/menubutton.h"
#include "look/pageheader.h"
#include "look/plaintooltip.h"
#include "look/searchfield.h"
#include "postgres/databasefinder.h"
#include "shell/workbench.h"
#include "stats/statsreader.h"
#include "terminal/terminalpanel.h"
#include "welcome/welcomepanel.h"

#include <QActionGroup>
#include <QButtonGroup>
#include <QHeaderView>
#include <QLocale>
#include <QMenu>
#include <QResizeEvent>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

const auto GroupedKey = "containers/grouped"_L1;
const auto FilterKey = "containers/filter"_L1;
const auto ShowKey = "containers/show"_L1;
const auto DetailsKey = "containers/details"_L1;
/// A list that is narrower has no room for the chips beside the filter.
constexpr int NarrowList = 560;
/// Rows whose times change one after the other are painted together.
constexpr int ShortestTickMs = 500;

} // namespace

ContainersPage::ContainersPage(Workbench *workbench, QWidget *parent)
    : Page(u"containers"_s, parent)
    , m_workbench(workbench)
    , m_model(new ContainerModel(workbench->engine()->containers(), workbench->operations(), this))
    , m_filter(new ContainerFilter(m_model, this))
    , m_actions(new ContainerActions(workbench, this))
    , m_header(new PageHeader(tr("Containers"), this))
{
    UiState *state = m_workbench->state();
    m_model->setStats(m_workbench->statsStore());
    m_model->setGrouped(state->value(GroupedKey, true).toBool());
    addViewActions();
    for (const QString &id : {u"container.start"_s, u"container.stop"_s, u"container.restart"_s, u"container.remove"_s})
        m_header->addButton(m_actions->action(id));
    m_header->addSeparator();
    m_header->addButton(m_actions->action(u"container.run"_s), ButtonKind::Primary);

    QWidget *list = buildList(); // first: Tab follows the order in which things are made
    m_details = new ContainerDetailsPane(m_workbench, m_actions, this);
    m_splitter = new QSplitter(this);
    m_splitter->setObjectName(u"containersSplitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(list);
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(0, 1);
    turnSplitter(Qt::Horizontal);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] {
        m_workbench->state()->setValue(splitterKey(m_splitter->orientation()), m_splitter->saveState());
    });
    m_details->setVisible(state->value(DetailsKey, true).toBool());

    m_welcome = new WelcomePanel(m_workbench, this);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_splitter);
    m_stack->addWidget(m_welcome);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_stack, 1);

    connectRequests();
    m_clock.setSingleShot(true);
    connect(&m_clock, &QTimer::timeout, this, &ContainersPage::tick);
    connect(m_details, &ContainerDetailsPane::detailsShown, this, &ContainersPage::tickSoon);
    connect(m_tree->verticalScrollBar(), &QScrollBar::valueChanged, this, &ContainersPage::tickSoon);
    connect(m_tree, &QTreeView::expanded, this, &ContainersPage::tickSoon);
    connect(m_tree, &QTreeView::collapsed, this, &ContainersPage::tickSoon);
    connect(m_tree->header(), &QHeaderView::sectionResized, this, &ContainersPage::tickSoon);
    connect(m_tree->header(), &QHeaderView::sortIndicatorChanged, this, &ContainersPage::tickSoon);
    refresh();
}

QString ContainersPage::title() const
{
    return tr("Containers");
}

int ContainersPage::count() const
{
    return m_model->counts().all;
}

QWidget *ContainersPage::focusTarget()
{
    return m_stack->currentWidget() == m_welcome ? m_welcome->focusProxy() : m_tree;
}

void ContainersPage::addViewActions()
{
    ActionRegistry *actions = m_workbench->actions();
    QAction *grouped
        = actions->add({u"container.grouped"_s, ActionRegistry::Menu::View, tr("Group by project"),
                        tr("Show containers under their Compose project"), u"project"_s, QKeySequence(), true});
    grouped->setCheckable(true);
    grouped->setChecked(m_model->isGrouped());
    connect(grouped, &QAction::toggled, this, &ContainersPage::setGrouped);
    QAction *details = actions->add({u"container.details"_s, ActionRegistry::Menu::View, tr("Container details"),
                                     tr("Show the details of the selected container"), u"info"_s});
    details->setCheckable(true);
    details->setChecked(m_workbench->state()->value(DetailsKey, true).toBool());
    connect(details, &QAction::toggled, this, qOverload<bool>(&ContainersPage::showDetails));
}

void ContainersPage::connectRequests()
{
    connect(m_details, &ContainerDetailsPane::closeRequested, this, [this] {
        showDetails(false);
        m_tree->setFocus();
    });
    // Where a filter hides it, nothing is selected.
    connect(m_details, &ContainerDetailsPane::successorCame, this, [this](const QString &id) { m_tree->select(id); });
    using Pane = ContainerDetailsPane;
    connect(m_actions, &ContainerActions::showLogsRequested, this, [this] { showDetails(Pane::LogsTab); });
    connect(m_actions, &ContainerActions::openTerminalRequested, this, [this] {
        showDetails(true);
        m_details->openTerminal();
    });
    connect(m_actions, &ContainerActions::showStatsRequested, this, [this] { showDetails(Pane::StatsTab); });
    connect(m_actions, &ContainerActions::showFilesRequested, this, [this] { showDetails(Pane::FilesTab); });
    connect(m_actions, &ContainerActions::showInspectRequested, this, [this] { showDetails(Pane::InspectTab); });
    connect(m_actions, &ContainerActions::showCauseRequested, this, [this] { showDetails(Pane::CauseTab); });
    connect(m_workbench, &Workbench::showContainerRequested, this, &ContainersPage::select);
    connect(m_workbench, &Workbench::showContainerLogsRequested, this, [this](const QString &id) {
        select(id);
        showDetails(Pane::LogsTab);
    });
    connect(m_workbench, &Workbench::openTerminalRequested, this, [this](const QString &id) {
        select(id);
        showDetails(true);
        m_details->openTerminal();
    });
    connect(m_workbench, &Workbench::attachTerminalRequested, this, [this](const QString &id) {
        m_attaching = id;
        attachIfListed();
    });
    connect(m_workbench, &Workbench::showContainerCauseRequested, this, [this](const QString &id) {
        select(id);
        showDetails(Pane::CauseTab);
    });
    connect(m_details, &ContainerDetailsPane::severalLogsWanted, this, [this](const QStringList &ids) {
        m_tree->select(ids);
        showDetails(Pane::LogsTab);
    });
    connect(m_details, &ContainerDetailsPane::detachableChanged, this, &ContainersPage::offerDetaching);
    connect(m_details, &ContainerDetailsPane::remainsLeft, this, &ContainersPage::refresh);
    connect(m_details, &ContainerDetailsPane::tabShown, this, &ContainersPage::keepOpen);
    connect(m_details, &ContainerDetailsPane::tabShown, this, &ContainersPage::tickSoon);
    connect(m_details->terminals(), &TerminalPanel::remembered, this, &ContainersPage::keepTerminals);
    connect(m_workbench->engine()->containers(), &ContainerStore::changed, this, &ContainersPage::refresh);
    connect(m_workbench->engine(), &Engine::stateChanged, this, [this](Engine::State state) {
        // Nobody knows how long what was last known has lasted since.
        m_model->setWhen(state == Engine::State::Lost ? QDateTime::currentDateTime() : QDateTime());
        refresh();
        if (state == Engine::State::Connected)
            restoreOpen();
    });
}

/// The list may not have been told yet of a container that was just made.
void ContainersPage::attachIfListed()
{
    if (m_attaching.isEmpty() || !m_model->indexOf(m_attaching).isValid())
        return;
    const QString id = std::exchange(m_attaching, {});
    select(id);
    showDetails(true);
    m_details->terminals()->attach(id);
    m_details->openTerminal();
}

QWidget *ContainersPage::buildList()
{
    auto *list = new QWidget(this);
    list->setMinimumSize(Fonts::scaled(300), Fonts::scaled(120)); // the filter and a row
    m_bar = buildBar();
    m_bar->installEventFilter(this);
    buildTree();
    m_field->setList(m_tree);
    m_listStack = new QStackedWidget(list);
    m_listStack->addWidget(m_tree);
    m_listStack->addWidget(buildNoMatch());
    auto *layout = new QVBoxLayout(list);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_listStack, 1);
    return list;
}

void ContainersPage::buildTree()
{
    m_tree = new ContainerTree(m_filter, m_workbench->state(), this);
    m_tree->setGrouped(m_model->isGrouped());
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    const QList<QAction *> actions = m_actions->menu();
    for (QAction *action : actions) {
        if (action)
            m_tree->addAction(action);
    }
    connect(m_tree, &QWidget::customContextMenuRequested, this, &ContainersPage::showContextMenu);
    connect(m_tree, &QTreeView::activated, this, &ContainersPage::activate);
    connect(m_tree, &TreeView::linkActivated, this, [this](const QModelIndex &index) {
        const ContainerSummary *container = m_filter->container(index);
        if (!container)
            return;
        const QString id = container->id;
        if (index.column() != ContainerModel::MemoryColumn) {
            m_actions->openPort(id);
            return;
        }
        select(id);
        showDetails(ContainerDetailsPane::CauseTab);
    });
    connect(m_tree->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ContainersPage::followSelection);
}

QWidget *ContainersPage::buildBar()
{
    auto *bar = new QWidget(this);
    m_field = new SearchField(tr("Filter by name, image, state:… port:…"), bar);
    m_field->setObjectName(u"filter"_s);
    m_field->setAccessibleName(tr("Filter"));
    m_field->setKeyHint(QKeySequence(QKeySequence::Find));
    m_field->setMaximumWidth(Fonts::scaled(330));
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(20, 6, 12, 8);
    layout->setSpacing(6);
    layout->addWidget(m_field, 10);
    layout->addStretch(1);

    auto *group = new QButtonGroup(this);
    const QStringList names{tr("All"), tr("Running"), tr("Stopped"), tr("Problems")};
    for (int i = 0; i < names.size(); ++i) {
        auto *chip = new Chip(names.at(i), bar);
        chip->setObjectName(u"containersChip%1"_s.arg(i));
        group->addButton(chip, i);
        layout->addWidget(chip);
        m_chips.append(chip);
    }
    connect(group, &QButtonGroup::idClicked, this, [this](int id) { setShow(ContainerFilter::Show(id)); });
    setShow(ContainerFilter::Show(qBound(0, m_workbench->state()->value(ShowKey).toInt(), int(names.size()) - 1)));

    auto *options = new QToolButton(bar);
    options->setObjectName(u"containersViewOptions"_s);
    options->setAccessibleName(tr("View options"));
    setPlainToolTip(options, tr("View options"));
    options->setIcon(symbolIcon(u"view-options"_s));
    options->setFocusPolicy(Qt::TabFocus);
    auto *menu = new QMenu(options);
    menu->setObjectName(u"containersViewMenu"_s);
    m_shows = new QActionGroup(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillViewMenu(menu); });
    connect(options, &QToolButton::clicked, menu, [options, menu] { popupBelow(menu, options); });
    layout->addWidget(options);

    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setText(text);
        m_workbench->state()->setValue(FilterKey, text);
        refresh();
    });
    m_field->setText(m_workbench->state()->value(FilterKey).toString());
    return bar;
}

void ContainersPage::fillViewMenu(QMenu *menu)
{
    menu->clear();
    menu->addAction(m_actions->action(u"container.grouped"_s));
    menu->addAction(m_actions->action(u"container.details"_s));
    menu->addSeparator();
    for (int i = 0; i < m_chips.size(); ++i) {
        QAction *show = menu->addAction(m_chips.at(i)->text());
        show->setActionGroup(m_shows);
        show->setCheckable(true);
        show->setChecked(int(m_filter->show()) == i);
        connect(show, &QAction::triggered, this, [this, i] { setShow(ContainerFilter::Show(i)); });
    }
    menu->addSeparator();
    m_tree->columns()->addChoices(menu);
}

void ContainersPage::setGrouped(bool grouped)
{
    m_workbench->state()->setValue(GroupedKey, grouped);
    const QStringList selected = m_tree->selectedIds();
    m_tree->setGrouped(grouped);
    m_model->setGrouped(grouped);
    m_tree->select(selected);
}

void ContainersPage::setShow(ContainerFilter::Show show)
{
    m_chips.at(int(show))->setChecked(true);
    m_filter->setShow(show);
    m_workbench->state()->setValue(ShowKey, int(show));
    if (m_listStack) {
        refresh();
        fitBar();
    }
}

void ContainersPage::clearFilter()
{
    setShow(ContainerFilter::Show::All);
    m_field->clear();
}

void ContainersPage::showDetails(bool show)
{
    m_workbench->state()->setValue(DetailsKey, show);
    m_actions->action(u"container.details"_s)->setChecked(show);
    placeDetails();
}

void ContainersPage::showDetails(ContainerDetailsPane::Tab tab)
{
    showDetails(true);
    m_details->showTab(tab);
    m_details->focusTab();
}

void ContainersPage::followSelection()
{
    const QStringList ids = m_tree->selectedIds();
    m_details->setSelection(ids);
    placeDetails();
    keepOpen();
    // On another page nothing is selected here.
    m_actions->setSelection(isVisible() ? ids : QStringList());
}

void ContainersPage::updateActions()
{
    followSelection();
    m_actions->update();
    offerDetaching();
}

bool ContainersPage::startFiltering()
{
    if (m_details->startFinding())
        return true;
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
    return true;
}

void ContainersPage::refresh()
{
    const ContainerModel::Counts counts = m_model->counts();
    m_header->setFact(counts.all > 0 ? tr("%1 of %2 running").arg(counts.running).arg(counts.all) : tr("none yet"));
    const int numbers[]{counts.all, counts.running, counts.stopped, counts.problems};
    for (int i = 0; i < m_chips.size(); ++i)
        m_chips.at(i)->setCount(QLocale().toString(numbers[i]));
    if (!m_stack)
        return;
    const bool hasContent = counts.all > 0 || m_details->showsRemains();
    turnTo(m_stack, hasContent ? static_cast<QWidget *>(m_splitter) : m_welcome);
    m_listStack->setCurrentIndex(m_filter->rowCount() > 0 || counts.all == 0 ? 0 : 1);
    Q_EMIT countChanged();
    // No signal of the selection tells what a filter takes from it, or what comes to and goes from a selected group.
    updateActions();
    attachIfListed();
    tickSoon();
}

void ContainersPage::tick()
{
    // Before anything is said by it: what is said a moment later must not be held for a minute longer.
    const QDateTime now = QDateTime::currentDateTimeUtc();
    m_tree->viewport()->update();
    m_details->updateTimes();
    m_workbench->engine()->wantPorts(m_tree->idsInView());
    m_workbench->statsReader()->want(this, m_tree->idsToSample(), StatsReader::Pace::WhileAttended);
    int next = Humanize::holds({}, now);
    const QList<QDateTime> times = m_tree->shownTimes() + m_details->shownTimes();
    for (const QDateTime &time : times)
        next = qMin(next, Humanize::holds(time, now));
    m_clock.start(qMax(ShortestTickMs, next));
}

void ContainersPage::tickSoon()
{
    if (isVisible() && !window()->isMinimized() && (!m_clock.isActive() || m_clock.remainingTime() > ShortestTickMs))
        m_clock.start(ShortestTickMs);
}

void ContainersPage::fitBar()
{
    const bool narrow = m_bar->width() < Fonts::scaled(NarrowList);
    // A chip that hides rows is never hidden itself.
    for (int i = 0; i < m_chips.size(); ++i)
        m_chips.at(i)->setVisible(!narrow || (i > 0 && int(m_filter->show()) == i));
}

void ContainersPage::select(const QString &id)
{
    if (m_tree->select(id) || !m_model->indexOf(id).isValid())
        return;
    // The filter hides it: what was asked for comes first.
    clearFilter();
    m_tree->select(id);
}

void ContainersPage::activate(const QModelIndex &index)
{
    const ContainerSummary *container = m_filter->container(index);
    if (!container)
        return;
    if (m_workbench->databaseFinder()->isDatabase(container->id))
        Q_EMIT m_workbench->openConsoleRequested(container->id);
    else
        showDetails(ContainerDetailsPane::OverviewTab);
}

void ContainersPage::showContextMenu(const QPoint &position)
{
    if (m_tree->selectedIds().isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"containerMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    const QList<QAction *> actions = m_actions->menu();
    for (QAction *action : actions)
        action ? menu->addAction(action) : static_cast<void>(menu->addSeparator());
    menu->popup(m_tree->viewport()->mapToGlobal(position));
}

void ContainersPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    placeDetails();
    tickSoon();
}

bool ContainersPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_bar && event->type() == QEvent::Resize)
        fitBar();
    return Page::eventFilter(watched, event);
}

void ContainersPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    tick();
}

void ContainersPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_clock.stop();
    m_workbench->statsReader()->want(this, {});
}

} // namespace Gantry
