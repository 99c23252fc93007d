// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "projects/projectview.h"

#include "items/humanize.h"
#include "items/projectwords.h"
#include "items/publishedport.h"
#include "items/textfilter.h"
#include "look/actionbutton.h"
#include "look/banner.h"
#include "look/copybutton.h"
#include "look/elidedlabel.h"
#include "look/emptystate.h"
#include "look/foldingbuttons.h"
#include "look/fonts.h"
#include "look/icons.h"
#include "look/menubutton.h"
#include "look/oneline.h"
#include "look/pageheader.h"
#include "look/plaintooltip.h"
#include "look/separator.h"
#include "look/splitbutton.h"
#include "look/tabbar.h"
#include "look/tableview.h"
#include "projects/connectionsview.h"
#include "projects/downmenu.h"
#include "projects/downpreview.h"
#include "projects/projectactions.h"
#include "projects/projectfilesview.h"
#include "projects/projectlogs.h"
#include "projects/servicecolumns.h"
#include "projects/servicedelegate.h"
#include "projects/upmenu.h"
#include "shell/panelplace.h"
#include "shell/workbench.h"
#include "stats/projectstatsview.h"

#include <QBoxLayout>
#include <QDesktopServices>
#include <QDir>
#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>
#include <QStackedLayout>
#include <QStackedWidget>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr int aboveBanner = 12;

/// Of its file, also where that is gone.
QString pathOf(const Project &project)
{
    const ProjectFiles &files = project.files;
    if (!files.configFiles.isEmpty())
        return files.configFiles.first();
    if (!files.missing.isEmpty())
        return QDir(files.workingDirectory).filePath(files.missing.first());
    return files.workingDirectory.isEmpty() ? project.openedPath : files.workingDirectory;
}

} // namespace

