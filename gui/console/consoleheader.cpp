// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/consoleheader.h"

#include "console/consolerunner.h"
#include "console/transactionchip.h"
#include "items/humanize.h"
#include "look/actionbutton.h"
#include "look/elidedlabel.h"
#include "look/fonts.h"
#include "look/menubutton.h"
#include "look/pill.h"
#include "look/splitbutton.h"
#include "look/symbollabel.h"
#include "postgres/consoleconnection.h"
#include "postgres/sqlsession.h"
#include "shell/workbench.h"

#include <QHBoxLayout>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gantry {

ConsoleHeader::ConsoleHeader(Workbench *workbench, ActionRegistry *actions, ConsoleConnection *connection,
                             SqlSession *session, ConsoleRunner *runner, QWidget *parent)
    : PageHeader({}, parent)
    , m_connection(connection)
    , m_session(session)
    , m_runner(runner)
    , m_version(new ElidedLabel({}, this))
    , m_user(new ElidedLabel({}, this))
    , m_routeSymbol(new SymbolLabel(u"link"_s, Tone::Muted, this))
    , m_route(new ElidedLabel({}, this))
    , m_chip(new TransactionChip(actions, this))
    , m_commitMode(new MenuButton(this))
{
    for (ElidedLabel *label : {m_version, m_user, m_route}) {
        label->setLook(12);
        label->setTone(Tone::Muted);
        label->setElideMode(Qt::ElideRight);
    }
    m_version->setObjectName(u"consoleVersion"_s);
    m_user->setObjectName(u"consoleUser"_s);
    m_route->setObjectName(u"consoleRoute"_s);
    m_routeSymbol->setSide(14);
    setTwoLines();
    secondLine()->addWidget(m_version);
    secondLine()->addSpacing(4);
    secondLine()->addWidget(m_user);
    secondLine()->addSpacing(4);
    secondLine()->addWidget(m_routeSymbol);
    secondLine()->addWidget(m_route);
    secondLine()->addStretch(1);

    m_commitMode->entries()->addAction(actions->action(u"sql.autocommit"_s));
    m_commitMode->entries()->addAction(actions->action(u"sql.manualCommit"_s));
    setButtonKind(m_commitMode, ButtonKind::Ghost);
    m_commitMode->setObjectName(u"commitMode"_s);

    addWidget(m_chip);
    addWidget(m_commitMode);
    addSeparator();
    m_cancel = addButton(actions->action(u"sql.cancel"_s), ButtonKind::Outlined);
    auto *runMenu = new QMenu(this);
    runMenu->addActions({actions->action(u"sql.run"_s), actions->action(u"sql.runAll"_s)});
    m_run = new SplitButton(actions->action(u"sql.run"_s), runMenu, ButtonKind::Primary, this);
    addWidget(m_run);
    m_detach = new ActionButton(DetachedWindows::action(workbench->actions()), ButtonKind::Ghost, this);
    m_detach->setIconOnly(true);
    addWidget(m_detach);

    connect(m_connection, &ConsoleConnection::changed, this, &ConsoleHeader::follow);
    connect(m_connection, &ConsoleConnection::placeChanged, this, &ConsoleHeader::follow);
    connect(m_session, &SqlSession::stateChanged, this, &ConsoleHeader::followState);
    connect(m_session, &SqlSession::transactionChanged, this, &ConsoleHeader::followState);
    connect(m_session, &SqlSession::autocommitChanged, this, &ConsoleHeader::followState);
    connect(m_session, &SqlSession::cancelling, this, &ConsoleHeader::followState);
    connect(m_runner, &ConsoleRunner::transactionChangesChanged, this, &ConsoleHeader::followState);
    connect(m_runner, &ConsoleRunner::started, this, &ConsoleHeader::followState);
    connect(m_runner, &ConsoleRunner::ended, this, &ConsoleHeader::followState);
    m_clock.setInterval(100);
    connect(&m_clock, &QTimer::timeout, this, &ConsoleHeader::followState);
    follow();
}

QString ConsoleHeader::databaseTitle() const
{
    if (!m_connection->server().database.isEmpty())
        return m_connection->server().database;
    if (!m_connection->login().database.isEmpty())
        return m_connection->login().database;
    return tr("SQL console");
}

void ConsoleHeader::follow()
{
    const ServerInfo &server = m_connection->server();
    setTitle(databaseTitle());
    const bool known = server.version > 0;
    m_version->setText(known ? tr("PostgreSQL %1").arg(server.versionText.section(u' ', 0, 0)) : QString());
    m_user->setText(known ? tr("user %1").arg(server.user) : QString());
    QString route = known ? m_connection->route().label() : QString();
    if (known && m_connection->state() == ConsoleConnection::State::Connected)
        route = tr("%1, %2", "a route to a database, and how long it takes to answer")
                    .arg(route, Humanize::roundTrip(server.roundTripUs));
    m_route->setText(route);
    followState();
}

