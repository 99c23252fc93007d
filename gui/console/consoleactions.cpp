// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/consoleactions.h"

#include "console/console.h"
#include "console/consolerunner.h"
#include "console/querytab.h"
#include "console/resultpane.h"
#include "look/plaintooltip.h"
#include "shell/actionregistry.h"

using namespace Qt::StringLiterals;

namespace Gantry {

ConsoleActions::ConsoleActions(ActionRegistry *registry, QObject *parent)
    : QObject(parent)
    , m_registry(registry)
{
    registerAll();
    update();
}

void ConsoleActions::add(const QString &id, const QString &text, const QString &toolTip, const QString &icon,
                         const QKeySequence &shortcut, const std::function<void(Console *)> &act, bool beginsGroup)
{
    ActionRegistry::Description description;
    description.id = id;
    description.menu = ActionRegistry::Menu::Database;
    description.text = text;
    description.toolTip = toolTip;
    description.icon = icon;
    description.shortcut = shortcut;
    description.beginsGroup = beginsGroup;
    description.submenu = m_submenu;
    QAction *action = m_registry->add(description);
    connect(action, &QAction::triggered, this, [this, act] {
        if (m_console)
            act(m_console);
    });
    m_ids.append(id);
}

void ConsoleActions::registerAll()
{
    add(
        u"sql.run"_s, tr("Run"), tr("Run the selection or the statement at the cursor"), u"run"_s,
        QKeySequence(Qt::CTRL | Qt::Key_Return), [](Console *c) { c->run(); }, true);
    add(u"sql.runAll"_s, tr("Run all"), tr("Run every statement of the query"), {},
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return), [](Console *c) { c->runAll(); });
    add(u"sql.cancel"_s, tr("Cancel"), tr("Stop the running statement on the server; rows received stay"), u"stop"_s,
        QKeySequence(Qt::CTRL | Qt::Key_Period), [](Console *c) { c->cancel(); });
    m_submenu = tr("Transaction");
    add(
        u"sql.commit"_s, tr("Commit"), tr("Keep the changes of the transaction"), u"check"_s, {},
        [](Console *c) { c->commit(); }, true);
    add(u"sql.rollback"_s, tr("Roll back"), tr("Undo the changes of the transaction"), {}, {},
        [](Console *c) { c->rollback(); });
    add(u"sql.autocommit"_s, tr("Autocommit"), tr("Keep each statement as soon as it has succeeded"), {}, {},
        [](Console *c) { c->session()->setAutocommit(true); });
    add(u"sql.manualCommit"_s, tr("Manual commit"), tr("Begin a transaction by itself and keep it open until Commit"),
        {}, {}, [](Console *c) { c->session()->setAutocommit(false); });
    m_submenu = tr("Query");
    add(
        u"sql.newQuery"_s, tr("New query"), {}, u"plus"_s, QKeySequence(Qt::CTRL | Qt::Key_N),
        [](Console *c) { c->newQuery(); }, true);
    add(u"sql.closeQuery"_s, tr("Close query"), {}, {}, QKeySequence(Qt::CTRL | Qt::Key_W),
        [](Console *c) { c->closeQuery(c->currentQuery()); });
    add(u"sql.nextQuery"_s, tr("Next query"), {}, {}, QKeySequence(Qt::CTRL | Qt::Key_PageDown),
        [](Console *c) { c->stepQuery(1); });
    add(u"sql.previousQuery"_s, tr("Previous query"), {}, {}, QKeySequence(Qt::CTRL | Qt::Key_PageUp),
        [](Console *c) { c->stepQuery(-1); });
    add(u"sql.openFile"_s, tr("Open SQL file…"), {}, u"folder"_s, {}, [](Console *c) { c->chooseFile(); });
    add(u"sql.save"_s, tr("Save query"), {}, u"file"_s, QKeySequence(Qt::CTRL | Qt::Key_S),
        [](Console *c) { c->save(); });
    add(u"sql.history"_s, tr("SQL history…"), {}, u"clock"_s, QKeySequence(Qt::CTRL | Qt::Key_H),
        [](Console *c) { c->showHistory(); });
    add(u"sql.find"_s, tr("Find in query"), {}, u"search"_s, QKeySequence(Qt::Key_F3),
        [](Console *c) { c->startFinding(false); });
    add(u"sql.replace"_s, tr("Find and replace"), {}, {}, QKeySequence(Qt::CTRL | Qt::Key_R),
        [](Console *c) { c->startFinding(true); });
    add(u"sql.comment"_s, tr("Comment or uncomment"), {}, {}, QKeySequence(Qt::CTRL | Qt::Key_Slash),
        [](Console *c) { c->currentQuery()->editor()->toggleComment(); });
    m_submenu = tr("Result");
    add(
        u"sql.copy"_s, tr("Copy cells"), {}, u"copy"_s, {},
        [](Console *c) {
            if (ResultPane *pane = c->currentResult())
                pane->copyCells();
        },
        true);
    add(u"sql.copyWithHeaders"_s, tr("Copy with headers"), {}, {}, {}, [](Console *c) {
        if (ResultPane *pane = c->currentResult())
            pane->copyWithHeaders();
    });
    add(u"sql.copyRows"_s, tr("Copy rows"), {}, {}, {}, [](Console *c) {
        if (ResultPane *pane = c->currentResult())
            pane->copyRows();
    });
    add(u"sql.nextResult"_s, tr("Next result"), tr("Show the next result of the run, or its messages"), {},
        QKeySequence(Qt::ALT | Qt::Key_PageDown), [](Console *c) { c->stepResult(1); });
    add(u"sql.previousResult"_s, tr("Previous result"), tr("Show the result before, or the messages"), {},
        QKeySequence(Qt::ALT | Qt::Key_PageUp), [](Console *c) { c->stepResult(-1); });
    add(u"sql.messages"_s, tr("Messages"), tr("Show the messages of the run"), {},
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M), [](Console *c) { c->showMessages(); });
    add(u"sql.showValue"_s, tr("Show value"), tr("Show the current value in full, or hide it"), {}, {}, [](Console *c) {
        if (ResultPane *pane = c->currentResult())
            pane->toggleValue();
    });
    add(u"sql.expanded"_s, tr("Expanded display"), tr("Show each column in a line of its own"), {}, {},
        [](Console *c) { c->toggleExpanded(); });
    add(u"sql.exportCsv"_s, tr("Export"), tr("Write the result to a CSV file"), u"export"_s,
        QKeySequence(Qt::CTRL | Qt::Key_E), [](Console *c) { c->exportCsv(); });
    m_submenu = tr("Connection");
    add(
        u"sql.reconnect"_s, tr("Reconnect"), tr("Close the connection and make it anew"), u"restart"_s, {},
        [](Console *c) { c->reconnect(); }, true);
    add(u"sql.login"_s, tr("Change login…"), tr("Use another user, password or database"), u"user"_s, {},
        [](Console *c) { c->askForLogin(); });
    m_submenu.clear();
    add(u"sql.nextPane"_s, tr("Next pane"), tr("From the query to its result, to the objects and back"), {},
        QKeySequence(Qt::Key_F6), [](Console *c) { c->focusNextPane(); });
    add(u"sql.closeConsole"_s, tr("Close console"), {}, {}, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_W),
        [](Console *c) { Q_EMIT c->closeRequested(); });
    for (const QString &id : {u"sql.autocommit"_s, u"sql.manualCommit"_s, u"sql.expanded"_s})
        m_registry->action(id)->setCheckable(true);
}

