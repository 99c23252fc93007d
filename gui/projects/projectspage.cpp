// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "projects/projectspage.h"

#include "compose/composefile.h"
#include "items/projectmodel.h"
#include "items/projectwords.h"
#include "look/actionbutton.h"
#include "look/celldelegate.h"
#include "look/currentrow.h"
#include "look/emptystate.h"
#include "look/fonts.h"
#include "look/pageheader.h"
#include "look/statelook.h"
#include "look/tableview.h"
#include "look/taborder.h"
#include "look/treeview.h"
#include "projects/projectactions.h"
#include "projects/projectview.h"
#include "shell/workbench.h"

#include <QDragEnterEvent>
#include <QFileInfo>
#include <QHeaderView>
#include <QMimeData>
#include <QSplitter>
#include <QStackedWidget>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

const QString currentKey = u"projects/current"_s;
const QString collapsedKey = u"projects/collapsed"_s;
const QString consoleAction = u"database.openConsole"_s;
constexpr int narrowWidth = 820;
constexpr int lowHeight = 430;
/// A row of the tree.
constexpr int lowestTree = 32;
/// In the tree: what is left at least for names, and given at least to states, so that they do not jump with each.
constexpr int nameWidth = 140;
constexpr int stateWidth = 128;

QStringList droppedPaths(const QMimeData *data)
{
    QStringList paths;
    const QList<QUrl> urls = data->urls();
    for (const QUrl &url : urls) {
        const QString path = url.toLocalFile();
        if (!path.isEmpty() && (QFileInfo(path).isDir() || ComposeFile::looksLikeComposeFile(path)))
            paths.append(path);
    }
    return paths;
}

} // namespace

