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
#include "look/treeview.h"
#include "projects/projectactions.h"
#include "projects/projectview.h"
#include "shell/workbench.h"

#include <QDragEnterEvent>
#include <QFileInfo>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
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
/// Below, list and project have no room below each other, and stand beside each other down to the second.
constexpr int lowHeight = 430;
constexpr int leastBeside = 620;
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
    connect(m_view, &ProjectView::logsRequested, m_workbench, &Workbench::showContainerLogsRequested);
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
    return m_stack->currentWidget() == m_empty ? static_cast<QWidget *>(m_empty) : m_tree;
}

void ProjectsPage::updateActions()
{
    m_actions->update();
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
    const bool another = project != m_view->project();
    m_actions->setSelection(project, service);
    updateActions();
    m_view->setProject(project);
    m_view->selectService(service);
    if (!another || project.isEmpty())
        return;
    m_workbench->state()->setValue(currentKey, project);
    m_workbench->projectCommands()->check(project);
}

void ProjectsPage::onStoreChanged()
{
    const ProjectStore *store = m_workbench->projectStore();
    m_stack->setCurrentWidget(store->size() == 0 ? static_cast<QWidget *>(m_empty) : m_splitter);
    m_header->setFact(tr("%n known", nullptr, store->size()));
    if (!m_wanted.isEmpty() && store->contains(m_wanted))
        select(m_wanted);
    if (!m_tree->currentIndex().isValid() && m_model->rowCount() > 0)
        m_tree->setCurrentIndex(m_model->index(0, 0));
    updateActions();
    Q_EMIT countChanged();
}

void ProjectsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    fitTree();
    if (!m_emptyIsBuilt)
        buildEmptyState();
}

void ProjectsPage::buildEmptyState()
{
    // Here and not in the constructor: the window's own actions come after the pages.
    m_emptyIsBuilt = true;
    m_empty->setObjectName(u"projectsEmpty"_s);
    m_empty->setFocusPolicy(Qt::StrongFocus);
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
}

void ProjectsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const bool low = height() < Fonts::scaled(lowHeight) && width() >= Fonts::scaled(leastBeside);
    const bool below = width() < Fonts::scaled(narrowWidth) && !low;
    const Qt::Orientation orientation = below ? Qt::Vertical : Qt::Horizontal;
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

void ProjectsPage::showMenu(const QPoint &globalPosition)
{
    const ActionRegistry *actions = m_workbench->actions();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    const auto add = [menu, actions](const QStringList &ids) {
        for (const QString &id : ids)
            menu->addAction(actions->action(id));
        menu->addSeparator();
    };
    if (m_actions->service().isEmpty()) {
        add({u"project.up"_s, u"project.upBuild"_s, u"project.upPull"_s, u"project.recreate"_s});
        add({u"project.start"_s, u"project.stop"_s, u"project.restart"_s});
        add({u"project.down"_s, u"project.downVolumes"_s});
        add({u"project.forget"_s});
    } else {
        if (isDatabaseChosen() && hasConsoles())
            add({consoleAction});
        add({u"service.start"_s, u"service.stop"_s, u"service.restart"_s});
        add({u"service.up"_s, u"service.upBuild"_s, u"service.upPull"_s, u"service.recreate"_s});
        const QString container = leadContainer();
        QAction *show = menu->addAction(tr("Show container"), this,
                                        [this, container] { Q_EMIT m_workbench->showContainerRequested(container); });
        QAction *log = menu->addAction(
            tr("Show log"), this, [this, container] { Q_EMIT m_workbench->showContainerLogsRequested(container); });
        show->setEnabled(!container.isEmpty());
        log->setEnabled(!container.isEmpty());
    }
    menu->popup(globalPosition);
}

QString ProjectsPage::actionOf(int key) const
{
    const bool isService = !m_actions->service().isEmpty();
    switch (key) {
    case Qt::Key_U:
        return isService ? u"service.up"_s : u"project.up"_s;
    case Qt::Key_S:
        return isService ? u"service.start"_s : u"project.start"_s;
    case Qt::Key_X:
        return isService ? u"service.stop"_s : u"project.stop"_s;
    case Qt::Key_R:
        return isService ? u"service.restart"_s : u"project.restart"_s;
    case Qt::Key_D:
        return u"project.down"_s;
    case Qt::Key_Delete:
        return isService ? QString() : u"project.forget"_s;
    default:
        return {};
    }
}

bool ProjectsPage::handleKey(int key)
{
    const QString id = actionOf(key);
    if (!id.isEmpty()) {
        trigger(id);
        return true;
    }
    const QString container = leadContainer();
    if (container.isEmpty())
        return false;
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (enter && isDatabaseChosen())
        Q_EMIT m_workbench->openConsoleRequested(container);
    else if (enter)
        Q_EMIT m_workbench->showContainerRequested(container);
    else if (key == Qt::Key_L)
        Q_EMIT m_workbench->showContainerLogsRequested(container);
    else
        return false;
    return true;
}

void ProjectsPage::trigger(const QString &id)
{
    QAction *action = m_workbench->actions()->action(id);
    if (action->isEnabled())
        action->trigger();
}

bool ProjectsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_tree->viewport() && event->type() == QEvent::Resize)
        fitTree();
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return Page::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    const Qt::KeyboardModifiers modifiers = key->modifiers() & ~Qt::KeypadModifier;
    if (modifiers != Qt::NoModifier)
        return Page::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride) {
        if (actionOf(key->key()).isEmpty())
            return Page::eventFilter(watched, event);
        event->accept();
        return true;
    }
    return handleKey(key->key()) || Page::eventFilter(watched, event);
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
