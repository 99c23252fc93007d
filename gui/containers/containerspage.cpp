// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "containers/containerspage.h"

#include "containers/containeractions.h"
#include "containers/containerdetailspane.h"
#include "items/containermodel.h"
#include "look/actionbutton.h"
#include "look/celldelegate.h"
#include "look/chip.h"
#include "look/fonts.h"
#include "look/icons.h"
#include "look/label.h"
#include "look/pageheader.h"
#include "look/plaintooltip.h"
#include "look/searchfield.h"
#include "look/treeview.h"
#include "shell/workbench.h"
#include "welcome/welcomepanel.h"

#include <QButtonGroup>
#include <QHeaderView>
#include <QMenu>
#include <QResizeEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

const QString groupedKey = u"containers/grouped"_s;
const QString foldedKey = u"containers/folded"_s;
const QString filterKey = u"containers/filter"_s;
const QString showKey = u"containers/show"_s;
const QString detailsKey = u"containers/details"_s;
constexpr int narrowWidth = 1100 - 216; ///< details below the list; the page without the navigation

} // namespace

ContainersPage::ContainersPage(Workbench *workbench, QWidget *parent)
    : Page(u"containers"_s, parent)
    , m_workbench(workbench)
    , m_model(new ContainerModel(workbench->engine()->containers(), workbench->operations(), this))
    , m_filter(new ContainerFilter(m_model, this))
    , m_actions(new ContainerActions(workbench, this))
{
    UiState *state = m_workbench->state();
    m_model->setGrouped(state->value(groupedKey, true).toBool());
    m_detailsWanted = state->value(detailsKey, true).toBool();
    addViewActions();
    buildHeader();
    QWidget *list = buildList();

    m_details = new ContainerDetailsPane(m_workbench, m_actions, this);
    m_details->setMinimumWidth(Fonts::scaled(280));
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setObjectName(u"containersSplitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(list);
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({Fonts::scaled(780), Fonts::scaled(420)});
    state->track(m_splitter, u"containers/splitter"_s);
    m_details->setVisible(m_detailsWanted);

    m_welcome = new WelcomePanel(m_workbench, this);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_splitter);
    m_stack->addWidget(m_welcome);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_stack, 1);

    connect(m_details, &ContainerDetailsPane::closeRequested, this, [this] { showDetails(false); });
    connect(m_actions, &ContainerActions::showLogsRequested, this, [this] {
        showDetails(true);
        m_details->showTab(ContainerDetailsPane::LogsTab);
    });
    connect(m_actions, &ContainerActions::showInspectRequested, this, [this] {
        showDetails(true);
        m_details->showTab(ContainerDetailsPane::InspectTab);
    });
    connect(m_workbench, &Workbench::showContainerRequested, this, &ContainersPage::select);
    connect(m_workbench, &Workbench::showContainerLogsRequested, this, [this](const QString &id) {
        select(id);
        showDetails(true);
        m_details->showTab(ContainerDetailsPane::LogsTab);
    });
    connect(m_workbench->engine()->containers(), &ContainerStore::changed, this, &ContainersPage::refresh);
    connect(m_workbench->engine(), &Engine::stateChanged, this, &ContainersPage::refresh);
    m_clock.setInterval(60'000);
    connect(&m_clock, &QTimer::timeout, this, [this] {
        m_tree->viewport()->update();
        m_details->updateTimes();
    });
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
    return m_tree;
}

void ContainersPage::addViewActions()
{
    ActionRegistry *actions = m_workbench->actions();
    QAction *grouped = actions->add({u"container.grouped"_s,
                                     ActionRegistry::Menu::View,
                                     tr("Group by project"),
                                     tr("Show containers under their Compose project"),
                                     u"project"_s,
                                     {},
                                     true});
    grouped->setCheckable(true);
    grouped->setChecked(m_model->isGrouped());
    connect(grouped, &QAction::toggled, this, &ContainersPage::setGrouped);
    QAction *details = actions->add({u"container.details"_s, ActionRegistry::Menu::View, tr("Container details"),
                                     tr("Show the details of the selected container"), u"info"_s});
    details->setCheckable(true);
    details->setChecked(m_detailsWanted);
    connect(details, &QAction::toggled, this, &ContainersPage::showDetails);
}

void ContainersPage::buildHeader()
{
    m_header = new PageHeader(title(), this);
    for (const char *id : {"container.start", "container.stop", "container.restart", "container.remove"})
        m_header->addButton(m_actions->action(QString::fromLatin1(id)));
}

QWidget *ContainersPage::buildList()
{
    auto *list = new QWidget(this);
    buildTree();
    buildEmpty();
    m_listStack = new QStackedWidget(list);
    m_listStack->addWidget(m_tree);
    m_listStack->addWidget(m_noMatch);
    auto *layout = new QVBoxLayout(list);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildBar());
    layout->addWidget(m_listStack, 1);
    list->setMinimumWidth(Fonts::scaled(320));
    return list;
}

