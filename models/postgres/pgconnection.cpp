// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/pgconnection.h"

#include <QSocketNotifier>
#include <QSqlDriver>
#include <QSqlError>
#include <QTimer>
#include <QUuid>
#include <QVariant>

namespace Gantry {

namespace {

// How long results are taken before the thread looks at its other events: a cancel, a close.
constexpr qint64 sliceMilliseconds = 8;

// Qt's own example names the type "PGconn*", its driver "pg_conn*".
PGconn *nativeHandle(const QSqlDatabase &database)
{
    const QVariant handle = database.driver()->handle();
    const QByteArrayView type(handle.typeName());
    if (!handle.isValid() || (type != "PGconn*" && type != "pg_conn*"))
        return nullptr;
    return *static_cast<PGconn *const *>(handle.constData());
}

} // namespace

PgConnection::PgConnection(QObject *parent)
    : QObject(parent)
{
}

PgConnection::~PgConnection()
{
    close();
}

void PgConnection::open(const ConnectionParameters &parameters)
{
    close();
    m_parameters = parameters;
    m_probe = std::make_unique<ConnectProbe>(parameters);
    connect(m_probe.get(), &ConnectProbe::progress, this, &PgConnection::progress);
    // Queued, because both end the probe.
    connect(m_probe.get(), &ConnectProbe::succeeded, this, &PgConnection::openDatabase, Qt::QueuedConnection);
    connect(
        m_probe.get(), &ConnectProbe::failed, this,
        [this](const ConnectFailure &failure) {
            m_probe.reset();
            Q_EMIT failed(failure);
        },
        Qt::QueuedConnection);
    m_probe->start();
}

void PgConnection::openDatabase()
{
    if (!m_probe) // closed since
        return;
    m_probe.reset();
    m_name = QStringLiteral("gantry-") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    QString words;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), m_name);
        database.setHostName(m_parameters.host);
        database.setPort(m_parameters.port);
        database.setUserName(m_parameters.user);
        database.setPassword(m_parameters.password);
        database.setDatabaseName(m_parameters.database.isEmpty() ? m_parameters.user : m_parameters.database);
        database.setConnectOptions(m_parameters.connectOptions());
        if (!database.open())
            words = database.lastError().databaseText();
        else if ((m_connection = nativeHandle(database)) == nullptr)
            words = tr("Qt's PostgreSQL driver does not tell its connection.");
    }
    if (m_connection == nullptr) {
        const ConnectFailure failure = connectFailure(m_parameters, words, false);
        close();
        Q_EMIT failed(failure);
        return;
    }
    setUp();
}

void PgConnection::setUp()
{
    PQsetnonblocking(m_connection, 1);
    PQsetNoticeReceiver(m_connection, &PgConnection::receiveNotice, this);
    m_canceller.reset(PQgetCancel(m_connection), PQfreeCancel);
    m_reads = std::make_unique<QSocketNotifier>(PQsocket(m_connection), QSocketNotifier::Read);
    connect(m_reads.get(), &QSocketNotifier::activated, this, &PgConnection::readable);
    m_writes = std::make_unique<QSocketNotifier>(PQsocket(m_connection), QSocketNotifier::Write);
    m_writes->setEnabled(false);
    connect(m_writes.get(), &QSocketNotifier::activated, this, &PgConnection::flush);

    m_info = {};
    m_info.version = PQserverVersion(m_connection);
    m_info.versionText = QString::fromUtf8(parameterStatus("server_version"));
    m_info.backendPid = PQbackendPID(m_connection);
    m_info.encrypted = PQsslInUse(m_connection) != 0;

    // Qt's driver sets these; values shall look as the server's administrator wants them.
    send("SET client_encoding TO '" + expectedEncoding()
             + "'; RESET DateStyle; RESET bytea_output; RESET TimeZone; "
               "SELECT session_user, current_database(), pg_catalog.host(pg_catalog.inet_server_addr()), "
               "pg_catalog.current_setting('is_superuser') = 'on'",
         {[this](const PgResult &result) {
              if (PQresultStatus(result.get()) != PGRES_TUPLES_OK)
                  return;
              m_info.user = pgText(result.get(), 0, 0);
              m_info.database = pgText(result.get(), 0, 1);
              m_info.address = pgText(result.get(), 0, 2);
              m_info.superuser = pgText(result.get(), 0, 3) == QLatin1String("t");
          },
          {},
          [this] {
              if (isAlive())
                  Q_EMIT opened();
          },
          false});
}

void PgConnection::close()
{
    m_probe.reset();
    m_answer.reset();
    m_copyOut = false;
    m_reads.reset();
    m_writes.reset();
    m_canceller.reset();
    m_connection = nullptr;
    if (!m_name.isEmpty()) {
        QSqlDatabase::database(m_name, false).close();
        QSqlDatabase::removeDatabase(m_name);
        m_name.clear();
    }
}

PGTransactionStatusType PgConnection::transactionStatus() const
{
    return m_connection == nullptr ? PQTRANS_UNKNOWN : PQtransactionStatus(m_connection);
}

TransactionState PgConnection::transaction() const
{
    switch (transactionStatus()) {
    case PQTRANS_INTRANS:
        return TransactionState::Open;
    case PQTRANS_INERROR:
        return TransactionState::Failed;
    default:
        return TransactionState::None;
    }
}

ServerInfo PgConnection::serverInfo() const
{
    return m_info;
}

QByteArray PgConnection::expectedEncoding() const
{
    return parameterStatus("server_encoding") == "SQL_ASCII" ? QByteArray("SQL_ASCII") : QByteArray("UTF8");
}

