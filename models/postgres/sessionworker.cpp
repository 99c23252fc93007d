// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/sessionworker.h"

#include "postgres/statementcanceller.h"

#include <QElapsedTimer>

namespace Gantry {

namespace {

constexpr int mostTypes = 10'000;

// What a server reports by itself (PostgreSQL documentation, 34.2 "PQparameterStatus").
constexpr const char *reported[] = {
    "server_version",
    "server_encoding",
    "client_encoding",
    "application_name",
    "default_transaction_read_only",
    "in_hot_standby",
    "is_superuser",
    "session_authorization",
    "DateStyle",
    "IntervalStyle",
    "TimeZone",
    "integer_datetimes",
    "standard_conforming_strings",
};

} // namespace

SessionWorker::SessionWorker(std::shared_ptr<FrameQueue::Inlet> receiver)
    : m_connection(this)
    , m_runner(&m_connection, std::move(receiver), this)
{
    connect(&m_connection, &PgConnection::opened, this, &SessionWorker::setUp);
    connect(&m_connection, &PgConnection::failed, this, [this](const ConnectFailure &failure) {
        m_canceller->setTarget({});
        Q_EMIT failed(m_opening, failure);
    });
    connect(&m_connection, &PgConnection::progress, this,
            [this](const QString &sentence) { Q_EMIT progress(m_opening, sentence); });
    connect(&m_connection, &PgConnection::lost, this, [this](const QString &words) {
        m_canceller->setTarget({});
        m_runner.reset();
        Q_EMIT lost(m_opening, words);
    });
    connect(&m_connection, &PgConnection::noticed, &m_runner, &StatementRunner::takeNotice);
    connect(&m_connection, &PgConnection::notified, this,
            [this](const QString &channel, const QString &payload, int backendPid) {
                Q_EMIT notified(m_opening, channel, payload, backendPid);
            });
    connect(&m_runner, &StatementRunner::statusChanged, this, [this] {
        // Of a dead connection nothing is known; lost() follows, and tells what was open until then.
        if (m_connection.isAlive())
            Q_EMIT statusChanged(m_opening, m_connection.transaction(), settings());
    });
}

void SessionWorker::open(quint64 opening, const ConnectionParameters &parameters,
                         const std::shared_ptr<StatementCanceller> &canceller)
{
    close();
    m_canceller = canceller;
    m_runner.setCanceller(canceller);
    m_opening = opening;
    m_parameters = parameters;
    m_connection.open(parameters);
}

void SessionWorker::close()
{
    if (m_canceller)
        m_canceller->setTarget({});
    m_runner.reset();
    m_connection.close();
}

void SessionWorker::start(const StatementRunner::Run &run)
{
    if (m_connection.isAlive() && !m_connection.isBusy()) // else it was lost a moment ago, and lost() is on its way
        m_runner.start(run);
}

void SessionWorker::setUp()
{
    m_canceller->setTarget(m_connection.canceller());
    m_runner.setMetaContext(metaContext());
    measureRoundTrip();
}

void SessionWorker::measureRoundTrip()
{
    QElapsedTimer timer;
    timer.start();
    m_connection.send("SELECT",
                      {[](const PgResult &) {},
                       {},
                       [this, timer] {
                           m_roundTripUs = timer.nsecsElapsed() / 1000;
                           if (m_connection.isAlive())
                               loadTypeNames();
                       }});
}

void SessionWorker::loadTypeNames()
{
    // Without the row types of tables, of which there are many and which are rarely the type of a column.
    const QByteArray query = "SELECT t.oid, pg_catalog.format_type(t.oid, NULL) FROM pg_catalog.pg_type t "
                             "LEFT JOIN pg_catalog.pg_type e ON e.oid = t.typelem AND t.typlen = -1 "
                             "WHERE t.typtype <> 'c' AND coalesce(e.typtype <> 'c', true) ORDER BY 1 LIMIT "
        + QByteArray::number(mostTypes);
    m_connection.send(query,
                      {[this](const PgResult &result) {
                           for (int i = 0; i < PQntuples(result.get()); ++i)
                               m_runner.typeNames().add(pgText(result.get(), i, 0).toUInt(),
                                                        pgText(result.get(), i, 1));
                       },
                       {},
                       [this] {
                           if (!m_connection.isAlive())
                               return;
                           ServerInfo server = m_connection.serverInfo();
                           server.roundTripUs = m_roundTripUs;
                           Q_EMIT opened(m_opening, server, settings());
                       },
                       false});
}

MetaContext SessionWorker::metaContext() const
{
    const ServerInfo info = m_connection.serverInfo();
    return {info.version, info.database, info.user, m_parameters.host, m_connection.hostAddress(), m_parameters.port};
}

SessionWorker::Settings SessionWorker::settings() const
{
    Settings result;
    for (const char *name : reported) {
        const QByteArray value = m_connection.parameterStatus(name);
        if (!value.isNull())
            result.insert(QString::fromLatin1(name), QString::fromUtf8(value));
    }
    return result;
}

} // namespace Gantry