void ConsoleHeader::followState()
{
    using State = ConsoleConnection::State;
    StateLook look = StateLook::Exited;
    QString word = tr("not connected");
    switch (m_connection->state()) {
    case State::Connected:
        look = StateLook::Running;
        word = tr("idle");
        // Not green: in the middle of a transaction, of which the chip speaks.
        if (m_session->transaction() == SqlSession::Transaction::Open) {
            look = StateLook::Restarting;
        } else if (m_session->transaction() == SqlSession::Transaction::Failed) {
            look = StateLook::Failed;
            word = tr("transaction failed");
        }
        if (m_runner->isRunning()) {
            look = StateLook::Starting;
            word = m_session->isCancelling() ? tr("cancelling…")
                                             : tr("running, %1").arg(Humanize::duration(m_runner->elapsed()));
        }
        break;
    case State::Reading:
    case State::Connecting:
    case State::Waiting:
        look = StateLook::Starting;
        word = tr("connecting");
        break;
    case State::Lost:
        look = StateLook::Failed;
        word = tr("connection lost");
        break;
    case State::Failed:
    case State::NeedsLogin:
        look = StateLook::Failed;
        break;
    case State::Idle:
    case State::EngineAway:
    case State::Missing:
    case State::Stopped:
        break;
    }
    setPill(look, word);
    const auto transaction
        = m_connection->state() == State::Connected ? m_session->transaction() : SqlSession::Transaction::None;
    m_commitMode->setText(m_session->autocommit() ? tr("Autocommit") : tr("Manual commit"));
    m_commitMode->setAccessibleName(m_commitMode->text());
    m_commitMode->setToolTip(m_session->autocommit()
                                 ? tr("Each statement is kept as soon as it has succeeded.")
                                 : tr("A transaction begins by itself and lasts until Commit or Roll back."));
    // In a narrow window the rest gives way to the transaction's state and the buttons.
    const Shown shown = whatFits(transaction);
    m_chip->showTransaction(transaction, shown.changes ? m_runner->transactionChanges() : 0);
    setFact(shown.place ? m_connection->place().label() : QString());
    m_version->setVisible(shown.version);
    m_user->setVisible(shown.user);
    m_route->setVisible(shown.route);
    m_routeSymbol->setVisible(shown.route && !m_route->text().isEmpty());
    m_commitMode->setVisible(shown.commitMode);
    if (m_runner->isRunning() != m_clock.isActive())
        m_runner->isRunning() ? m_clock.start() : m_clock.stop();
}

ConsoleHeader::Shown ConsoleHeader::whatFits(SqlSession::Transaction transaction) const
{
    // The menu "Database" has the mode, too.
    Shown shown;
    for (bool Shown::*least : {&Shown::user, &Shown::version, &Shown::wholeRoute, &Shown::commitMode, &Shown::place,
                               &Shown::changes, &Shown::route}) {
        if (widthFor(shown, transaction) <= width())
            break;
        shown.*least = false;
    }
    return shown;
}

int ConsoleHeader::widthFor(const Shown &shown, SqlSession::Transaction transaction) const
{
    constexpr int Gap = 12; // between texts
    constexpr int ActionGap = 8;
    const auto text = [](const QWidget *widget) { return widget->sizeHint().width() + Gap; };
    const auto button = [](const QWidget *widget) { return widget->sizeHint().width() + ActionGap; };
    const auto *title = findChild<ElidedLabel *>(u"pageTitle"_s);
    const auto *fact = findChild<ElidedLabel *>(u"pageFact"_s);
    int first = std::min(text(title), Fonts::scaled(160)) + text(findChild<Pill *>());
    if (shown.place)
        first += fact->fontMetrics().horizontalAdvance(m_connection->place().label()) + Gap;
    int second = 0;
    if (!m_route->text().isEmpty()) {
        second = (shown.version ? text(m_version) : 0) + (shown.user ? text(m_user) : 0);
        if (shown.route)
            second += text(m_routeSymbol) + (shown.wholeRoute ? text(m_route) : m_route->minimumSizeHint().width());
    }
    int actions = button(m_cancel) + button(m_run) + button(m_detach) + ActionGap; // and the line before them
    if (shown.commitMode)
        actions += button(m_commitMode);
    if (transaction != SqlSession::Transaction::None)
        actions += m_chip->widthFor(transaction, shown.changes ? m_runner->transactionChanges() : 0) + ActionGap;
    const QMargins margins = layout()->contentsMargins();
    return margins.left() + std::max(first, second) + actions + margins.right();
}

QSize ConsoleHeader::minimumSizeHint() const
{
    // What is shown and can go must not hold the window wide.
    const Shown least{false, false, false, false, false, false, false};
    const auto transaction = m_chip->isHidden() ? SqlSession::Transaction::None : m_session->transaction();
    return {widthFor(least, transaction), PageHeader::minimumSizeHint().height()};
}

void ConsoleHeader::resizeEvent(QResizeEvent *event)
{
    PageHeader::resizeEvent(event);
    followState();
}

} // namespace Gantry
