// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/cataloguepane.h"
#include "console/console.h"
#include "console/consolenotice.h"
#include "console/consolerunner.h"
#include "console/findbar.h"
#include "console/historypopup.h"
#include "console/messagesview.h"
#include "console/querytab.h"
#include "console/resultpane.h"
#include "console/resulttabs.h"
#include "console/resultview.h"
#include "engine/onanswer.h"
#include "look/tabbar.h"
#include "look/treeview.h"
#include "operations/fileexportoperation.h"
#include "postgres/csvexport.h"
#include "postgres/exportcommand.h"
#include "postgres/passwordkeeper.h"
#include "postgres/sqlhistory.h"
#include "shell/ask.h"
#include "shell/uistate.h"
#include "shell/workbench.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QStackedWidget>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Gantry {

namespace {

const auto ExportFolderKey = "console/exportFolder"_L1;

} // namespace

void Console::connectNow()
{
    if (m_connection->isBusy() || m_connection->state() == ConsoleConnection::State::Connected)
        return;
    const QString key = u"console/remembered/"_s + place().key();
    const ConsoleConnection::Login login = m_connection->login();
    if (login.password.isEmpty() && m_context.workbench->state()->value(key).toBool()) {
        m_context.passwords->read(place().key() + u'/' + login.user, this, [this](const QString &password) {
            ConsoleConnection::Login known = m_connection->login();
            known.password = password;
            m_connection->setLogin(known);
            m_connection->connectNow();
        });
        return;
    }
    m_connection->connectNow();
}

void Console::becomeConnected()
{
    const ConnectionParameters &parameters = m_connection->parameters();
    const QString label = m_connection->server().database + u'@' + place().label().remove(u' ');
    if (m_runner->label() != label)
        m_cataloguePane->clear();
    m_runner->setLabel(label);
    m_catalogue->setParameters(parameters);
    m_cataloguePane->refresh();
    if (!m_passwordToRemember.isEmpty()) {
        m_context.passwords->write(place().key() + u'/' + m_connection->login().user, m_passwordToRemember, this,
                                   [this, key = u"console/remembered/"_s + place().key()] {
                                       m_context.workbench->state()->setValue(key, true);
                                   });
        m_passwordToRemember.clear();
    }
    const Pending pending = std::exchange(m_pending, {}).value_or(Pending{});
    if (pending.query)
        runPiece(pending.query, pending.piece);
    if (std::exchange(m_hadSession, true)) {
        QueryTab *query = pending.query ? pending.query.data() : currentQuery();
        query->results()->messages()->addSentence(
            tr("Connected again, in a new session: settings, temporary tables and prepared statements of the session "
               "before are gone."),
            Tone::Caution);
    }
}

void Console::unlessItLoses(const QString &verb, const QString &text, const std::function<void()> &act)
{
    const QString losses = quittingLoses();
    if (losses.isEmpty()) {
        act();
        return;
    }
    Question question;
    question.title = verb;
    question.text = text;
    question.consequence = losses;
    question.verb = verb;
    ask(this, question, [self = QPointer<Console>(this), act](bool) {
        if (self)
            act();
    });
}

void Console::closeSession()
{
    const bool transaction = m_session->transaction() != SqlSession::Transaction::None;
    m_connection->disconnectNow();
    if (transaction)
        currentQuery()->results()->messages()->addSentence(
            tr("The connection was closed: the open transaction was rolled back."), Tone::Caution);
}

void Console::reconnect()
{
    unlessItLoses(tr("Reconnect"), tr("Close the connection of %1 and make it anew?").arg(title()), [this] {
        closeSession();
        connectNow();
    });
}

void Console::login(const ConsoleConnection::Login &login, bool remember)
{
    if (m_connection->state() == ConsoleConnection::State::Connected) {
        m_rememberTrial = remember;
        m_connection->tryLogin(login);
    } else {
        takeLogin(login, remember);
    }
}

