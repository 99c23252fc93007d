// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "databases/databasespage.h"

#include "console/console.h"
#include "console/consoleactions.h"
#include "console/consolenotice.h"
#include "console/consolerunner.h"
#include "console/querytab.h"
#include "databases/databaselist.h"
#include "engine/onanswer.h"
#include "items/databasemodel.h"
#include "look/fonts.h"
#include "look/searchfield.h"
#include "look/separator.h"
#include "look/tabbar.h"
#include "look/verbatim.h"
#include "postgres/containerconsolebackend.h"
#include "postgres/databasefinder.h"
#include "postgres/passwordkeeper.h"
#include "postgres/sqlhistory.h"
#include "shell/ask.h"
#include "shell/palettesource.h"
#include "shell/workbench.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gantry {

namespace {

const QString CurrentConsoleKey = u"databases/console"_s;

QString openConsoleId()
{
    return u"database.openConsole"_s;
}

QString allDatabasesId()
{
    return u"database.all"_s;
}

/// Lets the command palette open the console of a database by the name of its container or service.
class DatabaseSource final : public PaletteSource
{
public:
    explicit DatabaseSource(Workbench *workbench)
        : m_workbench(workbench)
    {
    }

    QList<PaletteItem> items() const override
    {
        QList<PaletteItem> result;
        const QStringList ids = m_workbench->databaseFinder()->databases();
        for (const QString &id : ids) {
            const ContainerSummary container = m_workbench->engine()->containers()->container(id);
            PaletteItem item;
            item.title = DatabasesPage::tr("SQL console of %1").arg(container.name);
            item.detail = container.project().isEmpty() ? DatabasesPage::tr("Database")
                                                        : container.project() + u" / "_s + container.service();
            item.symbol = u"database"_s;
            item.run = [workbench = m_workbench, id] { Q_EMIT workbench->openConsoleRequested(id); };
            result.append(item);
        }
        return result;
    }

private:
    Workbench *m_workbench;
};

} // namespace

DatabasesPage::DatabasesPage(Workbench *workbench, QWidget *parent)
    : Page(u"databases"_s, parent)
    , m_workbench(workbench)
{
    m_context.workbench = workbench;
    m_context.backend = new ContainerConsoleBackend(workbench->engine(), this);
    m_context.store = new ConsoleStore({}, this);
    m_context.history = new SqlHistory({}, this);
    m_context.passwords = new PasswordKeeper(this);
    registerActions();
    build();
    connect(m_context.store, &ConsoleStore::failed, this, &DatabasesPage::tellProblem);
    connect(m_context.history, &SqlHistory::failed, this, &DatabasesPage::tellProblem);
    connect(m_context.passwords, &PasswordKeeper::failed, this, &DatabasesPage::tellProblem);
    connect(workbench, &Workbench::openConsoleRequested, this, &DatabasesPage::openConsole);
    connect(workbench, &Workbench::openSqlFileRequested, this, &DatabasesPage::openSqlFile);
    workbench->addPaletteSource(std::make_unique<DatabaseSource>(workbench));
    restore();
}

DatabasesPage::~DatabasesPage()
{
    // Before what they share: each writes its text to the store as it goes.
    qDeleteAll(consoles());
    qDeleteAll(findChildren<Console *>()); // closed ones that are not gone yet
}

void DatabasesPage::registerActions()
{
    ActionRegistry *registry = m_workbench->actions();
    if (!registry->contains(openConsoleId())) {
        ActionRegistry::Description description;
        description.id = openConsoleId();
        description.menu = ActionRegistry::Menu::Database;
        description.text = tr("Open SQL console");
        description.icon = u"database"_s;
        registry->add(description);
    }
    connect(registry->action(openConsoleId()), &QAction::triggered, this, [this] {
        if (isVisible())
            openChosen();
    });
    if (!registry->contains(allDatabasesId())) {
        ActionRegistry::Description description;
        description.id = allDatabasesId();
        description.menu = ActionRegistry::Menu::Database;
        description.text = tr("All databases");
        description.toolTip = tr("From the console back to the list");
        registry->add(description);
    }
    connect(registry->action(allDatabasesId()), &QAction::triggered, this, &DatabasesPage::showList);
    m_consoleActions = new ConsoleActions(registry, this);
}

