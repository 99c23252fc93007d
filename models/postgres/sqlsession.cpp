// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/sqlsession.h"

#include "engine/onanswer.h"
#include "pgenvironment.h"
#include "postgres/sessionworker.h"
#include "postgres/statementcanceller.h"
#include "postgres/transactionrules.h"
#include "postgres/workerthread.h"

namespace Gantry {

namespace {

constexpr int CancelAgainMs = 500;

} // namespace

SqlSession::SqlSession(QObject *parent)
    : QObject(parent)
    , m_canceller(std::make_shared<StatementCanceller>())
    , m_worker(new SessionWorker(m_queue.inlet()))
{
    PgEnvironment::takeOut();
    connect(&m_queue, &FrameQueue::paused, this, &SqlSession::announceTransaction);
    m_cancelAgain.setSingleShot(true);
    m_cancelAgain.setInterval(CancelAgainMs);
    connect(&m_cancelAgain, &QTimer::timeout, this, &SqlSession::deliverCancel);
    connectWorker();
    connectRunner();
    m_thread = new WorkerThread(m_worker);
}

SqlSession::~SqlSession()
{
    if (isRunning()) // the server would go on with it until it has something to send
        StatementCanceller::deliver(m_canceller);
    finishResults(QueryResult::State::Cancelled);
    m_thread->leave(this);
}

template <typename Sender, typename... Arguments, typename Receiver>
void SqlSession::take(Sender *sender, void (Sender::*signal)(Arguments...), const Receiver &receiver)
{
    connect(
        sender, signal, sender,
        [inlet = m_queue.inlet(), receiver](const Arguments &...arguments) {
            inlet->post([receiver, arguments...] { receiver(arguments...); });
        },
        Qt::DirectConnection);
}

void SqlSession::connectWorker()
{
    const auto current = [this](quint64 opening) { return opening == m_opening; };
    take(m_worker, &SessionWorker::opened,
         [this, current](quint64 opening, const ServerInfo &server, const Settings &settings) {
             if (!current(opening))
                 return;
             m_server = server;
             setSettings(settings);
             setState(State::Idle);
             Q_EMIT connected(m_server);
         });
    take(m_worker, &SessionWorker::failed, [this, current](quint64 opening, const ConnectFailure &failure) {
        if (!current(opening))
            return;
        setState(State::Disconnected);
        Q_EMIT connectFailed(failure);
    });
    take(m_worker, &SessionWorker::progress, [this, current](quint64 opening, const QString &sentence) {
        if (current(opening))
            Q_EMIT connectProgress(sentence);
    });
    take(m_worker, &SessionWorker::lost, [this, current](quint64 opening, const QString &words) {
        if (current(opening))
            lose(words);
    });
    take(m_worker, &SessionWorker::statusChanged,
         [this, current](quint64 opening, Transaction transaction, const Settings &settings) {
             if (!current(opening))
                 return;
             m_transaction = transaction; // a script can have many: what stands in the end is announced
             setSettings(settings);
         });
    take(m_worker, &SessionWorker::notified,
         [this, current](quint64 opening, const QString &channel, const QString &payload, int backendPid) {
             if (current(opening))
                 Q_EMIT notificationReceived(channel, payload, backendPid);
         });
}

void SqlSession::connectRunner()
{
    StatementRunner *runner = m_worker->runner();
    // What a run that was abandoned still sent is dropped: its number, or that of its results, is not known any more.
    take(runner, &StatementRunner::statementStarted, [this](quint64 run, int index, const SqlStatement &statement) {
        if (run != m_run || !isRunning())
            return;
        m_statementClock.start();
        m_started = index;
        Q_EMIT statementStarted(run, index, statement);
    });
    take(runner, &StatementRunner::resultStarted,
         [this](quint64 run, quint64 number, const std::shared_ptr<ResultStore> &store, const QByteArray &statement,
                const QElapsedTimer &sent, const QString &title, const QStringList &footers) {
             if (run != m_run || !isRunning())
                 return;
             const auto created = std::make_shared<QueryResult>(store, statement, sent);
             created->describe(title, footers);
             if (isCancelling())
                 created->setCancelling();
             m_results.insert(number, created);
             Q_EMIT resultStarted(created);
         });
    take(runner, &StatementRunner::rowsReceived, [this](quint64 number, qint64 rowCount, double firstRowMilliseconds) {
        if (const auto known = result(number))
            known->announce(rowCount, firstRowMilliseconds);
    });
    take(runner, &StatementRunner::resultFinished,
         [this](quint64 number, QueryResult::State state, const QString &commandTag, double totalMilliseconds) {
             if (const auto known = result(number))
                 known->finish(state, commandTag, totalMilliseconds);
         });
    take(runner, &StatementRunner::typeNamesFound, [this](quint64 number, const QStringList &names) {
        if (const auto known = result(number))
            known->setTypeNames(names);
    });
    take(runner, &StatementRunner::answered, [this](const QString &sentence) { Q_EMIT answered(sentence); });
    take(runner, &StatementRunner::noticesReceived,
         [this](const QList<ServerMessage> &notices, qint64 omitted) { Q_EMIT noticesReceived(notices, omitted); });
    take(runner, &StatementRunner::expandedRequested, [this](MetaCommand::Expanded expanded) {
        if (expanded == MetaCommand::Expanded::Auto)
            setExpanded(ExpandedDisplay::Auto);
        else if (expanded == MetaCommand::Expanded::Toggle) // from Auto, too, to off, as psql does
            setExpanded(m_expanded == ExpandedDisplay::Off ? ExpandedDisplay::On : ExpandedDisplay::Off);
        else
            setExpanded(expanded == MetaCommand::Expanded::On ? ExpandedDisplay::On : ExpandedDisplay::Off);
        Q_EMIT answered(m_expanded == ExpandedDisplay::Auto     ? tr("Expanded display is used automatically.")
                            : m_expanded == ExpandedDisplay::On ? tr("Expanded display is on.")
                                                                : tr("Expanded display is off."));
    });
    take(runner, &StatementRunner::statementFinished, [this](const StatementOutcome &outcome) {
        if (outcome.run != m_run || !isRunning())
            return;
        ++m_finished;
        if (!outcome.ok)
            ++m_failed;
        m_stopping = !outcome.ok && m_stopOnError;
        Q_EMIT statementFinished(outcome);
    });
    take(runner, &StatementRunner::runFinished, [this](const RunOutcome &outcome) {
        // With a lost connection lost() follows, which tells more.
        if (outcome.run != m_run || !isRunning() || outcome.connectionLost)
            return;
        announceTransaction();
        settle();
        Q_EMIT runFinished(outcome);
    });
}

void SqlSession::open(const ConnectionParameters &parameters)
{
    close();
    m_parameters = parameters;
    reconnect();
}

void SqlSession::reconnect()
{
    if (isOpen() || m_state == State::Connecting)
        close();
    m_lostWork = LostWork::None;
    setState(State::Connecting);
    // A cancel that is still on its way to the server before must not hold up the statements of this connection.
    m_canceller = std::make_shared<StatementCanceller>();
    QMetaObject::invokeMethod(m_worker,
                              [worker = m_worker, opening = ++m_opening, parameters = m_parameters,
                               canceller = m_canceller] { worker->open(opening, parameters, canceller); });
}

void SqlSession::close()
{
    ++m_opening;
    if (isRunning()) {
        StatementCanceller::deliver(m_canceller);
        leaveStatement(tr("The connection was closed while the statement ran."));
        abandonRun(false);
    }
    QMetaObject::invokeMethod(m_worker, &SessionWorker::close);
    setTransaction(Transaction::None);
    setState(State::Disconnected);
}

void SqlSession::giveUp(const QString &words)
{
    if (!isOpen())
        return;
    ++m_opening;
    if (isRunning())
        leaveStatement(words);
    QMetaObject::invokeMethod(m_worker, &SessionWorker::close);
    lose(words);
}

/// Whether the statement ends the transaction and keeps it.
bool SqlSession::keeps(int index) const
{
    return index < m_statements.size() && keepsTransaction(StatementSplitter::query(m_script, m_statements.at(index)));
}

void SqlSession::lose(const QString &words)
{
    if (m_transaction != Transaction::None)
        m_lostWork = isRunning() && keeps(m_started) ? LostWork::Commit : LostWork::Transaction;
    else if (isRunning())
        m_lostWork = LostWork::Statement;
    if (isRunning())
        abandonRun(true);
    setTransaction(Transaction::None);
    setState(State::Lost);
    Q_EMIT connectionLost(words);
}

bool SqlSession::isOpen() const
{
    return m_state != State::Disconnected && m_state != State::Connecting && m_state != State::Lost;
}

bool SqlSession::isCancelling() const
{
    return isRunning() && m_canceller->isCancelled(m_run);
}

quint64 SqlSession::run(const QByteArray &script, const QList<SqlStatement> &statements, const RunOptions &options)
{
    if (!isOpen() || isRunning() || statements.isEmpty())
        return 0;
    m_script = script;
    m_statements = statements;
    m_started = 0;
    m_finished = 0;
    m_failed = 0;
    m_stopping = false;
    m_stopOnError = options.stopOnError;
    m_statementClock.start();
    m_results.clear();
    m_clock.start();
    const StatementRunner::Run run{++m_run, script, statements, options.stopOnError, m_autocommit};
    setState(State::Running);
    Q_EMIT runStarted(m_run, int(statements.size()));
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, run] { worker->start(run); });
    return run.id;
}