ProjectsPage::ProjectsPage(Workbench *workbench, QWidget *parent)
    : Page(u"projects"_s, parent)
    , m_workbench(workbench)
    , m_actions(new ProjectActions(workbench, this))
    , m_model(new ProjectModel(workbench->projectStore(), workbench->operations(), this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_list(new QWidget(this))
    , m_header(new PageHeader(tr("Projects"), this))
    , m_tree(new TreeView(this))
    , m_view(new ProjectView(workbench, this))
    , m_empty(new EmptyState(this))
    , m_stack(new QStackedWidget(this))
{
    setAcceptDrops(true);
    buildTree();
    auto *listLayout = new QVBoxLayout(m_list);
    listLayout->setContentsMargins(0, 0, 0, 0);
    listLayout->setSpacing(0);
    listLayout->addWidget(m_header);
    listLayout->addWidget(m_tree, 1);
    m_list->setMinimumWidth(Fonts::scaled(200));

    m_splitter->setObjectName(u"projectsSplitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_view);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({listWidth(), Fonts::scaled(900)});
    m_stack->addWidget(m_splitter);
    m_stack->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    m_workbench->state()->track(m_splitter, u"projects/splitter"_s);

    connect(m_view, &ProjectView::serviceSelected, this, [this](const QString &service) {
        if (!service.isEmpty())
            select(m_view->project(), service);
    });
    connect(m_view, &ProjectView::serviceMenuRequested, this, &ProjectsPage::showMenu);
    connect(m_view, &ProjectView::consoleRequested, m_workbench, &Workbench::openConsoleRequested);
    if (hasConsoles()) {
        // Other pages offer the same action on what is chosen there.
        connect(m_workbench->actions()->action(consoleAction), &QAction::triggered, this, [this] {
            if (isVisible() && isDatabaseChosen())
                Q_EMIT m_workbench->openConsoleRequested(leadContainer());
        });
    }
    connect(m_view, &ProjectView::detachableChanged, this, &ProjectsPage::offerDetaching);
    connect(m_view, &ProjectView::causeRequested, m_workbench, &Workbench::showContainerCauseRequested);
    connect(m_actions, &ProjectActions::logsRequested, m_view, &ProjectView::showLogs);
    connect(m_view, &ProjectView::openFileRequested, this, [this] { trigger(u"project.openFile"_s); });
    m_view->services()->installEventFilter(this);
    connectStore();
    m_wanted = m_workbench->state()->value(currentKey).toString();
    onStoreChanged();
}

void ProjectsPage::buildTree()
{
    m_header->setObjectName(u"projectsHeader"_s);
    m_tree->setObjectName(u"projectsTree"_s);
    m_tree->setAccessibleName(tr("Projects"));
    // Before the view hears of it, and moves on to the next row.
    connect(m_model, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &parent, int first, int last) {
                const int row = m_model->indexOf(m_view->project()).row();
                if (!parent.isValid() && first <= row && row <= last)
                    onGoing();
            });
    m_tree->setModel(m_model);
    m_tree->setGroups(true);
    m_tree->setRowHeights(32, 38);
    m_tree->setTypeAhead(false);
    m_tree->setHeaderHidden(true);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(ProjectModel::NameColumn, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(ProjectModel::StateColumn, QHeaderView::Fixed);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->installEventFilter(this);
    m_tree->viewport()->installEventFilter(this);
    letCurrentFollowSelection(m_tree);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &ProjectsPage::onCurrentChanged);
    connect(m_tree, &QWidget::customContextMenuRequested, this, [this](const QPoint &position) {
        if (m_tree->currentIndex().isValid())
            showMenu(m_tree->viewport()->mapToGlobal(position));
    });
    connect(m_tree, &QTreeView::expanded, this, &ProjectsPage::keepCollapsed);
    connect(m_tree, &QTreeView::collapsed, this, &ProjectsPage::keepCollapsed);
    const auto expand = [this](int first, int last) {
        const QStringList collapsed = m_workbench->state()->value(collapsedKey).toStringList();
        const QSignalBlocker blocker(m_tree);
        for (int row = first; row <= last; ++row) {
            const QModelIndex index = m_model->index(row, 0);
            m_tree->setExpanded(index, !collapsed.contains(index.data(ProjectModel::ProjectRole).toString()));
        }
    };
    expand(0, m_model->rowCount() - 1);
    connect(m_model, &QAbstractItemModel::rowsInserted, this,
            [this, expand](const QModelIndex &parent, int first, int last) {
                // A project without services takes no expansion; it is made up for when the first one comes.
                if (parent.isValid() && m_model->rowCount(parent) == last - first + 1)
                    expand(parent.row(), parent.row());
                else if (!parent.isValid())
                    expand(first, last);
            });
    m_fit.setSingleShot(true);
    m_fit.setInterval(16);
    connect(&m_fit, &QTimer::timeout, this, &ProjectsPage::fitTree);
    for (const auto change : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_model, change, this, &ProjectsPage::fitTreeSoon);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &ProjectsPage::fitTreeSoon);
    connect(m_tree, &QTreeView::expanded, this, &ProjectsPage::fitTreeSoon);
}

void ProjectsPage::fitTreeSoon()
{
    if (isVisible() && !m_fit.isActive())
        m_fit.start();
}

void ProjectsPage::fitTree()
{
    const QAbstractItemView *view = m_tree;
    const int room = m_tree->viewport()->width() - Fonts::scaled(nameWidth);
    const int wanted = std::max(view->sizeHintForColumn(ProjectModel::StateColumn), Fonts::scaled(stateWidth));
    m_tree->header()->resizeSection(ProjectModel::StateColumn, std::clamp(wanted, 0, std::max(0, room)));
}

int ProjectsPage::listWidth()
{
    const int state = pillWidth(StateLook::Running, ProjectWords::running(2, 2)) + 24; // and its insets
    return Fonts::scaled(nameWidth) + state + style()->pixelMetric(QStyle::PM_ScrollBarExtent);
}

void ProjectsPage::keepCollapsed()
{
    QStringList collapsed;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, 0);
        if (!m_tree->isExpanded(index) && m_model->rowCount(index) > 0)
            collapsed.append(index.data(ProjectModel::ProjectRole).toString());
    }
    m_workbench->state()->setValue(collapsedKey, collapsed);
}

