// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "postgres/connectionparameters.h"
#include "postgres/framequeue.h"
#include "postgres/queryresult.h"
#include "postgres/servermessage.h"
#include "postgres/sessionevents.h"
#include "postgres/statementsplitter.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QTimer>

#include <memory>

namespace Gantry {

class SessionWorker;
class StatementCanceller;
class WorkerThread;

/// A connection to a PostgreSQL server and the statements that are run on it. Lives in the thread of the window and
/// never blocks it: the connection has a thread of its own, to which every call here is a message. Signals arrive in
/// the order of events, rows and notices at most once a frame, and no more of them in a frame than leaves time to
/// paint.
class SqlSession : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Disconnected, ///< closed, or never opened, or open() failed
        Connecting,
        Idle,
        Running,
        InTransaction, ///< idle in a transaction block
        InFailedTransaction, ///< only ROLLBACK is accepted
        Lost, ///< the server or the network ended it; reconnect() opens it again
    };
    Q_ENUM(State)
    using Transaction = TransactionState;

    /// What was under way when the connection was lost.
    enum class LostWork {
        None,
        Statement, ///< outside a transaction block: it may or may not have taken effect
        Transaction, ///< which the server rolls back, once it notices that the connection is gone
        Commit, ///< of a transaction: nobody knows whether the server kept it
    };

    struct RunOptions
    {
        bool stopOnError = true; ///< else the statements after a failed one run too
    };

    explicit SqlSession(QObject *parent = nullptr);
    ~SqlSession() override;

    /// Answered by connected() or connectFailed(). Closes what is open.
    void open(const ConnectionParameters &parameters);
    /// Opens again what was open last.
    void reconnect();
    /// Stops what runs, also on the server, and closes. An open transaction is rolled back by the server.
    void close();
    /// The connection is known to be of no use any more, though the system has not noticed yet: as if it had been lost,
    /// for the reason \a words.
    void giveUp(const QString &words);

    const ConnectionParameters &parameters() const { return m_parameters; }
    State state() const { return m_state; }
    /// The transaction block, also while a statement runs.
    Transaction transaction() const { return m_transaction; }
    /// What the state Lost took with it; None again once another connection is begun.
    LostWork lostWork() const { return m_lostWork; }
    bool isOpen() const; ///< a statement can be run, or one is running
    bool isRunning() const { return m_state == State::Running; }
    bool isCancelling() const; ///< cancel() was called; the server may take its time, or not answer at all
    const ServerInfo &server() const { return m_server; }
    /// A setting that the server reports by itself (PQparameterStatus): TimeZone, server_encoding, …
    QString parameterStatus(const QString &name) const { return m_parameterStatus.value(name); }

    /// Runs the \a statements of \a script (StatementSplitter::split()), one at a time. Answers the run's number; 0
    /// when nothing can be run now (not open, or another run goes on).
    quint64 run(const QByteArray &script, const QList<SqlStatement> &statements, const RunOptions &options);
    quint64 run(const QByteArray &script, const QList<SqlStatement> &statements) { return run(script, statements, {}); }
    /// Every statement of \a script.
    quint64 run(const QByteArray &script) { return run(script, StatementSplitter::split(script)); }
    /// Stops the statement on the server and does not start those after it; gives up a connection that is being made.
    void cancel();

    /// Off: BEGIN is sent before the first statement that needs a transaction (psql's AUTOCOMMIT off).
    void setAutocommit(bool on);
    bool autocommit() const { return m_autocommit; }
    /// As if COMMIT had been typed; 0 when it cannot be sent now.
    quint64 commit();
    quint64 rollback();

    ExpandedDisplay expanded() const { return m_expanded; }
    void setExpanded(ExpandedDisplay expanded);

Q_SIGNALS:
    void stateChanged(Gantry::SqlSession::State state);
    void transactionChanged(Gantry::TransactionState transaction);
    void autocommitChanged(bool on);
    void expandedChanged(Gantry::ExpandedDisplay expanded);

    void connected(const Gantry::ServerInfo &server);
    void connectFailed(const Gantry::ConnectFailure &failure);
    /// For instance that the server is starting up and will be asked again.
    void connectProgress(const QString &sentence);
    /// An open connection ended; \a words are the server's or the system's.
    void connectionLost(const QString &words);
    void parameterStatusChanged(const QString &name, const QString &value);

    void runStarted(quint64 run, int statements);
    void statementStarted(quint64 run, int index, const Gantry::SqlStatement &statement);
    /// The columns are known; rows follow by the result's own signals.
    void resultStarted(const std::shared_ptr<Gantry::QueryResult> &result);
    /// The answer in words to a backslash command.
    void answered(const QString &sentence);
    void statementFinished(const Gantry::StatementOutcome &outcome);
    void runFinished(const Gantry::RunOutcome &outcome);
    void cancelling();

    /// \a omitted more were sent and not kept.
    void noticesReceived(const QList<Gantry::ServerMessage> &notices, qint64 omitted);
    /// NOTIFY reached a channel that this session listens to.
    void notificationReceived(const QString &channel, const QString &payload, int backendPid);

private:
    void deliverCancel();
    using Settings = QHash<QString, QString>;

    void setState(State state);
    void setTransaction(Transaction transaction);
    void announceTransaction();
    void setSettings(const Settings &settings);
    void settle();
    template <typename Sender, typename... Arguments, typename Receiver>
    void take(Sender *sender, void (Sender::*signal)(Arguments...), const Receiver &receiver);
    void connectWorker();
    void connectRunner();
    void lose(const QString &words);
    void leaveStatement(const QString &words);
    bool keeps(int index) const;
    void abandonRun(bool connectionLost);
    void finishResults(QueryResult::State state);
    std::shared_ptr<QueryResult> result(quint64 number) const;

    ConnectionParameters m_parameters;
    ServerInfo m_server;
    Settings m_parameterStatus;
    FrameQueue m_queue; // what the thread of the connection has to tell
    std::shared_ptr<StatementCanceller> m_canceller; // of this opening
    SessionWorker *m_worker; // of m_thread
    QTimer m_cancelAgain;
    WorkerThread *m_thread; // ends by itself after the session
    State m_state = State::Disconnected;
    Transaction m_transaction = Transaction::None;
    Transaction m_announcedTransaction = Transaction::None;
    LostWork m_lostWork = LostWork::None;
    bool m_autocommit = true;
    ExpandedDisplay m_expanded = ExpandedDisplay::Off;
    quint64 m_opening = 0; // number of the last open(), to drop what belongs to an earlier one

    quint64 m_run = 0; // number of the last run
    QByteArray m_script; // of the run that goes on
    QList<SqlStatement> m_statements;
    int m_started = 0; // the index of the last of these that was
    int m_finished = 0; // of these
    int m_failed = 0;
    bool m_stopOnError = true;
    bool m_stopping = false; // after an error: the next statement is not begun
    QElapsedTimer m_clock;
    QElapsedTimer m_statementClock;
    QHash<quint64, std::weak_ptr<QueryResult>> m_results; // of the run; types can become known after they are complete
};

} // namespace Gantry
