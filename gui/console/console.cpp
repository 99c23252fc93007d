// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/console.h"

#include "console/cataloguepane.h"
#include "console/consoleactions.h"
#include "console/consoleheader.h"
#include "console/consolenotice.h"
#include "console/consolerunner.h"
#include "console/querytab.h"
#include "console/resultpane.h"
#include "console/resulttabs.h"
#include "look/actionbutton.h"
#include "look/elidedlabel.h"
#include "look/fonts.h"
#include "look/menubutton.h"
#include "look/oneline.h"
#include "look/plaintooltip.h"
#include "look/separator.h"
#include "look/tabbar.h"
#include "look/verbatim.h"
#include "shell/workbench.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gantry {

Console::Console(const ConsoleContext &context, const StoredConsole &stored, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_id(stored.id)
    , m_order(stored.order)
    , m_actions(new ActionRegistry(this))
    , m_connection(new ConsoleConnection(context.backend, this))
    , m_session(new SqlSession(this))
    , m_catalogue(new Catalogue(this))
    , m_runner(new ConsoleRunner(m_session, context.history, this))
{
    setObjectName(u"console"_s);
    m_connection->setPlace(stored.place);
    m_connection->setLogin({stored.user, {}, stored.database});
    m_session->setAutocommit(stored.autocommit);
    auto *actions = new ConsoleActions(m_actions, this);
    build();
    connectParts();

    m_restoring = true;
    for (const StoredQuery &query : stored.queries)
        addQuery(query);
    if (m_queries->count() == 0)
        newQuery();
    m_queryBar->setCurrentIndex(std::clamp(stored.currentQuery, 0, m_queries->count() - 1));
    m_restoring = false;
    updateTabs();
    actions->setConsole(this);
    m_context.store->track(m_id, [this] { return this->stored(); });
    connect(m_context.store, &ConsoleStore::problemChanged, this, [this](const QString &id) {
        if (id == m_id)
            m_notice->setUnkept(m_context.store->problem(id));
    });
    changed();
}

Console::~Console()
{
    m_context.store->untrack(m_id);
}

void Console::build()
{
    m_header = new ConsoleHeader(m_context.workbench, m_actions, m_connection, m_session, m_runner, this);
    m_notice = new ConsoleNotice(m_connection, m_session, this);
    m_cataloguePane = new CataloguePane(m_catalogue, this);
    m_queryBar = new TabBar(this);
    m_queryBar->setObjectName(u"queryTabs"_s);
    m_queryBar->setAccessibleName(tr("Queries"));
    m_queryBar->setContextMenuPolicy(Qt::CustomContextMenu);
    m_queries = new QStackedWidget(this);

    auto *addButton = new ActionButton(m_actions->action(u"sql.newQuery"_s), ButtonKind::Ghost, this);
    addButton->setIconOnly(true);
    auto *hint
        = new ElidedLabel(tr("%1 runs the statement at the cursor")
                              .arg(m_actions->action(u"sql.run"_s)->shortcut().toString(QKeySequence::NativeText)),
                          this);
    hint->setObjectName(u"runHint"_s);
    hint->setElideMode(Qt::ElideRight);
    hint->setLook(12);
    hint->setTone(Tone::Muted);
    hint->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    hint->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *barLayout = new QHBoxLayout;
    barLayout->setContentsMargins(6, 0, 16, 0);
    barLayout->setSpacing(4);
    barLayout->addWidget(m_queryBar, 0, Qt::AlignBottom);
    barLayout->addWidget(addButton);
    barLayout->addWidget(hint, 1);
    auto *bar = new QWidget(this);
    bar->setLayout(barLayout);
    bar->setFixedHeight(Fonts::scaled(40));

    auto *right = new QWidget(this);
    auto *rightLayout = new QVBoxLayout(right);
    rightLayout->setContentsMargins(0, 0, 0, 0);
    rightLayout->setSpacing(0);
    rightLayout->addWidget(bar);
    rightLayout->addWidget(new Separator(Qt::Horizontal, right));
    rightLayout->addWidget(m_queries, 1);

    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->addWidget(m_cataloguePane);
    m_splitter->addWidget(right);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({Fonts::scaled(270), Fonts::scaled(950)});
    m_splitter->setCollapsible(1, false);
    m_context.workbench->state()->track(m_splitter, u"console/objects"_s);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(new Separator(Qt::Horizontal, this));
    layout->addWidget(m_notice);
    layout->addWidget(m_splitter, 1);
    setFocusProxy(m_queries);
}

void Console::connectParts()
{
    connect(m_connection, &ConsoleConnection::openRequested, m_session, &SqlSession::open);
    connect(m_connection, &ConsoleConnection::closeRequested, m_session, &SqlSession::close);
    connect(m_session, &SqlSession::connected, m_connection, &ConsoleConnection::sessionConnected);
    connect(m_session, &SqlSession::connectFailed, m_connection, &ConsoleConnection::sessionFailed);
    connect(m_session, &SqlSession::connectProgress, m_connection, &ConsoleConnection::sessionProgress);
    connect(m_session, &SqlSession::connectionLost, m_connection, &ConsoleConnection::sessionLost);
    connect(m_connection, &ConsoleConnection::routeGone, m_session, &SqlSession::giveUp);
    connect(m_connection, &ConsoleConnection::connected, this, &Console::becomeConnected);
    connect(m_connection, &ConsoleConnection::loginProven, this, [this](const ConsoleConnection::Login &login) {
        unlessItLoses(tr("Change login"),
                      tr("The login works. Close the connection of %1 and use it instead?").arg(title()),
                      [this, login] {
                          m_notice->closeForm();
                          takeLogin(login, m_rememberTrial);
                      });
    });
    connect(m_connection, &ConsoleConnection::placeChanged, this, &Console::changed);
    connect(m_connection, &ConsoleConnection::changed, this, [this] {
        followAttempt();
        Q_EMIT titleChanged();
        Q_EMIT actionsChanged();
    });
    connect(m_session, &SqlSession::stateChanged, this, &Console::actionsChanged);
    connect(m_session, &SqlSession::transactionChanged, this, &Console::actionsChanged);
    connect(m_session, &SqlSession::autocommitChanged, this, [this] {
        changed();
        Q_EMIT actionsChanged();
    });
    connect(m_session, &SqlSession::expandedChanged, this, &Console::actionsChanged);
    connect(m_runner, &ConsoleRunner::started, this, &Console::updateTabs);
    connect(m_runner, &ConsoleRunner::ended, this, &Console::updateTabs);
    connect(m_runner, &ConsoleRunner::started, this, &Console::actionsChanged);
    connect(m_runner, &ConsoleRunner::ended, this, &Console::actionsChanged);
    m_catalogueRefresh.setSingleShot(true);
    m_catalogueRefresh.setInterval(300);
    connect(&m_catalogueRefresh, &QTimer::timeout, m_cataloguePane, &CataloguePane::refresh);
    connect(m_runner, &ConsoleRunner::schemaChanged, &m_catalogueRefresh, qOverload<>(&QTimer::start));

    connect(m_notice, &ConsoleNotice::startContainerRequested, this,
            [this] { m_context.workbench->containerCommands()->start({place().containerId}); });
    m_notice->setUpPossible([this] { return m_context.workbench->projectStore()->contains(place().project); });
    connect(m_notice, &ConsoleNotice::upRequested, this,
            [this] { Q_EMIT m_context.workbench->upProjectRequested(place().project); });
    connect(m_notice, &ConsoleNotice::unpauseContainerRequested, this,
            [this] { m_context.workbench->containerCommands()->unpause({place().containerId}); });
    connect(m_notice, &ConsoleNotice::loginChosen, this, &Console::login);
    connect(m_notice, &ConsoleNotice::loginCancelled, this, [this] {
        currentQuery()->editor()->setFocus();
        changed(); // the login before is back
    });
    connect(m_cataloguePane, &CataloguePane::insertRequested, this, [this](const QString &name) {
        currentQuery()->editor()->insertAtCursor(name);
        currentQuery()->editor()->setFocus();
    });
    connect(m_cataloguePane, &CataloguePane::runRequested, this, [this](const QString &statement) {
        const QByteArray script = statement.toUtf8();
        runPiece(currentQuery(), {script, StatementSplitter::split(script), -1});
    });
    connect(m_queryBar, &QTabBar::currentChanged, this, [this](int index) {
        if (index < 0)
            return;
        m_queries->setCurrentIndex(index);
        m_runner->setIdleTab(currentQuery());
        changed();
        Q_EMIT actionsChanged();
    });
    connect(m_queryBar, &QTabBar::tabBarDoubleClicked, this, [this](int index) {
        if (index < 0)
            newQuery();
    });
    connect(m_queryBar, &QWidget::customContextMenuRequested, this, [this](const QPoint &position) {
        const int index = m_queryBar->tabAt(position);
        if (index < 0)
            return;
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addAction(tr("Close query"), this, [this, query = queryAt(index)] { closeQuery(query); });
        menu->popup(m_queryBar->mapToGlobal(position));
    });
}

ActionButton *Console::detachButton() const
{
    return m_header->detachButton();
}

QueryTab *Console::queryAt(int index) const
{
    return static_cast<QueryTab *>(m_queries->widget(index));
}

QueryTab *Console::currentQuery() const
{
    return static_cast<QueryTab *>(m_queries->currentWidget());
}

QList<QueryTab *> Console::queries() const
{
    QList<QueryTab *> result;
    for (int i = 0; i < m_queries->count(); ++i)
        result.append(queryAt(i));
    return result;
}

ResultPane *Console::currentResult() const
{
    const QueryTab *query = currentQuery();
    return query ? query->results()->currentPane() : nullptr;
}

QString Console::title() const
{
    return oneLine(tr("%1 · %2", "database, project / service").arg(m_header->databaseTitle(), place().label()));
}

void Console::setOrder(int order)
{
    if (m_order == order)
        return;
    m_order = order;
    changed();
}

QueryTab *Console::addQuery(const StoredQuery &stored)
{
    auto *query = new QueryTab(stored.title, m_queries);
    query->load(stored);
    m_context.workbench->state()->track(query->splitter(), u"console/results"_s);
    auto *copyButton = new MenuButton(query);
    for (const QString &id : {u"sql.copy"_s, u"sql.copyWithHeaders"_s, u"sql.copyRows"_s})
        copyButton->entries()->addAction(m_actions->action(id));
    copyButton->setText(tr("Copy"));
    copyButton->setIcon(m_actions->action(u"sql.copy"_s)->icon());
    copyButton->setObjectName(u"copyMenu"_s);
    setButtonKind(copyButton, ButtonKind::Ghost);
    query->results()->addTool(copyButton);
    query->results()->addTool(new ActionButton(m_actions->action(u"sql.exportCsv"_s), ButtonKind::Ghost, query));

    m_queries->addWidget(query);
    m_queryBar->addTab(query->tabText());
    connect(query, &QueryTab::changed, this, [this] {
        updateTabs();
        changed();
    });
    connect(query->results(), &ResultTabs::currentChanged, this, &Console::actionsChanged);
    connect(query->results(), &ResultTabs::menuRequested, this, [this](const QPoint &position) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        for (const QString &id : {u"sql.copy"_s, u"sql.copyWithHeaders"_s, u"sql.copyRows"_s, u"sql.showValue"_s,
                                  u"sql.expanded"_s, u"sql.exportCsv"_s})
            menu->addAction(m_actions->action(id));
        menu->popup(position);
    });
    connect(query->editor(), &SqlEditor::historyRequested, this, [this, query](bool newer) { recall(query, newer); });
    connect(query->editor(), &SqlEditor::escapePressed, this, [this, query] { escape(query); });
    connect(query->editor(), &SqlEditor::filesDropped, this, [this](const QStringList &paths) {
        for (const QString &path : paths)
            openFile(path);
    });
    updateTabs();
    return query;
}