void ConsoleActions::setConsole(Console *console)
{
    if (m_console == console)
        return;
    if (m_console)
        disconnect(m_console, nullptr, this, nullptr);
    m_console = console;
    if (m_console)
        connect(m_console, &Console::actionsChanged, this, &ConsoleActions::update);
    update();
}

void ConsoleActions::update()
{
    for (const QString &id : std::as_const(m_ids))
        m_registry->setAvailable(id, m_console, tr("No SQL console is open here."));
    if (m_console)
        updateConsole(*m_console);
}

void ConsoleActions::updateConsole(const Console &console)
{
    const bool running = console.runner()->isRunning();
    const bool connecting = console.connection()->isBusy();
    const QString busy = tr("A statement is running.");
    const QueryTab *runs = console.runner()->runningTab();
    const bool elsewhere = running && runs != console.currentQuery(); // Run says so then
    m_registry->setAvailable(u"sql.run"_s, (!running || elsewhere) && !connecting,
                             running ? busy : tr("The console is connecting."));
    m_registry->setAvailable(u"sql.runAll"_s, (!running || elsewhere) && !connecting,
                             running ? busy : tr("The console is connecting."));
    m_registry->setAvailable(u"sql.cancel"_s, running || connecting || console.isWaiting(), tr("Nothing is running."));
    if (runs) {
        m_registry->action(u"sql.cancel"_s)
            ->setToolTip(plainToolTip(tr("Stop “%1” on the server; rows received stay").arg(runs->title())));
    }
    const auto transaction = console.session()->transaction();
    const bool inTransaction = transaction != SqlSession::Transaction::None;
    const QString noTransaction = running ? busy : tr("No transaction is open.");
    m_registry->setAvailable(u"sql.commit"_s, !running && transaction == SqlSession::Transaction::Open,
                             transaction == SqlSession::Transaction::Failed
                                 ? tr("The transaction failed and can only be rolled back.")
                                 : noTransaction);
    m_registry->setAvailable(u"sql.rollback"_s, !running && inTransaction, noTransaction);
    m_registry->setAvailable(u"sql.reconnect"_s, !connecting, tr("The console is connecting."));
    const ResultPane *result = console.currentResult();
    for (const QString &id : {u"sql.copy"_s, u"sql.copyWithHeaders"_s, u"sql.copyRows"_s, u"sql.showValue"_s})
        m_registry->setAvailable(id, result, tr("No result is shown."));
    // While rows still come, a part would pass for the whole.
    m_registry->setAvailable(u"sql.exportCsv"_s, result && !running, result ? busy : tr("No result is shown."));
    m_registry->action(u"sql.autocommit"_s)->setChecked(console.session()->autocommit());
    m_registry->action(u"sql.manualCommit"_s)->setChecked(!console.session()->autocommit());
    m_registry->action(u"sql.expanded"_s)
        ->setChecked(result ? result->isExpanded() : console.session()->expanded() == ExpandedDisplay::On);
}

} // namespace Gantry
