// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "postgres/connectionparameters.h"
#include "postgres/queryresult.h"
#include "postgres/servermessage.h"
#include "postgres/statementsplitter.h"

#include <QHash>
#include <QObject>

#include <memory>

namespace Gantry {

class SessionThread;

/// Why a connection could not be made.
struct ConnectFailure
{
    enum class Kind {
        InvalidParameters,
        NeedsPassword, ///< the server asks for one and none was given
        WrongPassword,
        NoSuchRole,
        NoSuchDatabase,
        Rejected, ///< pg_hba.conf, or another refusal of the server before the session began
        TooManyConnections,
        StartingUp, ///< still, after ConnectionParameters::startupTimeout
        Refused, ///< nobody listens
        Unreachable, ///< no such host, no route, no answer in time
        Cancelled,
        Other,
    };
    Kind kind = Kind::Other;
    QString sqlState; ///< where the server gave one
    QString serverWords; ///< the server's or the system's own words
    QString sentence; ///< what failed and what to do, translated, with the server's words
};

/// What is known of the server after a connection was made.
struct ServerInfo
{
    int version = 0; ///< 160003 for 16.3
    QString versionText; ///< "16.3 (Debian 16.3-1)"
    int backendPid = 0;
    QString user; ///< session user
    QString database;
    QString address; ///< inet_server_addr(), empty over a Unix socket
    QString clientEncoding;
    bool superuser = false;
    bool encrypted = false;
};

/// How one statement of a run ended.
struct StatementOutcome
{
    quint64 run = 0;
    int index = 0; ///< in the run
    SqlStatement statement;
    QByteArray query; ///< as it was sent
    bool ok = false;
    bool cancelled = false;
    ServerMessage error; ///< when neither ok
    QString commandTag; ///< "INSERT 0 5"
    qint64 rows = 0; ///< received or affected; of the last result
    double firstRowMilliseconds = 0;
    double totalMilliseconds = 0;
};

/// How a run ended.
struct RunOutcome
{
    quint64 run = 0;
    int finished = 0; ///< statements that ran, with the failed one
    int failed = 0;
    bool cancelled = false;
    bool connectionLost = false;
    QList<SqlStatement> notRun;
    double totalMilliseconds = 0;
};

/// A connection to a PostgreSQL server and the statements that are run on it. Lives in the thread of the window and
/// never blocks it: the connection has a thread of its own, to which every call here is a message. Signals arrive in
/// the order of events, rows and notices at most once a frame.
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
    /// The transaction block, also while a statement runs.
    enum class Transaction { None, Open, Failed };
    Q_ENUM(Transaction)

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

    const ConnectionParameters &parameters() const { return m_parameters; }
    State state() const { return m_state; }
    Transaction transaction() const { return m_transaction; }
    bool isOpen() const; ///< a statement can be run, or one is running
    bool isRunning() const { return m_state == State::Running; }
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

    /// Whether results are to be shown expanded, a column a line ("\x").
    bool expanded() const { return m_expanded; }
    void setExpanded(bool on);

Q_SIGNALS:
    void stateChanged(Gantry::SqlSession::State state);
    void transactionChanged(Gantry::SqlSession::Transaction transaction);
    void autocommitChanged(bool on);
    void expandedChanged(bool on);

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

    /// \a omitted more were sent and not kept.
    void noticesReceived(const QList<Gantry::ServerMessage> &notices, qint64 omitted);
    /// NOTIFY reached a channel that this session listens to.
    void notificationReceived(const QString &channel, const QString &payload, int backendPid);

private:
    void setState(State state);
    void setTransaction(Transaction transaction);
    void connectThread();

    ConnectionParameters m_parameters;
    ServerInfo m_server;
    QHash<QString, QString> m_parameterStatus;
    SessionThread *m_thread = nullptr; // ends by itself after the session
    State m_state = State::Disconnected;
    Transaction m_transaction = Transaction::None;
    bool m_autocommit = true;
    bool m_expanded = false;
    quint64 m_run = 0;
    QList<std::shared_ptr<QueryResult>> m_results; // of the statement that runs
};

} // namespace Gantry

Q_DECLARE_METATYPE(Gantry::ServerInfo)
Q_DECLARE_METATYPE(Gantry::ConnectFailure)
Q_DECLARE_METATYPE(Gantry::StatementOutcome)
Q_DECLARE_METATYPE(Gantry::RunOutcome)