QueryTab *Console::newQuery()
{
    StoredQuery stored;
    stored.title = tr("Query %1").arg(++m_queryNumber);
    const auto isTaken = [this](const QString &title) {
        const QList<QueryTab *> all = queries();
        return std::any_of(all.cbegin(), all.cend(),
                           [&title](const QueryTab *query) { return query->tabText() == title; });
    };
    while (isTaken(stored.title))
        stored.title = tr("Query %1").arg(++m_queryNumber);
    QueryTab *query = addQuery(stored);
    m_queryBar->setCurrentIndex(m_queries->count() - 1);
    query->editor()->setFocus();
    changed();
    return query;
}

void Console::updateTabs()
{
    for (int i = 0; i < m_queries->count(); ++i) {
        m_queryBar->setTabText(i, verbatim(queryAt(i)->tabText()));
        m_queryBar->setTabToolTip(i, plainToolTip(queryAt(i)->path()));
        const bool runs = queryAt(i) == m_runner->runningTab();
        m_queryBar->setBadge(i, runs ? tr("running") : QString(), Tone::Accent);
    }
    m_runner->setIdleTab(currentQuery());
}

StoredConsole Console::stored() const
{
    StoredConsole result;
    result.id = m_id;
    result.order = m_order;
    result.place = m_connection->place();
    result.user = m_connection->login().user;
    result.database = m_connection->login().database;
    result.autocommit = m_session->autocommit();
    const QList<QueryTab *> all = queries();
    for (const QueryTab *query : all)
        result.queries.append(query->stored());
    result.currentQuery = m_queries->currentIndex();
    return result;
}

void Console::changed()
{
    if (!m_restoring)
        m_context.store->changed(m_id);
}

QString Console::quittingLoses() const
{
    QStringList losses;
    if (m_runner->isRunning())
        losses += tr("The running statement is cancelled.");
    if (m_session->transaction() == SqlSession::Transaction::Open)
        losses += tr("The open transaction is rolled back.");
    return losses.join(u' ');
}

QString Console::closingLoses() const
{
    QStringList losses{quittingLoses()};
    const QList<QueryTab *> all = queries();
    const bool text = std::any_of(all.cbegin(), all.cend(),
                                  [](const QueryTab *query) { return query->isChanged() && !query->isEmpty(); });
    if (text)
        losses += tr("The text of its queries is lost; what was run stays in the history.");
    losses.removeAll(QString());
    return losses.join(u' ');
}

} // namespace Gantry