ProjectView::ProjectView(Workbench *workbench, QWidget *parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_content(new QWidget(this))
    , m_gone(new EmptyState(this))
    , m_either(new QStackedLayout(this))
    , m_header(new PageHeader({}, this))
    , m_tabs(new TabBar(this))
    , m_banner(new Banner(Banner::Kind::Error, this))
    , m_pages(new QStackedWidget(this))
    , m_model(new ServiceModel(this))
    , m_sorted(new TextFilter(this))
    , m_table(new TableView(this))
    , m_files(new ProjectFilesView(this))
    , m_logs(new ProjectLogs(workbench, this))
{
    setObjectName(u"projectView"_s);
    buildHeader();
    buildServices();

    auto *services = new QWidget(this);
    auto *servicesLayout = new QVBoxLayout(services);
    servicesLayout->setContentsMargins(0, 0, 0, 0);
    servicesLayout->setSpacing(0);
    servicesLayout->addWidget(m_table, 1);
    servicesLayout->addWidget(m_hints);
    buildTabs(services);

    m_banner->setObjectName(u"projectBanner"_s);
    m_banner->hide();
    auto *bannerRow = new QVBoxLayout;
    bannerRow->setContentsMargins(20, aboveBanner, 12, 0);
    bannerRow->addWidget(m_banner);

    auto *layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    auto *tabRow = new QHBoxLayout;
    tabRow->setContentsMargins(8, 0, 12, 0);
    tabRow->addWidget(m_tabs);
    tabRow->addStretch(1);
    layout->addLayout(tabRow);
    layout->addWidget(new Separator(Qt::Horizontal, this));
    layout->addLayout(bannerRow);
    layout->addWidget(m_pages, 1);
    m_gone->setObjectName(u"projectGone"_s);
    m_gone->setSymbol(u"project"_s);
    m_either->addWidget(m_content);
    m_either->addWidget(m_gone);

    const ProjectStore *store = m_workbench->projectStore();
    connect(store, &ProjectStore::changed, this,
            [this](const QStringList &inserted, const QStringList &updated, const QStringList &removed) {
                if (inserted.contains(m_name) || updated.contains(m_name) || removed.contains(m_name))
                    refresh();
            });
    connect(store, &ProjectStore::filesRead, this, [this](const QString &name) {
        if (name == m_name)
            m_files->reload();
    });
    connect(m_workbench->projectCommands()->cli(), &ComposeCli::searched, this, &ProjectView::refresh);
    connect(m_workbench->operations(), &OperationLog::busyChanged, this, &ProjectView::refreshServices);
    connect(m_workbench->engine(), &Engine::volumesChanged, this, &ProjectView::refreshServices);
    connect(m_workbench->diskMeter(), &DiskMeter::measured, this, &ProjectView::refreshServices);
}

void ProjectView::buildHeader()
{
    const ActionRegistry *actions = m_workbench->actions();
    m_header->setObjectName(u"projectHeader"_s);
    m_path = new ElidedLabel({}, this);
    m_path->setObjectName(u"projectPath"_s);
    m_path->setLook(12, QFont::Normal, Label::Face::Mono);
    m_path->setTone(Tone::Muted);
    m_copyPath = new CopyButton(tr("Copy path"), this);
    m_copyPath->setObjectName(u"projectCopyPath"_s);
    m_profiles = new ElidedLabel({}, this);
    m_profiles->setObjectName(u"projectProfiles"_s);
    m_version = new ElidedLabel({}, this);
    m_version->setObjectName(u"projectComposeVersion"_s);
    m_version->setKept(16); // "Compose 2.26.1"
    for (ElidedLabel *label : {m_profiles, m_version}) {
        label->setElideMode(Qt::ElideRight);
        label->setLook(12);
        label->setTone(Tone::Muted);
    }
    m_header->setTwoLines();
    m_header->secondLine()->addWidget(m_path);
    m_header->secondLine()->addWidget(m_copyPath);
    m_header->secondLine()->addWidget(m_profiles);
    m_header->secondLine()->addWidget(m_version);
    m_header->secondLine()->addStretch(1);

    m_upMenu = new UpMenu(m_workbench, this);
    auto *up = new SplitButton(actions->action(u"project.up"_s), m_upMenu, ButtonKind::Primary, this);
    // Where Up cannot be done, what can stands in its place.
    const auto offer
        = [up, possible = actions->action(u"project.up"_s), instead = actions->action(u"project.start"_s)] {
              up->setAction(!possible->isEnabled() && instead->isEnabled() ? instead : possible);
          };
    for (const QString &id : {u"project.up"_s, u"project.start"_s})
        connect(actions->action(id), &QAction::changed, up, offer);
    auto *stop = new ActionButton(actions->action(u"project.stop"_s), ButtonKind::Outlined, this);
    auto *restart = new ActionButton(actions->action(u"project.restart"_s), ButtonKind::Outlined, this);
    m_downMenu = new DownMenu(m_workbench, this);
    auto *down = new SplitButton(actions->action(u"project.down"_s), m_downMenu, ButtonKind::Outlined, this);
    auto *more = new QAction(tr("More"), this);
    more->setObjectName(u"projectMore"_s);
    more->setIcon(symbolIcon(u"more"_s));
    auto *moreMenu = new QMenu(this);
    moreMenu->addAction(actions->action(u"project.start"_s));
    moreMenu->addAction(actions->action(u"project.recreate"_s));
    moreMenu->addSeparator();
    moreMenu->addAction(actions->action(u"project.forget"_s));
    auto *moreButton = new ActionButton(more, ButtonKind::Ghost, this);
    moreButton->setIconOnly(true);
    auto *buttons = new FoldingButtons(this);
    for (ActionButton *button : std::initializer_list<ActionButton *>{up, stop, restart, down, moreButton})
        buttons->add(button);
    buttons->setFolding({restart, stop, down, up});
    m_header->addWidget(buttons);
    connect(more, &QAction::triggered, this, [moreButton, moreMenu] { popupBelow(moreMenu, moreButton); });
}

void ProjectView::buildServices()
{
    m_delegate = new ServiceDelegate(m_table);
    m_delegate->setObstacle([this](const ProjectService &service, ServiceDelegate::Button verb) {
        return ProjectActions::obstacle(*m_workbench, m_name, service, verb);
    });
    connect(m_workbench->engine(), &Engine::stateChanged, m_table->viewport(), qOverload<>(&QWidget::update));
    m_table->setCells(m_delegate);
    m_sorted->setSourceModel(m_model);
    m_sorted->sort(ServiceModel::NameColumn);
    m_table->setModel(m_sorted);
    m_table->setRowHeight(36);
    m_table->setTypeAhead(false);
    m_table->setObjectName(u"services"_s);
    m_table->setAccessibleName(tr("Services"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->setMouseTracking(true);
    m_columns = new ServiceColumns(m_table);

    m_profilesHint = new Label(tr("Up leaves out the services of profiles that are not ticked in its menu."), this);
    m_profilesHint->setObjectName(u"projectProfilesHint"_s);
    m_profilesHint->setContentsMargins(20, 8, 12, 0);
    m_downHint = new Label(this);
    m_downHint->setObjectName(u"projectDownHint"_s);
    m_downHint->setContentsMargins(20, 8, 12, 10);
    m_hints = new QWidget(this);
    auto *hintsLayout = new QVBoxLayout(m_hints);
    hintsLayout->setContentsMargins(0, 0, 0, 0);
    hintsLayout->setSpacing(0);
    for (Label *hint : {m_profilesHint, m_downHint}) {
        hintsLayout->addWidget(hint);
        hint->setLook(12);
        hint->setTone(Tone::Faint);
        hint->setWordWrap(true);
    }

    connect(m_delegate, &ServiceDelegate::pressed, this,
            [this](const QModelIndex &index, ServiceDelegate::Button button) {
                ProjectCommands *commands = m_workbench->projectCommands();
                const QString service = index.data(ServiceModel::ServiceRole).toString();
                switch (button) {
                case ServiceDelegate::Button::Start:
                    commands->startService(m_name, service);
                    break;
                case ServiceDelegate::Button::Stop:
                    commands->stopService(m_name, service);
                    break;
                case ServiceDelegate::Button::Restart:
                    commands->restartService(m_name, service);
                    break;
                }
            });
    connect(m_table, &TableView::linkActivated, this, &ProjectView::onLink);
    connect(m_table, &QWidget::customContextMenuRequested, this, [this](const QPoint &position) {
        if (m_table->currentIndex().isValid())
            Q_EMIT serviceMenuRequested(m_table->viewport()->mapToGlobal(position));
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (!m_selecting)
            Q_EMIT serviceSelected(selectedService());
    });
}

void ProjectView::setProject(const QString &name)
{
    if (m_name == name)
        return;
    m_name = name;
    m_upMenu->setProject(name);
    m_downMenu->setProject(name);
    m_either->setCurrentWidget(m_content);
    refresh();
}

void ProjectView::setLow(bool low)
{
    m_hints->setVisible(!low);
    // Whatever the files' page would like.
    m_pages->setMinimumHeight(low ? 1 : 0);
}

int ProjectView::lowestHeight() const
{
    return m_header->sizeHint().expandedTo(m_header->minimumSizeHint()).height() + m_tabs->sizeHint().height() + 1
        + aboveBanner + m_table->horizontalHeader()->sizeHint().height()
        + 2 * m_table->verticalHeader()->defaultSectionSize();
}

void ProjectView::setGone()
{
    m_gone->setSentence(
        isOpened()
            ? tr("%1 is no longer in the list.").arg(shortName(m_name))
            : tr("%1 is no more: its containers were removed and no file of it is known.").arg(shortName(m_name)),
        tr("Choose another project."));
    m_either->setCurrentWidget(m_gone);
    m_name.clear();
    refresh();
}

QString ProjectView::selectedService() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? QString() : rows.first().data(ServiceModel::ServiceRole).toString();
}

void ProjectView::selectService(const QString &service)
{
    if (selectedService() == service)
        return;
    const QScopedValueRollback guard(m_selecting, true);
    m_table->clearSelection();
    for (int row = 0; row < m_sorted->rowCount(); ++row) {
        const QModelIndex index = m_sorted->index(row, 0);
        if (index.data(ServiceModel::ServiceRole).toString() == service)
            m_table->setCurrentIndex(index);
    }
}

void ProjectView::setDatabases(const QSet<QString> &containers)
{
    if (m_databases == containers)
        return;
    m_databases = containers;
    refreshServices();
}

void ProjectView::refresh()
{
    const Project project = m_workbench->projectStore()->project(m_name);
    m_openedPath = project.openedPath;
    refreshHeader(project);
    refreshBanner(project);
    refreshServices();
    m_files->setFiles(project.files);
    if (m_connections)
        m_connections->setProject(project);
    followWindow();
    m_logs->setProject(m_logPlace->isElsewhere() ? Project() : project);
    if (m_stats)
        m_stats->setProject(project);
    m_tabs->setTabToolTip(LogsTab, plainToolTip(ProjectLogs::command(*m_workbench, m_name).join(u' ') + u" -f"_s));
}

void ProjectView::refreshHeader(const Project &project)
{
    m_header->setTitle(project.name);
    m_header->setPill(ProjectWords::look(project), ProjectWords::state(project));
    const QString path = pathOf(project);
    m_path->setText(Humanize::path(path));
    m_copyPath->setCopiedText(path);
    m_copyPath->setVisible(!path.isEmpty());
    m_profiles->setText(ProjectWords::profiles(project.activeProfiles));
    m_profiles->setVisible(!project.activeProfiles.isEmpty());
    const ProjectCommands *commands = m_workbench->projectCommands();
    const std::optional<ComposeProgram> program = commands->upProgram(project.name);
    QString version;
    if (program)
        version = program->kind == ComposeProgram::Kind::PodmanCompose
            ? program->displayName()
            : tr("Compose %1").arg(program->version.section(u'-', 0, 0));
    else if (commands->cli()->isSearching())
        version.clear(); // in a moment
    else if (project.podmanCompose)
        version = tr("made by podman-compose %1").arg(project.composeVersion);
    else if (!project.composeVersion.isEmpty())
        version = tr("made by Compose %1").arg(project.composeVersion);
    m_version->setText(version);
}

void ProjectView::refreshBanner(const Project &project)
{
    // The words that count are Compose's own; ours are for where it will say nothing.
    const ProjectCommands *commands = m_workbench->projectCommands();
    const bool program = commands->upProgram(project.name).has_value();
    const bool unreadable
        = !project.unreadable.isEmpty() && !commands->cli()->isSearching() && !commands->canCheck(project.name);
    m_banner->clearButtons();
    const auto button = [this](const QString &text, const std::function<void()> &run) {
        auto *action = new QAction(text, m_banner);
        connect(action, &QAction::triggered, this, run);
        m_banner->addButton(action);
    };
    m_banner->show();
    if (!project.problem.isEmpty()) {
        m_banner->setKind(Banner::Kind::Error);
        if (project.files.configFiles.isEmpty()) {
            m_banner->setMessage(tr("The Compose file cannot be used."), project.problem);
            button(tr("Open Compose file…"), [this] { Q_EMIT openFileRequested(); });
        } else {
            m_banner->setMessage(tr("Compose does not accept the file, and nothing was changed."), project.problem);
            button(tr("Show file"), [this] { m_tabs->setCurrentIndex(FilesTab); });
        }
    } else if (project.unanswered && program) {
        m_banner->setKind(Banner::Kind::Warning);
        m_banner->setMessage(
            tr("Compose does not answer."),
            tr("It was asked about the project's files, was silent for %1 s and was ended. Up may wait "
               "in the same way until you cancel it. Run %2 in the project's folder to see what it "
               "waits for, then try again.")
                .arg(QString::number(commands->checkPatience() / 1000),
                     commands->upProgram(project.name)->shown().join(u' ') + " config"_L1));
        button(tr("Try again"), [this] { m_workbench->projectCommands()->check(m_name); });
    } else if (unreadable) {
        m_banner->setKind(Banner::Kind::Error);
        m_banner->setMessage(tr("The Compose file cannot be read."), project.unreadable);
        button(tr("Show file"), [this] { m_tabs->setCurrentIndex(FilesTab); });
    } else if (commands->refusesName(project.name)) {
        m_banner->setKind(Banner::Kind::Warning);
        m_banner->setMessage(tr("Compose does not accept the name of this project."),
                             project.hasContainers()
                                 ? tr("Start, Stop, Restart and Down work all the same; Up needs a name of a-z, 0-9, - "
                                      "and _ only.")
                                 : tr("Up needs a name of a-z, 0-9, - and _ only."));
    } else if (!project.clash.isEmpty()) {
        m_banner->setKind(Banner::Kind::Warning);
        m_banner->setMessage(tr("Containers of another folder use the name %1.").arg(shortName(project.name)),
                             tr("They are shown here. To start %1, take them down first, or give its file a name of "
                                "its own.")
                                 .arg(shortName(Humanize::path(project.clash))));
    } else if (!project.unusedFile.isEmpty()) {
        const QString unused = shortName(Humanize::path(project.unusedFile));
        QStringList used;
        for (const QString &file : project.files.configFiles)
            used.append(shortName(Humanize::path(file)));
        m_banner->setKind(Banner::Kind::Warning);
        m_banner->setMessage(
            tr("%1 is not used: the containers of %2 were made from %3.")
                .arg(unused, shortName(project.name), used.join(", "_L1)),
            tr("This page shows %1, and Up goes by it. To use %2, take the project down first, or give "
               "that file a project name of its own.")
                .arg(used.join(", "_L1), unused));
    } else if (!project.files.missing.isEmpty()) {
        m_banner->setKind(Banner::Kind::Warning);
        m_banner->setMessage(project.files.whyMissing,
                             project.hasContainers()
                                 ? tr("Start, Stop, Restart and Down work all the same; Up needs it.")
                                 : tr("Up needs it."));
        button(tr("Open Compose file…"), [this] { Q_EMIT openFileRequested(); });
    } else if (!program && !commands->cli()->isSearching()) {
        m_banner->setKind(Banner::Kind::Warning);
        m_banner->setMessage(tr("Docker Compose was not found on this machine."),
                             project.hasContainers()
                                 ? tr("Start, Stop, Restart and Down work all the same; Up needs it. Install the "
                                      "package docker-compose.")
                                 : tr("Up needs it. Install the package docker-compose."));
    } else {
        m_banner->hide();
    }
}

void ProjectView::refreshServices()
{
    const Project project = m_workbench->projectStore()->project(m_name);
    const OperationLog *log = m_workbench->operations();
    QList<ServiceRow> rows;
    for (const ProjectService &service : project.services) {
        m_workbench->engine()->wantPorts(service.containers);
        rows.append(
            {service, ProjectWords::busy(*log, service.containers), m_databases.contains(service.leadContainer)});
    }
    const QScopedValueRollback guard(m_selecting, true);
    m_model->setServices(rows);
    m_columns->fit();
    m_downHint->setText(DownPreview(m_workbench, m_name).hint());
    m_profilesHint->setVisible(std::any_of(project.services.cbegin(), project.services.cend(),
                                           [](const ProjectService &each) { return each.leftOut && !each.exists(); }));
}

void ProjectView::onLink(const QModelIndex &index)
{
    const auto row = index.data(ServiceModel::RowRole).value<ServiceRow>();
    if (index.column() == ServiceModel::PortsColumn)
        onPort(row);
    else if (row.database && row.service.running > 0)
        Q_EMIT consoleRequested(row.service.leadContainer);
    else
        Q_EMIT causeRequested(row.service.leadContainer);
}

void ProjectView::onPort(const ServiceRow &row)
{
    const QList<PublishedPort> ports = PublishedPort::of(row.service.ports);
    const auto tcp = std::find_if(ports.cbegin(), ports.cend(), [](const PublishedPort &port) { return port.isTcp(); });
    if (tcp != ports.cend())
        QDesktopServices::openUrl(tcp->url(m_workbench->engine()->endpoint()));
}

} // namespace Gantry