QString PgConnection::hostAddress() const
{
    return m_connection == nullptr ? QString() : QString::fromUtf8(PQhostaddr(m_connection));
}

QByteArray PgConnection::parameterStatus(const char *name) const
{
    return m_connection == nullptr ? QByteArray() : QByteArray(PQparameterStatus(m_connection, name));
}

void PgConnection::send(const QByteArray &statement, Answer answer)
{
    begin(std::move(answer), PQsendQuery(m_connection, statement.constData()));
}

void PgConnection::send(const QByteArray &statement, const Parameters &parameters, Answer answer)
{
    std::vector<const char *> values;
    values.reserve(size_t(parameters.size()));
    for (const std::optional<QByteArray> &value : parameters)
        values.push_back(value ? value->constData() : nullptr);
    begin(std::move(answer),
          PQsendQueryParams(m_connection, statement.constData(), int(values.size()), nullptr, values.data(), nullptr,
                            nullptr, 0));
}

void PgConnection::begin(Answer answer, int sent)
{
    m_answer = std::move(answer);
    m_lastWords.clear();
    m_earlierWords.clear();
    if (sent == 0) {
        // The caller learns of it by a result as of every other failure, and not before this call returned.
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (!m_answer)
                    return;
                take(PgResult(PQmakeEmptyPGresult(m_connection, PGRES_FATAL_ERROR)));
                finishAnswer();
            },
            Qt::QueuedConnection);
        return;
    }
    if (m_answer->singleRows)
        PQsetSingleRowMode(m_connection);
    flush();
}

void PgConnection::flush()
{
    // 1: not everything could be sent; an error is found by the next read.
    m_writes->setEnabled(PQflush(m_connection) == 1);
}

void PgConnection::readable()
{
    PQconsumeInput(m_connection); // a failure shows in the connection's state
    pump();
    if (m_connection == nullptr)
        return;
    while (PGnotify *notify = PQnotifies(m_connection)) {
        Q_EMIT notified(QString::fromUtf8(notify->relname), QString::fromUtf8(notify->extra), notify->be_pid);
        PQfreemem(notify);
    }
    if (PQsocket(m_connection) < 0) { // closed by libpq; what it had read is still to be taken
        m_reads->setEnabled(false);
        m_writes->setEnabled(false);
    }
    loseIfDead();
}

void PgConnection::pump()
{
    if (m_pumping)
        return;
    m_pumping = true;
    QElapsedTimer slice;
    slice.start();
    while (m_answer) {
        if (slice.elapsed() >= sliceMilliseconds) {
            QTimer::singleShot(0, this, &PgConnection::readable);
            break;
        }
        if (m_copyOut) {
            if (!pumpCopy())
                break;
            continue;
        }
        if (PQisBusy(m_connection)) {
            // More may have come since; reading does not block. After a failure PQgetResult() tells of it at once.
            if (PQconsumeInput(m_connection) != 0 && PQisBusy(m_connection))
                break;
        }
        if (PgResult result{PQgetResult(m_connection)})
            take(std::move(result));
        else
            finishAnswer();
    }
    m_pumping = false;
}

bool PgConnection::pumpCopy()
{
    char *line = nullptr;
    int size = PQgetCopyData(m_connection, &line, 1);
    if (size == 0 && PQconsumeInput(m_connection) != 0)
        size = PQgetCopyData(m_connection, &line, 1);
    if (size > 0) {
        m_answer->copyData(line, size);
        PQfreemem(line);
        return true;
    }
    if (size == 0 && PQstatus(m_connection) == CONNECTION_OK)
        return false;
    m_copyOut = false; // ended or failed: PQgetResult() tells
    return true;
}

void PgConnection::take(PgResult result)
{
    switch (PQresultStatus(result.get())) {
    case PGRES_COPY_IN:
        PQputCopyEnd(m_connection, tr("COPY FROM STDIN reads from a file that the console does not have").toUtf8());
        flush();
        break;
    case PGRES_COPY_OUT:
        m_copyOut = true;
        break;
    case PGRES_FATAL_ERROR:
        noteFatal(serverMessage(result.get()));
        if (isAlive())
            m_earlierWords = PQerrorMessage(m_connection);
        break;
    default:
        break;
    }
    m_answer->result(std::move(result));
}

void PgConnection::finishAnswer()
{
    // The answer may send the next statement.
    const std::function<void()> done = std::move(m_answer->done);
    m_answer.reset();
    done();
}

void PgConnection::loseIfDead()
{
    if (m_connection == nullptr || m_answer || PQstatus(m_connection) != CONNECTION_BAD)
        return;
    // Until the next statement libpq keeps the error of the last one, which has nothing to do with the loss.
    QByteArray own(PQerrorMessage(m_connection));
    if (!m_earlierWords.isEmpty() && own.startsWith(m_earlierWords))
        own.remove(0, m_earlierWords.size());
    const QString words = m_lastWords.isEmpty() ? ServerMessage::inOneLine(QString::fromUtf8(own)) : m_lastWords;
    close();
    Q_EMIT lost(words);
}

void PgConnection::receiveNotice(void *self, const PGresult *result)
{
    auto *connection = static_cast<PgConnection *>(self);
    const ServerMessage notice = serverMessage(result);
    if (!connection->noteFatal(notice))
        Q_EMIT connection->noticed(notice);
}

bool PgConnection::noteFatal(const ServerMessage &message)
{
    if (message.severity != QLatin1String("FATAL") && message.severity != QLatin1String("PANIC"))
        return false;
    m_lastWords = message.message;
    return true;
}

} // namespace Gantry