void ProjectsPage::connectStore()
{
    ProjectStore *store = m_workbench->projectStore();
    ProjectCommands *commands = m_workbench->projectCommands();
    connect(store, &ProjectStore::changed, this, &ProjectsPage::onStoreChanged);
    connect(store, &ProjectStore::opened, this, [this](const QString &name) { select(name); });
    connect(store, &ProjectStore::filesRead, this, [this, commands](const QString &name) {
        if (name == m_view->project())
            commands->check(name);
    });
    connect(commands->cli(), &ComposeCli::searched, this, [this, commands] {
        updateActions();
        if (!m_view->project().isEmpty())
            commands->check(m_view->project());
    });
    connect(m_workbench->databaseFinder(), &DatabaseFinder::changed, this, [this] {
        const QStringList databases = m_workbench->databaseFinder()->databases();
        m_view->setDatabases(QSet<QString>(databases.cbegin(), databases.cend()));
        updateActions();
    });
    connect(m_workbench->engine(), &Engine::stateChanged, this, &ProjectsPage::updateActions);
    connect(m_workbench->engine(), &Engine::volumesChanged, this, &ProjectsPage::updateActions);
    connect(m_workbench->operations(), &OperationLog::busyChanged, this, &ProjectsPage::updateActions);
    connect(m_workbench, &Workbench::openPathRequested, store, &ProjectStore::open);
    connect(m_workbench, &Workbench::showProjectRequested, this, [this](const QString &name) { select(name); });
    connect(m_workbench, &Workbench::upProjectRequested, this, [this](const QString &name) {
        select(name);
        m_actions->up(name);
    });
}

int ProjectsPage::count() const
{
    return m_workbench->projectStore()->size();
}

QWidget *ProjectsPage::focusTarget()
{
    if (m_stack->currentWidget() != m_empty)
        return m_tree;
    return m_emptyIsBuilt ? m_empty->focusProxy() : m_empty;
}

void ProjectsPage::detach()
{
    m_view->detach();
}

void ProjectsPage::offerDetaching()
{
    if (isVisible())
        m_workbench->windows()->setObstacle(m_view->detachObstacle());
}

void ProjectsPage::updateActions()
{
    m_actions->update();
    offerDetaching();
    if (isVisible() && hasConsoles())
        m_workbench->actions()->setAvailable(consoleAction, isDatabaseChosen(),
                                             tr("Choose a service with a PostgreSQL database first."));
}

void ProjectsPage::select(const QString &project, const QString &service)
{
    const QModelIndex index = m_model->indexOf(project, service);
    if (!index.isValid()) {
        m_wanted = project;
        return;
    }
    m_wanted.clear();
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
}

void ProjectsPage::onCurrentChanged(const QModelIndex &current)
{
    const QString project = current.data(ProjectModel::ProjectRole).toString();
    const QString service = current.data(ProjectModel::ServiceRole).toString();
    if (!m_gone.isEmpty()) {
        // A tree that gets the keyboard makes a row the current one by itself.
        if (!m_tree->selectionModel()->isSelected(current)) {
            m_tree->selectionModel()->clearCurrentIndex();
            return;
        }
        m_gone.clear();
    }
    const bool another = project != m_view->project();
    m_actions->setSelection(project, service);
    updateActions();
    m_view->setProject(project);
    m_view->selectService(service);
    if (!another || project.isEmpty())
        return;
    m_wanted.clear();
    m_workbench->state()->setValue(currentKey, project);
    m_workbench->projectStore()->lookAgain(project);
    m_workbench->projectCommands()->check(project);
}

void ProjectsPage::onStoreChanged()
{
    const ProjectStore *store = m_workbench->projectStore();
    turnTo(m_stack, store->size() == 0 ? static_cast<QWidget *>(m_empty) : m_splitter);
    m_header->setFact(tr("%n known", nullptr, store->size()));
    for (const QString &name : {m_wanted, QString(m_gone)}) {
        if (!name.isEmpty() && store->contains(name))
            select(name);
    }
    chooseFirst();
    if (m_workbench->engine()->state() == Engine::State::Connected)
        m_view->restoreWindows();
    updateActions();
    Q_EMIT countChanged();
}

void ProjectsPage::chooseFirst()
{
    if (m_model->rowCount() == 0)
        m_gone.clear(); // there is no page to say it on
    if (m_model->rowCount() == 0 || !m_gone.isEmpty() || m_tree->currentIndex().isValid())
        return;
    const QString wanted = m_wanted;
    m_tree->setCurrentIndex(m_model->index(0, 0));
    m_wanted = wanted; // the user has not chosen anything else
}