void Console::takeLogin(const ConsoleConnection::Login &login, bool remember)
{
    m_passwordToRemember = remember ? login.password : QString();
    // What waits for a connection waits for this login: it does not go with the connection before.
    const std::optional<Pending> pending = std::exchange(m_pending, {});
    closeSession();
    m_pending = pending;
    m_connection->changeLogin(login);
    changed();
    // The form had it and is gone.
    currentQuery()->editor()->setFocus();
    m_connection->connectNow();
}

void Console::askForLogin()
{
    m_notice->askForLogin();
}

void Console::runPiece(QueryTab *query, const SqlEditor::Piece &piece)
{
    if (piece.statements.isEmpty()) {
        query->results()->messages()->addSentenceOnce(tr("There is no statement to run here."));
        query->results()->showMessages();
        return;
    }
    const QString refusal = whyNotRun(piece);
    if (!refusal.isEmpty()) {
        refuse(query, refusal);
        return;
    }
    query->beginHistoryAnew(); // Ctrl+Up begins with what runs now
    if (m_runner->run(query, piece))
        return;
    const QString obstacle = m_connection->obstacle();
    if (!obstacle.isEmpty()) {
        refuse(query, tr("Nothing was run: %1", "why, and what to do").arg(obstacle));
        connectNow(); // later the console does connect, and says until then what it waits for
        return;
    }
    dropPending(tr("Nothing was run: another statement was to run when there is a connection."));
    m_pending = Pending{query, piece};
    // Beside a form that waits to be filled in nothing is begun anew: what was typed there stays.
    const bool waitsForLogin = m_connection->state() == ConsoleConnection::State::NeedsLogin;
    query->results()->messages()->addSentenceOnce(
        waitsForLogin ? tr("The statement waits for the login above. Cancel drops it.")
                      : tr("The statement waits for the connection that is being made. Cancel drops it."));
    query->results()->showMessages();
    if (!waitsForLogin)
        connectNow();
    Q_EMIT actionsChanged();
}

void Console::refuse(QueryTab *query, const QString &sentence)
{
    query->results()->messages()->addSentenceOnce(sentence, Tone::Caution);
    query->results()->showMessages();
}

/// What waits for an attempt to connect does not outlast it: the next one, at any later time, is not meant.
void Console::followAttempt()
{
    if (!m_pending)
        return;
    switch (m_connection->state()) {
    case ConsoleConnection::State::Reading:
    case ConsoleConnection::State::Connecting:
    case ConsoleConnection::State::Waiting:
    case ConsoleConnection::State::Connected:
        if (m_pending->containerId.isEmpty())
            m_pending->containerId = place().containerId;
        else if (m_pending->containerId != place().containerId)
            dropPending(tr("Nothing was run: the container was replaced by another. Run again."));
        break;
    case ConsoleConnection::State::EngineAway:
    case ConsoleConnection::State::Missing:
    case ConsoleConnection::State::Stopped:
        dropPending(tr("Nothing was run: %1", "why, and what to do").arg(m_connection->obstacle()));
        break;
    case ConsoleConnection::State::Idle:
    case ConsoleConnection::State::Failed:
    case ConsoleConnection::State::Lost:
        dropPending(tr("Nothing was run: there is no connection."));
        break;
    case ConsoleConnection::State::NeedsLogin: // it is kept for the login
        break;
    }
}