void DatabasesPage::build()
{
    m_bar = new TabBar(this);
    m_bar->setObjectName(u"consoleTabs"_s);
    m_bar->setAccessibleName(tr("Open consoles"));
    m_bar->setElideMode(Qt::ElideMiddle);
    m_barArea = new QWidget(this);
    auto *barLayout = new QHBoxLayout(m_barArea);
    barLayout->setContentsMargins(6, 0, 8, 0);
    barLayout->addWidget(m_bar, 1, Qt::AlignBottom);
    m_barArea->setFixedHeight(Fonts::scaled(40));
    auto *line = new Separator(Qt::Horizontal, this);
    m_bar->setDragsOut(true);
    m_bar->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_bar, &QWidget::customContextMenuRequested, this, &DatabasesPage::showTabMenu);
    connect(m_bar, &TabBar::draggedOut, this, [this](int tab, const QPoint &position) {
        if (Console *console = tabbedConsoles().value(tab - 1))
            detachConsole(console, position);
    });
    m_list = new DatabaseList(m_workbench, this);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_list);
    m_bar->addTab(tr("All databases"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_barArea);
    layout->addWidget(line);
    layout->addWidget(m_stack, 1);
    m_barArea->hide();

    connect(m_bar, &QTabBar::currentChanged, this, [this](int index) {
        if (index < 0 || index >= m_stack->count())
            return;
        m_stack->setCurrentIndex(index);
        becomeCurrent();
        focusTarget()->setFocus();
    });
    connect(m_list, &DatabaseList::openRequested, this, &DatabasesPage::openConsole);
    connect(m_list, &DatabaseList::selectionChanged, this, &DatabasesPage::updateActions);
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_list->model(), signal, this, &Page::countChanged);
    connect(m_list->model(), &QAbstractItemModel::dataChanged, this, &DatabasesPage::updateActions);
}

void DatabasesPage::restore()
{
    onAnswer(m_context.store->load(), this, [this](const QList<StoredConsole> &stored) {
        m_toRestore = stored;
        restoreNext();
    });
}

void DatabasesPage::restoreNext()
{
    const QList<DetachedWindows::Kept> detached = m_workbench->windows()->kept(u"console"_s);
    if (!m_toRestore.isEmpty()) {
        Console *console = addConsole(m_toRestore.takeFirst());
        const bool wasDetached = std::any_of(detached.cbegin(), detached.cend(),
                                             [console](const auto &kept) { return kept.id == console->id(); });
        const bool wasCurrent
            = !wasDetached && console->id() == m_workbench->state()->value(CurrentConsoleKey).toString();
        if (wasCurrent && !currentConsole()) {
            // Without the focus: the page that is shown may be another.
            const QSignalBlocker blocker(m_bar);
            m_bar->setCurrentIndex(m_bar->count() - 1);
            m_stack->setCurrentIndex(m_stack->count() - 1);
            becomeCurrent();
        }
        if (wasDetached)
            detachConsole(console);
    }
    if (!m_toRestore.isEmpty()) {
        // One a turn: fifty of them would hold the window.
        QTimer::singleShot(0, this, &DatabasesPage::restoreNext);
        return;
    }
    for (const DetachedWindows::Kept &gone : detached)
        m_workbench->windows()->forget(gone.kind, gone.id);
    m_restored = true;
    openWaitingFiles();
    Q_EMIT countChanged(); // the page may be needed without an engine now
    Q_EMIT restored();
}

QString DatabasesPage::title() const
{
    return tr("Databases");
}

QString DatabasesPage::icon() const
{
    return u"database"_s;
}

int DatabasesPage::count() const
{
    return m_workbench->engine()->isKnown() ? m_list->model()->rowCount() : -1;
}

QWidget *DatabasesPage::focusTarget()
{
    if (const Console *console = currentConsole())
        return console->currentQuery()->editor();
    return m_list->focusTarget();
}

bool DatabasesPage::startFiltering()
{
    if (Console *console = currentConsole()) {
        console->startFinding(false);
        return true;
    }
    m_list->filterField()->setFocus(Qt::ShortcutFocusReason);
    m_list->filterField()->selectAll();
    return true;
}

QList<Console *> DatabasesPage::tabbedConsoles() const
{
    QList<Console *> result;
    for (int i = 1; i < m_stack->count(); ++i)
        result.append(static_cast<Console *>(m_stack->widget(i)));
    return result;
}

Console *DatabasesPage::currentConsole() const
{
    return qobject_cast<Console *>(m_stack->currentWidget());
}

void DatabasesPage::showList()
{
    m_bar->setCurrentIndex(0);
}

Console *DatabasesPage::openConsole(const QString &containerId)
{
    const ContainerStore *containers = m_workbench->engine()->containers();
    ConsolePlace place;
    place.containerId = containerId;
    if (containers->contains(containerId)) {
        const ContainerSummary container = containers->container(containerId);
        place.containerName = container.name;
        place.project = container.project();
        place.service = container.service();
    }
    const QList<Console *> all = consoles();
    const auto open = std::find_if(all.cbegin(), all.cend(),
                                   [&place](const Console *console) { return console->place().serves(place); });
    Console *console = open == all.cend() ? addConsole(storedFor(place)) : *open;
    showConsole(console);
    console->connectNow();
    openWaitingFiles();
    return console;
}

StoredConsole DatabasesPage::storedFor(const ConsolePlace &place)
{
    const auto stored = std::find_if(m_toRestore.cbegin(), m_toRestore.cend(),
                                     [&place](const StoredConsole &console) { return console.place.serves(place); });
    if (stored != m_toRestore.cend())
        return m_toRestore.takeAt(stored - m_toRestore.cbegin());
    StoredConsole fresh;
    fresh.id = ConsoleStore::newId();
    fresh.place = place;
    return fresh;
}