void ProjectsPage::onGoing()
{
    // The list of another engine says nothing of what became of it.
    if (!m_workbench->engine()->client() && !m_view->isOpened())
        return;
    const QString path = m_view->openedPath();
    for (const Project &project : m_workbench->projectStore()->projects()) {
        if (!path.isEmpty() && project.openedPath == path) {
            select(project.name); // it has another name now
            return;
        }
    }
    const bool hadFocus = m_view->isAncestorOf(window()->focusWidget());
    m_gone = m_view->project();
    m_view->setGone();
    m_tree->selectionModel()->clear();
    m_actions->setSelection({}, {});
    if (hadFocus)
        m_tree->setFocus(Qt::OtherFocusReason);
}

void ProjectsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    judgeAgain();
    fitTree();
    // What was chosen before the page had its size may be out of its view.
    m_tree->scrollTo(m_tree->currentIndex());
    if (m_emptyIsBuilt)
        return;
    buildEmptyState();
    const ActionRegistry *actions = m_workbench->actions();
    if (actions->contains(u"shell.refresh"_s)) {
        connect(actions->action(u"shell.refresh"_s), &QAction::triggered, this,
                [this] { m_workbench->projectStore()->lookAgain(m_view->project()); });
        connect(actions->action(u"shell.refresh"_s), &QAction::triggered, this, &ProjectsPage::judgeAgain);
    }
}

void ProjectsPage::judgeAgain()
{
    const QString name = m_view->project();
    const Project project = m_workbench->projectStore()->project(name);
    if (!project.problem.isEmpty() || project.unanswered)
        m_workbench->projectCommands()->check(name);
}

void ProjectsPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && isVisible() && isActiveWindow())
        judgeAgain();
}

void ProjectsPage::buildEmptyState()
{
    // Here and not in the constructor: the window's own actions come after the pages.
    m_emptyIsBuilt = true;
    m_empty->setObjectName(u"projectsEmpty"_s);
    m_empty->setSymbol(u"project"_s);
    m_empty->setSentence(tr("No Compose projects yet."),
                         tr("Projects that anybody starts on this engine appear here by themselves."));
    const ActionRegistry *actions = m_workbench->actions();
    if (actions->contains(u"project.openFolder"_s)) {
        m_empty->addCard(u"folder"_s, tr("Open a project"),
                         tr("A folder with a compose.yaml or docker-compose.yml, or drop one here."),
                         actions->action(u"project.openFolder"_s), true);
    }
    if (actions->contains(u"sample.start"_s)) {
        m_empty->addCard(u"project"_s, tr("Try the sample"), tr("A small web service and its PostgreSQL database."),
                         actions->action(u"sample.start"_s));
    }
    placeInTabOrder(m_tree, m_empty);
}

void ProjectsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const Qt::Orientation orientation = width() < Fonts::scaled(narrowWidth) ? Qt::Vertical : Qt::Horizontal;
    // The height turns nothing around: it comes and goes with Operations.
    const bool low = orientation == Qt::Vertical && height() < Fonts::scaled(lowHeight);
    m_header->setLow(low);
    const int leastList = m_header->minimumSizeHint().height() + Fonts::scaled(lowestTree);
    m_list->setMinimumHeight(low ? leastList : 0);
    m_view->setMinimumHeight(low ? std::clamp(height() - leastList, 1, m_view->lowestHeight()) : 0);
    m_view->setLow(low);
    if (m_splitter->orientation() == orientation)
        return;
    m_splitter->setOrientation(orientation);
    if (orientation == Qt::Vertical)
        m_splitter->setSizes({height() / 3, height() * 2 / 3});
    else
        m_splitter->setSizes({listWidth(), width() - listWidth()});
}

QString ProjectsPage::leadContainer() const
{
    const Project project = m_workbench->projectStore()->project(m_actions->project());
    const ProjectService *service = project.service(m_actions->service());
    return service ? service->leadContainer : QString();
}

bool ProjectsPage::hasConsoles() const
{
    return m_workbench->actions()->contains(consoleAction);
}

bool ProjectsPage::isDatabaseChosen() const
{
    const QString container = leadContainer();
    return !container.isEmpty() && m_workbench->databaseFinder()->isDatabase(container);
}

void ProjectsPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedPaths(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void ProjectsPage::dropEvent(QDropEvent *event)
{
    const QStringList paths = droppedPaths(event->mimeData());
    for (const QString &path : paths)
        m_workbench->openPath(path);
    event->acceptProposedAction();
}

} // namespace Gantry
