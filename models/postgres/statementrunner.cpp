// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/statementrunner.h"

#include "postgres/statementcanceller.h"
#include "postgres/transactionrules.h"

#include <QScopedValueRollback>

#include <utility>

namespace Gantry {

namespace {

constexpr int growthPause = 16;
constexpr int mostNotices = 10'000; // of a statement
constexpr qsizetype noticesAtOnce = 100; // what a receiver takes in one go
constexpr quint32 textOid = 25;

QString nameOf(const PGresult *result, int column)
{
    return QString::fromUtf8(PQfname(result, column));
}

ServerMessage ownError(const QString &sentence)
{
    ServerMessage message;
    message.severity = QStringLiteral("ERROR");
    message.message = sentence;
    return message;
}

} // namespace

StatementRunner::StatementRunner(PgConnection *connection, std::shared_ptr<FrameQueue::Inlet> receiver, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_receiver(std::move(receiver))
    , m_frame(this)
{
    m_frame.setSingleShot(true);
    m_frame.setInterval(growthPause);
    connect(&m_frame, &QTimer::timeout, this, &StatementRunner::flushFrame);
}

void StatementRunner::start(const Run &run)
{
    m_run = run;
    m_runOutcome = {};
    m_runOutcome.run = run.id;
    m_running = true;
    m_runClock.start();
    next();
}

void StatementRunner::reset()
{
    m_running = false;
    m_store.reset();
    m_meta.reset();
    m_unnamed.clear();
    m_notices.clear();
    m_noticesOmitted = 0;
    m_frame.stop();
    m_typeNames.clear();
}

void StatementRunner::next()
{
    // A statement that asks nothing of the server ends within its start, and a script can have thousands of them.
    m_stepWanted = true;
    if (m_stepping)
        return;
    const QScopedValueRollback stepping(m_stepping, true);
    while (std::exchange(m_stepWanted, false))
        step();
}

void StatementRunner::step()
{
    if (!m_running)
        return;
    const auto again = [this, run = m_run.id] {
        if (run == m_run.id)
            next();
    };
    m_runOutcome.cancelled |= m_canceller->isCancelled(m_run.id);
    const bool stop = m_runOutcome.cancelled || (m_runOutcome.failed > 0 && m_run.stopOnError);
    if (stop || m_runOutcome.finished == m_run.statements.size())
        finishRun(false);
    else if (m_canceller->isDelivering()) // a cancel of an earlier run would hit this statement
        QTimer::singleShot(1, this, again);
    else if (m_receiver->isFull()) // a run does not get ahead of what is seen of it
        m_receiver->whenRoom([this, again] { QMetaObject::invokeMethod(this, again, Qt::QueuedConnection); });
    else
        startStatement();
}

void StatementRunner::startStatement()
{
    m_outcome = {};
    m_outcome.run = m_run.id;
    m_outcome.index = m_runOutcome.finished;
    m_outcome.statement = m_run.statements[m_outcome.index];
    m_outcome.query = StatementSplitter::query(m_run.script, m_outcome.statement);
    m_outcome.typed = m_outcome.statement.holes.isEmpty() ? m_outcome.query
                                                          : StatementSplitter::typed(m_run.script, m_outcome.statement);
    m_storeError.clear();
    m_copyIn = false;
    m_noticesKept = 0;
    Q_EMIT statementStarted(m_run.id, m_outcome.index, m_outcome.statement);
    m_clock.start();

    if (m_outcome.statement.kind == SqlStatement::Kind::Backslash) {
        m_meta.emplace(m_outcome.query, m_metaContext);
        runMeta();
    } else if (m_outcome.query.contains('\0')) {
        m_outcome.error = ownError(tr("The statement contains the character 0, which PostgreSQL cannot take."));
        finishStatement();
    } else if (!m_run.autocommit && m_connection->transactionStatus() == PQTRANS_IDLE
               && needsTransaction(m_outcome.query)) {
        m_connection->send("BEGIN",
                           {[this](const PgResult &result) { take(result); },
                            {},
                            [this] {
                                if (!m_outcome.error.message.isEmpty()) {
                                    finishStatement();
                                    return;
                                }
                                Q_EMIT statusChanged(); // the statement may take its time
                                sendStatement();
                            },
                            false});
    } else {
        sendStatement();
    }
}

void StatementRunner::sendStatement()
{
    if (m_canceller->isCancelled(m_run.id)) { // while BEGIN was sent
        m_outcome.error = ownError(tr("The statement was cancelled before it was sent."));
        m_outcome.cancelled = true;
        finishStatement();
        return;
    }
    m_connection->send(m_outcome.query,
                       {[this](const PgResult &result) { take(result); },
                        [this](const char *data, qsizetype size) {
                            const bool newline = size > 0 && data[size - 1] == '\n';
                            m_values.assign(1, {data, size - (newline ? 1 : 0)});
                            appendValues();
                        },
                        [this] { finishStatement(); }, true});
}

void StatementRunner::take(const PgResult &result)
{
    switch (PQresultStatus(result.get())) {
    case PGRES_SINGLE_TUPLE:
        if (!m_store)
            startResult(result.get());
        appendRow(result.get());
        break;
    case PGRES_TUPLES_OK: // the end of the rows, or none
        if (!m_store)
            startResult(result.get());
        m_outcome.commandTag = QString::fromUtf8(PQcmdStatus(result.get()));
        m_outcome.rows = m_store->rowCount();
        finishResult(QueryResult::State::Complete, m_outcome.commandTag);
        break;
    case PGRES_COMMAND_OK:
        m_outcome.commandTag = QString::fromUtf8(PQcmdStatus(result.get()));
        m_outcome.rows = QByteArray(PQcmdTuples(result.get())).toLongLong();
        if (m_store) // of COPY … TO STDOUT
            finishResult(QueryResult::State::Complete, m_outcome.commandTag);
        break;
    case PGRES_COPY_OUT:
        startCopy(result.get());
        break;
    case PGRES_COPY_IN:
        m_copyIn = true;
        break;
    case PGRES_EMPTY_QUERY:
        break;
    default:
        takeError(result.get());
    }
}

void StatementRunner::startResult(const PGresult *result)
{
    QList<ResultColumn> columns;
    const int count = PQnfields(result);
    columns.reserve(count);
    bool unnamed = false;
    for (int i = 0; i < count; ++i) {
        const Oid type = PQftype(result, i);
        const int modifier = PQfmod(result, i);
        columns += ResultColumn{
            nameOf(result, i),     type, modifier, m_typeNames.name(type, modifier), PQftable(result, i),
            PQftablecol(result, i)};
        unnamed |= !m_typeNames.knows(type, modifier);
    }
    startResult(columns, {}, {});
    if (unnamed)
        m_unnamed.append({m_result, columns});
}

void StatementRunner::startCopy(const PGresult *result)
{
    startResult({{tr("COPY"), textOid, -1, QStringLiteral("text"), 0, 0}}, {}, {});
    if (PQbinaryTuples(result) != 0)
        refuseRows(tr("COPY … TO STDOUT in binary format cannot be shown. Choose the text or CSV format."));
}

void StatementRunner::startResult(const QList<ResultColumn> &columns, const QString &title, const QStringList &footers)
{
    m_store = std::make_shared<ResultStore>(columns);
    ++m_result;
    m_announced = 0;
    m_firstRow = 0;
    Q_EMIT resultStarted(m_run.id, m_result, m_store, m_outcome.query, m_clock, title, footers);
}

void StatementRunner::appendRow(const PGresult *row)
{
    m_values.clear();
    const int count = PQnfields(row);
    for (int i = 0; i < count; ++i) {
        if (PQgetisnull(row, 0, i))
            m_values.push_back({});
        else
            m_values.push_back({PQgetvalue(row, 0, i), PQgetlength(row, 0, i)});
    }
    appendValues();
}

void StatementRunner::appendValues()
{
    if (!m_storeError.isEmpty())
        return;
    if (m_store->rowCount() == 0)
        m_firstRow = milliseconds();
    if (!m_store->append(m_values))
        refuseRows(tr("The rows that follow could not be kept: %1. Those so far are shown.").arg(m_store->error()));
    else if (!m_frame.isActive())
        m_frame.start();
}

void StatementRunner::refuseRows(const QString &sentence)
{
    m_storeError = sentence;
    StatementCanceller::deliver(m_canceller);
}

void StatementRunner::finishResult(QueryResult::State state, const QString &commandTag)
{
    m_store->finish();
    flushFrame();
    m_outcome.firstRowMilliseconds = m_firstRow;
    Q_EMIT resultFinished(m_result, m_storeError.isEmpty() ? state : QueryResult::State::Failed, commandTag,
                          milliseconds());
    m_store.reset();
}

void StatementRunner::takeError(const PGresult *result)
{
    if (!m_outcome.error.message.isEmpty()) // after the server's own words libpq adds that the connection was closed
        return;
    ServerMessage error = serverMessage(result);
    if (m_copyIn) {
        error = ownError(
            tr("COPY … FROM STDIN needs data that the console does not send. Use INSERT, or COPY from a file on "
               "the server."));
    }
    if (error.position > 0) {
        const bool bytes = m_connection->parameterStatus("server_encoding") == "SQL_ASCII";
        error.scriptPosition = StatementSplitter::scriptPosition(m_run.script, m_outcome.statement, error.position,
                                                                 bytes ? StatementSplitter::PositionUnit::Bytes
                                                                       : StatementSplitter::PositionUnit::Characters);
    }
    m_outcome.cancelled = error.isCancelled() && m_canceller->isCancelled(m_run.id);
    m_outcome.error = error;
    if (m_store) {
        m_outcome.rows = m_store->rowCount();
        finishResult(m_outcome.cancelled ? QueryResult::State::Cancelled : QueryResult::State::Failed, {});
    }
}

void StatementRunner::finishStatement()
{
    flushFrame();
    if (!m_storeError.isEmpty())
        m_outcome.error = ownError(m_storeError);
    else if (!m_connection->isAlive() && m_outcome.error.message.isEmpty())
        m_outcome.error = ownError(tr("The connection was lost."));
    m_outcome.ok = m_outcome.error.message.isEmpty();
    if (!m_outcome.ok)
        m_outcome.errorLine
            = StatementSplitter::lineAt(m_run.script, m_outcome.statement, m_outcome.error.scriptPosition);
    m_outcome.totalMilliseconds = milliseconds();
    m_outcome.transaction = m_connection->transaction();
    ++m_runOutcome.finished;
    if (!m_outcome.ok)
        ++m_runOutcome.failed;
    Q_EMIT statusChanged();
    Q_EMIT statementFinished(m_outcome);
    if (m_connection->isAlive())
        restoreEncoding();
    else
        finishRun(true);
}

void StatementRunner::runMeta()
{
    const std::optional<MetaQuery> query = m_meta->next();
    if (!query) {
        finishMeta();
        return;
    }
    const auto rows = std::make_shared<MetaRows>();
    m_connection->send(query->statement, query->parameters,
                       {[this, rows](const PgResult &result) {
                            if (PQresultStatus(result.get()) == PGRES_TUPLES_OK)
                                *rows = pgRows(result.get());
                            else
                                takeError(result.get());
                        },
                        {},
                        [this, rows] {
                            m_outcome.error.position = 0; // of a query that nobody wrote
                            m_outcome.error.scriptPosition = -1;
                            if (!m_outcome.error.message.isEmpty()) {
                                finishStatement();
                                return;
                            }
                            m_meta->take(*rows);
                            runMeta();
                        },
                        false});
}

void StatementRunner::finishMeta()
{
    for (const MetaTable &table : m_meta->tables()) {
        QList<ResultColumn> columns;
        for (const QString &header : table.headers)
            columns += ResultColumn{header, textOid, -1, QString(), 0, 0};
        startResult(columns, table.title, table.footers);
        for (const QList<MetaCell> &row : table.rows) {
            m_values.clear();
            for (const MetaCell &cell : row) // psql prints nothing for NULL here
                m_values.push_back(cell ? ResultStore::Value{cell->constData(), cell->size()}
                                        : ResultStore::Value{"", 0});
            appendValues();
        }
        m_outcome.rows = table.rows.size();
        finishResult(QueryResult::State::Complete, {});
    }
    if (m_meta->expanded() != MetaCommand::Expanded::Unchanged)
        Q_EMIT expandedRequested(m_meta->expanded());
    else if (m_meta->failed())
        m_outcome.error = ownError(m_meta->sentence());
    else if (!m_meta->sentence().isEmpty())
        Q_EMIT answered(m_meta->sentence());
    for (const QString &note : m_meta->notes())
        Q_EMIT answered(note);
    m_meta.reset();
    finishStatement();
}

void StatementRunner::restoreEncoding()
{
    const QByteArray encoding = m_connection->parameterStatus("client_encoding");
    const QByteArray expected = m_connection->expectedEncoding();
    const PGTransactionStatusType status = m_connection->transactionStatus();
    if (encoding == expected || (status != PQTRANS_IDLE && status != PQTRANS_INTRANS)) {
        findTypeNames();
        return;
    }
    m_connection->send("SET client_encoding TO '" + expected + '\'',
                       {[](const PgResult &) {},
                        {},
                        [this, encoding, expected] {
                            ServerMessage notice;
                            notice.severity = QStringLiteral("WARNING");
                            notice.message = tr("client_encoding was set to %1. The console needs %2 and set it back.")
                                                 .arg(QString::fromUtf8(encoding), QString::fromUtf8(expected));
                            takeNotice(notice);
                            findTypeNames();
                        },
                        false});
}

void StatementRunner::findTypeNames()
{
    // Never inside a transaction of the user: a statement that failed there would fail the transaction.
    if (m_unnamed.isEmpty() || m_connection->transactionStatus() != PQTRANS_IDLE) {
        next();
        return;
    }
    QByteArrayList oids;
    QByteArrayList modifiers;
    for (const Unnamed &result : std::as_const(m_unnamed)) {
        for (const ResultColumn &column : result.columns) {
            oids += QByteArray::number(column.typeOid);
            modifiers += QByteArray::number(column.typeModifier);
        }
    }
    m_connection->send(
        "SELECT oid, modifier, pg_catalog.format_type(oid, modifier) "
        "FROM ROWS FROM (pg_catalog.unnest($1::pg_catalog.oid[]), pg_catalog.unnest($2::pg_catalog.int4[])) "
        "AS t(oid, modifier)",
        {'{' + oids.join(',') + '}', '{' + modifiers.join(',') + '}'},
        {[this](const PgResult &result) {
             for (int i = 0; i < PQntuples(result.get()); ++i) {
                 m_typeNames.add(pgText(result.get(), i, 0).toUInt(), pgText(result.get(), i, 1).toInt(),
                                 pgText(result.get(), i, 2));
             }
         },
         {},
         [this] {
             for (const Unnamed &result : std::as_const(m_unnamed))
                 Q_EMIT typeNamesFound(result.result, columnTypeNames(result.columns));
             m_unnamed.clear();
             next();
         },
         false});
}

void StatementRunner::finishRun(bool connectionLost)
{
    flushFrame();
    m_running = false;
    m_runOutcome.connectionLost = connectionLost;
    m_runOutcome.notRun = m_run.statements.sliced(m_runOutcome.finished);
    m_runOutcome.totalMilliseconds = double(m_runClock.nsecsElapsed()) / 1e6;
    m_run.script.clear();
    Q_EMIT runFinished(m_runOutcome);
}

void StatementRunner::takeNotice(const ServerMessage &notice)
{
    if (m_noticesKept < mostNotices) {
        ++m_noticesKept;
        m_notices += notice;
    } else {
        ++m_noticesOmitted;
    }
    if (!m_frame.isActive())
        m_frame.start();
}

void StatementRunner::flushFrame()
{
    m_frame.stop();
    if (m_store && m_store->rowCount() > m_announced) {
        m_announced = m_store->rowCount();
        Q_EMIT rowsReceived(m_result, m_announced, m_firstRow);
    }
    while (m_notices.size() > noticesAtOnce) {
        Q_EMIT noticesReceived(m_notices.first(noticesAtOnce), 0);
        m_notices.remove(0, noticesAtOnce);
    }
    if (!m_notices.isEmpty() || m_noticesOmitted > 0)
        Q_EMIT noticesReceived(m_notices, m_noticesOmitted);
    m_notices.clear();
    m_noticesOmitted = 0;
    if (!m_running)
        m_noticesKept = 0;
}

double StatementRunner::milliseconds() const
{
    return double(m_clock.nsecsElapsed()) / 1e6;
}

QStringList StatementRunner::columnTypeNames(const QList<ResultColumn> &columns) const
{
    QStringList names;
    for (const ResultColumn &column : columns)
        names += m_typeNames.name(column.typeOid, column.typeModifier);
    return names;
}

} // namespace Gantry
