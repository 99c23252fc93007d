// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/consolerunner.h"

#include "console/messagesview.h"
#include "console/resultpane.h"
#include "console/resulttabs.h"
#include "items/humanize.h"
#include "look/oneline.h"
#include "postgres/sqlhistory.h"

#include <algorithm>

namespace Gantry {

namespace {

constexpr int ChangesPause = 16;
constexpr int LongestKeptError = 2000; ///< of characters, with a statement in the history

bool beginsWithOneOf(const QString &tag, std::initializer_list<QLatin1String> words)
{
    const QString first = tag.section(QLatin1Char(' '), 0, 0);
    return std::any_of(words.begin(), words.end(), [&first](QLatin1String word) { return first == word; });
}

bool changesSchema(const QString &tag)
{
    using namespace Qt::StringLiterals;
    return beginsWithOneOf(
        tag, {"CREATE"_L1, "ALTER"_L1, "DROP"_L1, "COMMENT"_L1, "REFRESH"_L1, "IMPORT"_L1, "REASSIGN"_L1});
}

bool changesSomething(const QString &tag)
{
    using namespace Qt::StringLiterals;
    return changesSchema(tag)
        || beginsWithOneOf(
               tag,
               {"INSERT"_L1, "UPDATE"_L1, "DELETE"_L1, "MERGE"_L1, "COPY"_L1, "TRUNCATE"_L1, "GRANT"_L1, "REVOKE"_L1});
}

} // namespace

ConsoleRunner::ConsoleRunner(SqlSession *session, SqlHistory *history, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_history(history)
{
    connect(session, &SqlSession::resultStarted, this, [this](const std::shared_ptr<QueryResult> &result) {
        if (m_tab)
            m_tab->results()->addResult(result, m_session->expanded());
    });
    connect(session, &SqlSession::answered, this, [this](const QString &sentence) {
        if (MessagesView *view = messages())
            view->addSentence(sentence);
    });
    connect(session, &SqlSession::noticesReceived, this, [this](const QList<ServerMessage> &notices, qint64 omitted) {
        if (MessagesView *view = messages())
            view->addNotices(notices, omitted);
    });
    connect(
        session, &SqlSession::notificationReceived, this,
        [this](const QString &channel, const QString &payload, int backendPid) {
            if (MessagesView *view = messages())
                view->addSentence(
                    tr("Notification on “%1” from process %2: %3").arg(channel, QString::number(backendPid), payload));
        });
    connect(session, &SqlSession::cancelling, this, [this] { m_cancelAsked = true; });
    connect(session, &SqlSession::statementFinished, this, &ConsoleRunner::finishStatement);
    connect(session, &SqlSession::runFinished, this, &ConsoleRunner::finishRun);
    connect(session, &SqlSession::transactionChanged, this, [this](SqlSession::Transaction transaction) {
        if (transaction == SqlSession::Transaction::None)
            setTransactionChanges(0);
    });
    m_changesAnnouncement.setSingleShot(true);
    m_changesAnnouncement.setInterval(ChangesPause);
    connect(&m_changesAnnouncement, &QTimer::timeout, this, &ConsoleRunner::transactionChangesChanged);
}

void ConsoleRunner::setTransactionChanges(int changes)
{
    if (m_changes == changes)
        return;
    m_changes = changes;
    if (!m_changesAnnouncement.isActive())
        m_changesAnnouncement.start();
}

MessagesView *ConsoleRunner::messages() const
{
    if (m_run != 0 && m_tab)
        return m_tab->results()->messages();
    return m_idleTab ? m_idleTab->results()->messages() : nullptr;
}

bool ConsoleRunner::run(QueryTab *tab, const SqlEditor::Piece &piece)
{
    return begin(tab, piece.offset, piece.line,
                 [this, &piece] { return m_session->run(piece.script, piece.statements); });
}

bool ConsoleRunner::run(QueryTab *tab, const std::function<quint64()> &start)
{
    return begin(tab, -1, 0, start);
}

bool ConsoleRunner::begin(QueryTab *tab, qsizetype offset, int line, const std::function<quint64()> &start)
{
    if (isRunning() || !m_session->isOpen())
        return false;
    m_tab = tab;
    m_offset = offset;
    m_line = line;
    m_revision = tab->revision();
    m_lastBegin = -1;
    m_cancelAsked = false;
    m_elapsed.start();
    tab->results()->clear();
    tab->editor()->clearError();
    m_run = start();
    if (m_run == 0)
        return false;
    Q_EMIT started();
    return true;
}

void ConsoleRunner::finishStatement(const StatementOutcome &outcome)
{
    if (MessagesView *view = messages())
        view->addOutcome(outcome, m_line);
    m_lastBegin = outcome.statement.begin;
    if (!outcome.ok && !outcome.cancelled)
        markError(outcome);
    if (outcome.ok && changesSchema(outcome.commandTag))
        Q_EMIT schemaChanged();
    if (outcome.transaction == SqlSession::Transaction::None)
        setTransactionChanges(0);
    else if (outcome.ok && changesSomething(outcome.commandTag))
        setTransactionChanges(m_changes + 1);
    const QByteArray statement = outcome.typed.trimmed();
    if (!m_history || statement.isEmpty())
        return;
    SqlHistoryEntry entry;
    entry.time = QDateTime::currentDateTime();
    entry.database = m_label;
    entry.statement = QString::fromUtf8(statement);
    entry.milliseconds = outcome.totalMilliseconds;
    entry.rows = outcome.rows;
    entry.ok = outcome.ok;
    entry.cancelled = outcome.cancelled;
    entry.error = outcome.ok ? QString() : middleLeftOut(outcome.error.message, LongestKeptError);
    m_history->add(entry);
}

void ConsoleRunner::markError(const StatementOutcome &outcome)
{
    // Places of a text that has been changed since then would mislead.
    if (!m_tab || m_tab->revision() != m_revision || m_offset < 0)
        return;
    const bool exact = outcome.error.scriptPosition >= 0;
    const qsizetype position = exact ? outcome.error.scriptPosition : outcome.statement.begin;
    m_tab->editor()->showError(m_offset + position, outcome.error.message, outcome.error.hint, exact);
}

QString ConsoleRunner::notRun(const RunOutcome &outcome) const
{
    const int count = int(outcome.notRun.size());
    if (outcome.cancelled && outcome.failed == 0) // between two statements: none of them tells of it
        return tr("The run was cancelled. %Ln statement(s) were not run.", nullptr, count);
    // A backslash command is answered before the statement that it stands in.
    return outcome.notRun.first().begin > m_lastBegin ? tr("%Ln statement(s) after it were not run.", nullptr, count)
                                                      : tr("%Ln statement(s) were not run.", nullptr, count);
}

void ConsoleRunner::finishRun(const RunOutcome &outcome)
{
    if (outcome.run != m_run)
        return;
    if (m_tab) {
        ResultTabs *results = m_tab->results();
        if (outcome.finished > 1)
            results->messages()->addSentence(tr("%1 in all").arg(Humanize::shortDuration(outcome.totalMilliseconds)),
                                             Tone::Faint);
        if (!outcome.notRun.isEmpty())
            results->messages()->addSentence(notRun(outcome), Tone::Caution);
        else if (m_cancelAsked && outcome.failed == 0)
            results->messages()->addSentence(tr("Cancel came too late: the statement had ended."), Tone::Caution);
        const bool incomplete = outcome.failed > 0 || outcome.connectionLost || !outcome.notRun.isEmpty();
        // The rows that were kept tell themselves that they were cancelled.
        const ResultPane *seen = results->currentPane();
        const bool toldByRows = outcome.cancelled && seen && seen->result()->state() == QueryResult::State::Cancelled;
        if ((incomplete && !toldByRows) || results->resultCount() == 0)
            results->showMessages();
    }
    m_run = 0;
    Q_EMIT ended();
}

} // namespace Gantry