void DatabasesPage::openSqlFile(const QString &path)
{
    m_waitingFiles.append(path);
    if (m_restored)
        openWaitingFiles();
}

void DatabasesPage::openWaitingFiles()
{
    Console *console = currentConsole() ? currentConsole() : m_lastConsole ? m_lastConsole.get() : consoles().value(0);
    if (console && !m_waitingFiles.isEmpty()) {
        showConsole(console);
        for (const QString &path : std::as_const(m_waitingFiles))
            console->openFile(path);
        m_waitingFiles.clear();
    }
    QStringList names;
    for (const QString &path : std::as_const(m_waitingFiles))
        names.append(QFileInfo(path).fileName());
    m_list->showWaiting(names);
}

Console *DatabasesPage::addConsole(const StoredConsole &stored)
{
    auto *console = new Console(m_context, stored, m_stack);
    console->connection()->setAllowedRoutes(m_allowedRoutes);
    connect(console, &Console::closeRequested, this, [this, console] { closeConsole(console); });
    connect(console, &Console::titleChanged, this, &DatabasesPage::updateTitles);
    addTab(console);
    return console;
}

void DatabasesPage::closeConsole(Console *console)
{
    const QString loses = console->closingLoses();
    if (loses.isEmpty()) {
        discard(console);
        return;
    }
    Question question;
    question.title = tr("Close console");
    question.text = tr("Close the console of “%1”?").arg(console->title());
    question.consequence = loses;
    question.verb = tr("Close console");
    ask(console, question, [this, guard = QPointer<Console>(console)](bool) {
        if (guard)
            discard(guard);
    });
}

QFuture<void> DatabasesPage::settle()
{
    return m_context.store->flush();
}

QStringList DatabasesPage::quittingLoses() const
{
    QStringList losses;
    const QList<Console *> all = consoles();
    for (const Console *console : all) {
        QStringList loses{console->quittingLoses()};
        const QStringList queries = m_context.store->unkeptQueries(console->id());
        for (const QString &query : queries)
            loses += tr("The text of %1 is lost.", "a query").arg(query);
        loses.removeAll(QString());
        for (const QString &sentence : std::as_const(loses))
            losses << tr("%1: %2", "a console and what happens to it").arg(console->title(), sentence);
    }
    return losses;
}

void DatabasesPage::discard(Console *console)
{
    m_context.store->remove(console->id());
    if (DetachedWindow *window = windowOf(console))
        window->handBack([this](QWidget *panel) { panel->setParent(this); });
    else
        removeTab(console);
    console->deleteLater();
    becomeCurrent();
    Q_EMIT countChanged();
}

void DatabasesPage::updateTitles()
{
    const QList<Console *> all = tabbedConsoles();
    for (int i = 0; i < all.size(); ++i) {
        m_bar->setTabText(i + 1, verbatim(all.at(i)->title()));
        // Several stand side by side: to those who hear them, each says which one it closes.
        m_bar->tabButton(i + 1, QTabBar::RightSide)
            ->setAccessibleName(tr("Close console %1", "%1: what it is connected to").arg(all.at(i)->title()));
        all.at(i)->setOrder(i);
    }
}

void DatabasesPage::becomeCurrent()
{
    Console *console = isVisible() ? currentConsole() : nullptr;
    m_consoleActions->setConsole(console);
    if (currentConsole())
        m_lastConsole = currentConsole();
    if (m_restored)
        m_workbench->state()->setValue(CurrentConsoleKey, currentConsole() ? currentConsole()->id() : QString());
    if (console)
        connectWhenSeen(console);
    updateActions();
}

void DatabasesPage::updateActions()
{
    m_consoleActions->update();
    m_workbench->actions()->setAvailable(allDatabasesId(), isVisible() && currentConsole(), tr("No console is shown."));
    offerDetaching();
    if (!isVisible())
        return;
    const bool any = !currentConsole() && !m_list->chosen().isEmpty();
    m_workbench->actions()->setAvailable(openConsoleId(), any, tr("Choose a database in the list first."));
}

void DatabasesPage::openChosen()
{
    if (currentConsole())
        return;
    const QStringList ids = m_list->chosen();
    for (const QString &id : ids)
        openConsole(id);
}

void DatabasesPage::tellProblem(const QString &sentence)
{
    const QList<Console *> all = consoles();
    Console *console = currentConsole() ? currentConsole() : all.value(0);
    if (console)
        console->notice()->showProblem(sentence);
    else
        tell(this, tr("SQL consoles"), sentence);
}

void DatabasesPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    becomeCurrent();
}

void DatabasesPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_consoleActions->setConsole(nullptr);
    m_workbench->actions()->setAvailable(allDatabasesId(), false, tr("No console is shown."));
}

} // namespace Gantry