QString Console::whyNotRun(const SqlEditor::Piece &piece) const
{
    if (m_runner->isRunning()) {
        const QueryTab *running = m_runner->runningTab();
        return running ? tr("Nothing was run: “%1” is running in this console. Cancel it, or wait until it has ended.")
                             .arg(running->title())
                       : tr("Nothing was run: a query that was closed is still running. Cancel it, or wait until it "
                            "has ended.");
    }
    // Reconnected by itself, it would run outside the transaction that it was written for.
    if (m_connection->state() == ConsoleConnection::State::Lost) {
        switch (m_session->lostWork()) {
        case SqlSession::LostWork::None:
            break;
        case SqlSession::LostWork::Statement:
            return tr("Nothing was run: when the connection was lost a statement was running, of which nobody knows "
                      "whether it took effect. Reconnect first.");
        case SqlSession::LostWork::Transaction:
            return tr("Nothing was run: the open transaction was lost with the connection. Reconnect first.");
        case SqlSession::LostWork::Commit:
            return tr("Nothing was run: the connection was lost while the transaction was committed, and nobody knows "
                      "whether it was. Reconnect first.");
        }
    }
    const bool masked
        = std::any_of(piece.statements.cbegin(), piece.statements.cend(), [&piece](const SqlStatement &statement) {
              const QByteArrayView text = QByteArrayView(piece.script).sliced(statement.begin, statement.length());
              return text.contains("***") && hasMaskedPassword(QString::fromUtf8(text));
          });
    return masked ? tr("Nothing was run: a password in it is ***, as the history shows passwords. Type the password "
                       "in its place first.")
                  : QString();
}

void Console::dropPending(const QString &sentence)
{
    const std::optional<Pending> pending = std::exchange(m_pending, {});
    if (pending && pending->query)
        refuse(pending->query, sentence);
}

void Console::run()
{
    QueryTab *query = currentQuery();
    query->editor()->withStatement([this, query](const SqlEditor::Piece &piece) { runPiece(query, piece); });
}

void Console::runAll()
{
    QueryTab *query = currentQuery();
    query->editor()->withAll([this, query](const SqlEditor::Piece &piece) { runPiece(query, piece); });
}

void Console::cancel()
{
    if (m_runner->isRunning()) {
        m_session->cancel();
        return;
    }
    dropPending(tr("Nothing was run: it was cancelled while it waited for the connection."));
    if (m_connection->isBusy())
        m_connection->cancel();
    Q_EMIT actionsChanged();
}

void Console::escape(const QueryTab *query)
{
    // What another query runs, or waits to run, is not meant, nor seen.
    const QueryTab *busy = m_pending ? m_pending->query.data() : m_runner->runningTab();
    if (!busy || busy == query)
        cancel();
}

void Console::commit()
{
    m_runner->run(currentQuery(), [this] { return m_session->commit(); });
}

void Console::rollback()
{
    m_runner->run(currentQuery(), [this] { return m_session->rollback(); });
}

void Console::toggleExpanded()
{
    ResultPane *pane = currentResult();
    const bool expanded = pane ? !pane->isExpanded() : m_session->expanded() != ExpandedDisplay::On;
    m_session->setExpanded(expanded ? ExpandedDisplay::On : ExpandedDisplay::Off);
    if (pane)
        pane->setExpanded(expanded);
}

void Console::startFinding(bool replace)
{
    currentQuery()->findBar()->open(replace);
}

void Console::focusNextPane()
{
    QueryTab *query = currentQuery();
    if (query->editor()->hasFocus())
        query->results()->focusTarget()->setFocus(Qt::ShortcutFocusReason);
    else if (query->results()->isAncestorOf(focusWidget()) && query->results()->focusTarget()->hasFocus())
        m_cataloguePane->tree()->setFocus(Qt::ShortcutFocusReason);
    else
        query->editor()->setFocus(Qt::ShortcutFocusReason);
}

void Console::stepQuery(int by)
{
    m_queryBar->setCurrentIndex((m_queryBar->currentIndex() + by + m_queryBar->count()) % m_queryBar->count());
    currentQuery()->editor()->setFocus(Qt::ShortcutFocusReason);
}

void Console::stepResult(int by)
{
    currentQuery()->results()->step(by);
    currentQuery()->results()->focusTarget()->setFocus(Qt::ShortcutFocusReason);
}

void Console::showMessages()
{
    currentQuery()->results()->showMessages();
    currentQuery()->results()->messages()->setFocus(Qt::ShortcutFocusReason);
}

void Console::showHistory()
{
    auto *popup = new HistoryPopup(m_context.history, m_runner->label(), this);
    connect(popup, &HistoryPopup::chosen, this,
            [this](const QString &statement) { currentQuery()->recall(statement.toUtf8()); });
    popup->open();
}