QWidget *ContainersPage::buildBar()
{
    auto *bar = new QWidget(this);
    m_field = new SearchField(tr("Filter by name, image, state:… port:…"), bar);
    m_field->setObjectName(u"filter"_s);
    m_field->setAccessibleName(tr("Filter"));
    m_field->setKeyHint(m_workbench->actions()->action(u"shell.filter"_s)->shortcut());
    m_field->setMaximumWidth(Fonts::scaled(330));
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(20, 6, 12, 8);
    layout->setSpacing(8);
    layout->addWidget(m_field, 1);
    layout->addStretch(1);

    auto *group = new QButtonGroup(this);
    const QStringList names{tr("All"), tr("Running"), tr("Stopped"), tr("Problems")};
    const int chosen = qBound(0, m_workbench->state()->value(showKey).toInt(), int(names.size()) - 1);
    for (int i = 0; i < names.size(); ++i) {
        auto *chip = new Chip(names.at(i), bar);
        chip->setObjectName(u"containersChip%1"_s.arg(i));
        chip->setChecked(i == chosen);
        group->addButton(chip, i);
        layout->addWidget(chip);
        m_chips.append(chip);
    }
    const auto show = [this](int id) {
        m_filter->setShow(ContainerFilter::Show(id));
        m_workbench->state()->setValue(showKey, id);
        refresh();
    };
    m_filter->setShow(ContainerFilter::Show(chosen));
    connect(group, &QButtonGroup::idClicked, this, show);

    auto *options = new QToolButton(bar);
    options->setObjectName(u"containersViewOptions"_s);
    options->setAccessibleName(tr("View options"));
    options->setToolTip(plainToolTip(tr("View options")));
    options->setIcon(symbolIcon(u"view-options"_s));
    options->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(options);
    menu->addAction(m_actions->action(u"container.grouped"_s));
    menu->addAction(m_actions->action(u"container.details"_s));
    menu->addSeparator();
    for (int column = ContainerModel::StateColumn; column < ContainerModel::ColumnCount; ++column) {
        QAction *toggle = menu->addAction(m_model->headerData(column, Qt::Horizontal).toString());
        toggle->setCheckable(true);
        toggle->setChecked(!m_tree->isColumnHidden(column));
        connect(toggle, &QAction::toggled, this, [this, column](bool on) { m_tree->setColumnHidden(column, !on); });
    }
    options->setMenu(menu);
    layout->addWidget(options);

    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setText(text);
        m_workbench->state()->setValue(filterKey, text);
        refresh();
    });
    connect(m_field, &QLineEdit::returnPressed, m_tree, qOverload<>(&QWidget::setFocus));
    m_field->setText(m_workbench->state()->value(filterKey).toString());
    return bar;
}

void ContainersPage::buildTree()
{
    m_tree = new TreeView(this);
    m_tree->setObjectName(u"containersTree"_s);
    m_tree->setAccessibleName(tr("Containers"));
    m_tree->setModel(m_filter);
    m_tree->setGroups(m_model->isGrouped());
    m_tree->setTypeAhead(false);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->setSortingEnabled(true);
    m_tree->sortByColumn(ContainerModel::NameColumn, Qt::AscendingOrder);
    const QList<int> widths{170, 138, 180, 110, 110, 190, 120, 120};
    for (int column = 0; column < widths.size(); ++column)
        m_tree->header()->resizeSection(column, Fonts::scaled(widths.at(column)));
    for (int column : {ContainerModel::StatusColumn, ContainerModel::ProjectColumn, ContainerModel::ServiceColumn})
        m_tree->setColumnHidden(column, true);
    m_tree->header()->setStretchLastSection(true);
    m_workbench->state()->track(m_tree->header(), u"containers/columns"_s);
    const QList<QAction *> actions = m_actions->menu();
    for (QAction *action : actions) {
        if (action)
            m_tree->addAction(action);
    }

    connect(m_tree, &QWidget::customContextMenuRequested, this, &ContainersPage::showContextMenu);
    connect(m_tree, &QTreeView::activated, this, &ContainersPage::activate);
    connect(m_tree, &TreeView::linkActivated, this, [this](const QModelIndex &index) {
        if (const ContainerSummary *container = m_filter->container(index))
            m_actions->openPort(container->id);
    });
    connect(m_tree->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ContainersPage::onSelectionChanged);
    connect(m_tree, &QTreeView::expanded, this, &ContainersPage::rememberFolding);
    connect(m_tree, &QTreeView::collapsed, this, &ContainersPage::rememberFolding);
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &parent, int first, int last) {
        if (parent.isValid())
            expandGroups(parent.row(), parent.row());
        else
            expandGroups(first, last);
    });
    connect(m_filter, &QAbstractItemModel::modelReset, this, [this] { expandGroups(0, m_filter->rowCount() - 1); });
    expandGroups(0, m_filter->rowCount() - 1);
}