void SqlSession::cancel()
{
    if (m_state == State::Connecting) {
        close();
        ConnectFailure failure;
        failure.kind = ConnectFailure::Kind::Cancelled;
        failure.sentence = tr("The connection was given up.");
        Q_EMIT connectFailed(failure);
        return;
    }
    if (!isRunning())
        return;
    m_canceller->request(m_run);
    for (const std::weak_ptr<QueryResult> &known : std::as_const(m_results)) {
        if (const auto running = known.lock())
            running->setCancelling();
    }
    Q_EMIT cancelling();
    deliverCancel();
}

void SqlSession::deliverCancel()
{
    // Also under way to a server that is slow to take it; until then no statement is begun.
    if (!isCancelling() || m_canceller->isDelivering())
        return;
    onAnswer(StatementCanceller::deliver(m_canceller), this, [this](const QString &words) {
        if (!words.isEmpty())
            Q_EMIT answered(tr("The server could not be asked to stop the statement. %1").arg(words));
        else if (isCancelling()) // a server that had not read the statement yet knew nothing to stop
            m_cancelAgain.start();
    });
}

void SqlSession::setAutocommit(bool on)
{
    if (m_autocommit == on)
        return;
    m_autocommit = on;
    Q_EMIT autocommitChanged(on);
}

