// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "postgres/framequeue.h"
#include "postgres/metacommand.h"
#include "postgres/pgconnection.h"
#include "postgres/queryresult.h"
#include "postgres/sessionevents.h"
#include "postgres/typenames.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

namespace Gantry {

class StatementCanceller;

/// Runs the statements of a script on a connection, one after the other, in the connection's thread. What it learns is
/// told by signals; rows and notices at most once a frame. Whoever takes them posts them to an inlet, whose receiver it
/// does not leave behind.
class StatementRunner : public QObject
{
    Q_OBJECT

public:
    struct Run
    {
        quint64 id = 0;
        QByteArray script;
        QList<SqlStatement> statements;
        bool stopOnError = true;
        bool autocommit = true;
    };

    StatementRunner(PgConnection *connection, std::shared_ptr<FrameQueue::Inlet> receiver, QObject *parent);

    /// Of the connection that is open now.
    void setCanceller(std::shared_ptr<StatementCanceller> canceller) { m_canceller = std::move(canceller); }

    void start(const Run &run);
    /// Forgets what ran, without any signal; for a connection that was closed.
    void reset();
    bool isRunning() const { return m_running; }
    /// Names of types; another server may use the same numbers for others.
    TypeNames &typeNames() { return m_typeNames; }
    void setMetaContext(const MetaContext &context) { m_metaContext = context; }
    void takeNotice(const ServerMessage &notice);

Q_SIGNALS:
    void statementStarted(quint64 run, int index, const Gantry::SqlStatement &statement);
    /// Results are numbered through the session.
    void resultStarted(quint64 run, quint64 result, const std::shared_ptr<Gantry::ResultStore> &store,
                       const QByteArray &statement, const QElapsedTimer &sent, const QString &title,
                       const QStringList &footers);
    void rowsReceived(quint64 result, qint64 rowCount, double firstRowMilliseconds);
    void resultFinished(quint64 result, Gantry::QueryResult::State state, const QString &commandTag,
                        double totalMilliseconds);
    void typeNamesFound(quint64 result, const QStringList &names);
    void answered(const QString &text);
    void expandedRequested(Gantry::MetaCommand::Expanded expanded);
    void noticesReceived(const QList<Gantry::ServerMessage> &notices, qint64 omitted);
    void statementFinished(const Gantry::StatementOutcome &outcome);
    void runFinished(const Gantry::RunOutcome &outcome);
    /// The transaction status or a reported setting may have changed.
    void statusChanged();

private:
    void next();
    void step();
    void startStatement();
    void sendStatement();
    void take(const PgResult &result);
    void startResult(const PGresult *result);
    void startResult(const QList<ResultColumn> &columns, const QString &title, const QStringList &footers);
    void refuseRows(const QString &sentence);
    void startCopy(const PGresult *result);
    void appendRow(const PGresult *row);
    void appendValues();
    void finishResult(QueryResult::State state, const QString &commandTag);
    void takeError(const PGresult *result);
    void finishStatement();
    void runMeta();
    void finishMeta();
    void restoreEncoding();
    void findTypeNames();
    void finishRun(bool connectionLost);
    void flushFrame();
    double milliseconds() const;
    QStringList columnTypeNames(const QList<ResultColumn> &columns) const;

    PgConnection *m_connection;
    std::shared_ptr<StatementCanceller> m_canceller;
    std::shared_ptr<FrameQueue::Inlet> m_receiver;
    Run m_run;
    RunOutcome m_runOutcome;
    StatementOutcome m_outcome;
    std::optional<MetaCommand> m_meta;
    MetaContext m_metaContext;
    QElapsedTimer m_runClock;
    QElapsedTimer m_clock;
    QTimer m_frame;
    TypeNames m_typeNames;
    struct Unnamed
    {
        quint64 result = 0;
        QList<ResultColumn> columns;
    };
    QList<Unnamed> m_unnamed; // results with types that are to be asked for

    quint64 m_result = 0;
    std::shared_ptr<ResultStore> m_store; // of the result that grows
    std::vector<ResultStore::Value> m_values;
    qint64 m_announced = 0;
    double m_firstRow = 0;
    QString m_storeError;
    bool m_copyIn = false;
    bool m_running = false;
    bool m_stepping = false;
    bool m_stepWanted = false;

    QList<ServerMessage> m_notices;
    int m_noticesKept = 0; // of the statement
    qint64 m_noticesOmitted = 0;
};

} // namespace Gantry