void Console::recall(QueryTab *query, bool newer)
{
    const quint64 generation = ++m_historyGeneration;
    const qint64 position = query->historyPosition();
    if (position == 0 && newer) // what the user typed is there already
        return;
    onAnswer(m_context.history->step(position, newer), query,
             [this, query, generation, newer](const SqlHistoryEntry &entry) {
                 // Before the oldest one there is nothing: it stays. After the newest one there is what the user typed.
                 if (generation == m_historyGeneration && (entry.id != 0 || newer))
                     query->recall(entry.statement.toUtf8(), entry.id);
             });
}

void Console::closeQuery(QueryTab *query)
{
    const auto close = [this, query = QPointer<QueryTab>(query)] {
        const int index = m_queries->indexOf(query);
        if (index < 0)
            return;
        m_queries->removeWidget(query);
        m_queryBar->removeTab(index);
        query->deleteLater();
        if (m_queries->count() == 0)
            newQuery();
        m_queries->setCurrentIndex(m_queryBar->currentIndex());
        updateTabs();
        changed();
        Q_EMIT actionsChanged();
        // It went with the query.
        currentQuery()->editor()->setFocus(Qt::OtherFocusReason);
    };
    if (!query->isChanged() || query->isEmpty()) {
        close();
        return;
    }
    Question question;
    question.title = tr("Close query");
    question.text = tr("Close “%1”?").arg(query->tabText());
    question.consequence = query->path().isEmpty() ? tr("Its text is lost; what was run stays in the history.")
                                                   : tr("What was changed since it was saved is lost.");
    question.verb = tr("Close query");
    ask(this, question, [close](bool) { close(); });
}

void Console::exportCsv()
{
    const QPointer<ResultPane> pane = currentResult();
    if (!pane)
        return;
    // What is shown now, whatever the tab shows when the dialog ends.
    const std::shared_ptr<QueryResult> result = pane->result();
    UiState *state = m_context.workbench->state();
    const QString folder = state->value(ExportFolderKey, QDir::homePath()).toString();
    auto *dialog = new QFileDialog(this, tr("Export result"), folder, tr("CSV files (*.csv);;All files (*)"));
    dialog->selectFile(QFileInfo(currentQuery()->title()).completeBaseName() + u".csv"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this, pane, result, state](const QString &path) {
        state->setValue(ExportFolderKey, QFileInfo(path).path());
        exportTo(pane, result, path);
    });
    dialog->open();
}

void Console::exportTo(const QPointer<ResultPane> &pane, const std::shared_ptr<QueryResult> &result,
                       const QString &path)
{
    const ServerInfo &server = m_connection->server();
    const QStringList command
        = exportCommand(m_context.workbench->engine()->commandPrefix(),
                        {place().containerName, server.user, server.database, m_connection->serverPort()},
                        withoutPasswords(QString::fromUtf8(result->statement())));
    OperationLog *log = m_context.workbench->operations();
    Operation *operation = log->begin(tr("Export result to %1").arg(QFileInfo(path).fileName()), command);
    // The export outlives the console that began it, as the operation does.
    auto *exporter = new CsvExport(result->store(), path, log);
    connect(exporter, &CsvExport::progress, operation, [operation](qint64 rows, qint64 of) {
        operation->setProgress(of > 0 ? int(rows * 100 / of) : -1, tr("%L1 of %L2 rows").arg(rows).arg(of));
    });
    const QString file = QFileInfo(path).fileName();
    if (pane)
        pane->showNote(tr("exporting to %1…").arg(file));
    connect(exporter, &CsvExport::finished, operation, [operation, pane, path, file](qint64 rows) {
        if (pane)
            pane->showNote(tr("%Ln row(s) exported to %1", nullptr, int(std::min<qint64>(rows, INT_MAX))).arg(file));
        operation->appendOutput(tr("%L1 rows written to %2\n").arg(rows).arg(path));
    });
    connect(exporter, &CsvExport::failed, operation, [pane] {
        if (pane)
            pane->showNote({});
    });
    startExport(exporter, operation);
}

} // namespace Gantry