void SqlSession::setExpanded(ExpandedDisplay expanded)
{
    if (m_expanded == expanded)
        return;
    m_expanded = expanded;
    Q_EMIT expandedChanged(expanded);
}

quint64 SqlSession::commit()
{
    return run("COMMIT");
}

quint64 SqlSession::rollback()
{
    return run("ROLLBACK");
}

std::shared_ptr<QueryResult> SqlSession::result(quint64 number) const
{
    return m_results.value(number).lock();
}

void SqlSession::settle()
{
    m_script.clear();
    m_statements.clear();
    switch (m_transaction) {
    case Transaction::None:
        setState(State::Idle);
        break;
    case Transaction::Open:
        setState(State::InTransaction);
        break;
    case Transaction::Failed:
        setState(State::InFailedTransaction);
        break;
    }
}

/// The statement that the server may have got, which will not be answered any more.
void SqlSession::leaveStatement(const QString &words)
{
    if (m_stopping || m_finished >= m_statements.size())
        return;
    // The worker may be further than it could tell.
    while (m_started + 1 < m_statements.size() && !keeps(m_started))
        ++m_started;
    StatementOutcome outcome;
    outcome.run = m_run;
    outcome.index = m_finished;
    outcome.statement = m_statements.at(m_finished);
    outcome.query = StatementSplitter::query(m_script, outcome.statement);
    outcome.typed = StatementSplitter::typed(m_script, outcome.statement);
    outcome.error.severity = QStringLiteral("ERROR");
    outcome.error.message = words;
    outcome.error.detail = m_transaction == Transaction::None || keeps(m_started)
        ? tr("It was on the server and may have taken effect.")
        : tr("It was in a transaction, which the server rolls back once it notices.");
    outcome.errorLine = StatementSplitter::lineAt(m_script, outcome.statement, -1);
    outcome.totalMilliseconds = double(m_statementClock.nsecsElapsed()) / 1e6;
    ++m_finished;
    ++m_failed;
    Q_EMIT statementFinished(outcome);
}

void SqlSession::abandonRun(bool connectionLost)
{
    finishResults(connectionLost ? QueryResult::State::Failed : QueryResult::State::Cancelled);
    RunOutcome outcome;
    outcome.run = m_run;
    outcome.finished = m_finished;
    outcome.failed = m_failed;
    outcome.cancelled = !connectionLost;
    outcome.connectionLost = connectionLost;
    outcome.notRun = m_statements.sliced(m_finished);
    outcome.totalMilliseconds = double(m_clock.nsecsElapsed()) / 1e6;
    settle();
    Q_EMIT runFinished(outcome);
}

void SqlSession::finishResults(QueryResult::State state)
{
    for (const std::weak_ptr<QueryResult> &known : std::as_const(m_results)) {
        const std::shared_ptr<QueryResult> result = known.lock();
        if (result && result->state() == QueryResult::State::Running)
            result->finish(state, {}, double(m_clock.nsecsElapsed()) / 1e6);
    }
    m_results.clear();
}

void SqlSession::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

void SqlSession::setTransaction(Transaction transaction)
{
    m_transaction = transaction;
    announceTransaction();
}

void SqlSession::announceTransaction()
{
    if (m_announcedTransaction == m_transaction)
        return;
    m_announcedTransaction = m_transaction;
    Q_EMIT transactionChanged(m_transaction);
}

void SqlSession::setSettings(const Settings &settings)
{
    for (auto setting = settings.cbegin(); setting != settings.cend(); ++setting) {
        if (m_parameterStatus.value(setting.key()) == setting.value())
            continue;
        m_parameterStatus.insert(setting.key(), setting.value());
        Q_EMIT parameterStatusChanged(setting.key(), setting.value());
    }
}

} // namespace Gantry