void ContainersPage::buildEmpty()
{
    m_noMatch = new QWidget(this);
    auto *text = new Label(m_noMatch);
    text->setTone(Tone::Muted);
    text->setAlignment(Qt::AlignCenter);
    text->setText(tr("No container matches the filter."));
    auto *clear = new QAction(tr("Clear the filter"), this);
    clear->setObjectName(u"containers.clearFilter"_s);
    connect(clear, &QAction::triggered, this, [this] {
        m_chips.first()->click();
        m_field->clear();
        m_tree->setFocus();
    });
    auto *layout = new QVBoxLayout(m_noMatch);
    layout->setSpacing(12);
    layout->addStretch(2);
    layout->addWidget(text);
    layout->addWidget(new ActionButton(clear, ButtonKind::Outlined, m_noMatch), 0, Qt::AlignHCenter);
    layout->addStretch(3);
}

void ContainersPage::setGrouped(bool grouped)
{
    m_workbench->state()->setValue(groupedKey, grouped);
    const QStringList selected = selectedIds();
    m_tree->setGroups(grouped);
    m_model->setGrouped(grouped);
    m_tree->setColumnHidden(ContainerModel::ProjectColumn, grouped);
    if (!selected.isEmpty())
        select(selected.first());
}

void ContainersPage::showDetails(bool show)
{
    m_detailsWanted = show;
    m_workbench->state()->setValue(detailsKey, show);
    m_details->setVisible(show);
    m_actions->action(u"container.details"_s)->setChecked(show);
}

void ContainersPage::expandGroups(int first, int last)
{
    const QStringList folded = m_workbench->state()->value(foldedKey).toStringList();
    const QSignalBlocker blocker(m_tree);
    for (int row = first; row <= last; ++row) {
        const QModelIndex index = m_filter->index(row, 0);
        m_tree->setExpanded(index, !folded.contains(index.data(ContainerModel::ProjectRole).toString()));
    }
}

void ContainersPage::rememberFolding()
{
    QStringList folded;
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        const QModelIndex index = m_filter->index(row, 0);
        if (m_filter->hasChildren(index) && !m_tree->isExpanded(index))
            folded.append(index.data(ContainerModel::ProjectRole).toString());
    }
    m_workbench->state()->setValue(foldedKey, folded);
}

QStringList ContainersPage::selectedIds() const
{
    QStringList ids;
    const QModelIndexList rows = m_tree->selectionModel()->selectedRows();
    for (const QModelIndex &row : rows) {
        const QStringList found = m_filter->idsAt(row);
        for (const QString &id : found) {
            if (!ids.contains(id))
                ids.append(id);
        }
    }
    return ids;
}

void ContainersPage::onSelectionChanged()
{
    m_details->setSelection(selectedIds());
    updateActions();
}

void ContainersPage::updateActions()
{
    m_actions->setSelection(selectedIds());
    m_actions->update();
}

bool ContainersPage::startFiltering()
{
    if (m_details->isVisible() && m_details->isAncestorOf(focusWidget()) && m_details->startFinding())
        return true;
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
    return true;
}

void ContainersPage::refresh()
{
    const ContainerModel::Counts counts = m_model->counts();
    m_header->setFact(counts.all > 0 ? tr("%1 of %2 running").arg(counts.running).arg(counts.all) : tr("none yet"));
    const QList<int> numbers{counts.all, counts.running, counts.stopped, counts.problems};
    for (int i = 0; i < m_chips.size(); ++i)
        m_chips.at(i)->setCount(QLocale().toString(numbers.at(i)));
    m_stack->setCurrentWidget(counts.all > 0 ? static_cast<QWidget *>(m_splitter) : m_welcome);
    m_listStack->setCurrentWidget(m_filter->rowCount() > 0 ? static_cast<QWidget *>(m_tree) : m_noMatch);
    Q_EMIT countChanged();
    if (isVisible())
        updateActions();
}

void ContainersPage::select(const QString &id)
{
    QModelIndex index = m_filter->indexOf(id);
    if (!index.isValid() && m_model->indexOf(id).isValid()) {
        // It is hidden by the filter: what was asked for comes first.
        m_chips.first()->click();
        m_field->clear();
        index = m_filter->indexOf(id);
    }
    if (!index.isValid())
        return;
    m_tree->expand(index.parent());
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
}

void ContainersPage::activate(const QModelIndex &index)
{
    if (!m_filter->container(index))
        return;
    showDetails(true);
    m_details->showTab(ContainerDetailsPane::OverviewTab);
}

void ContainersPage::showContextMenu(const QPoint &position)
{
    if (selectedIds().isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QList<QAction *> actions = m_actions->menu();
    for (QAction *action : actions) {
        if (action)
            menu->addAction(action);
        else
            menu->addSeparator();
    }
    menu->popup(m_tree->viewport()->mapToGlobal(position));
}

void ContainersPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    m_splitter->setOrientation(width() < Fonts::scaled(narrowWidth) ? Qt::Vertical : Qt::Horizontal);
}

void ContainersPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_clock.start();
}

void ContainersPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_clock.stop();
}

} // namespace Gantry
