// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "postgres/connectprobe.h"
#include "postgres/pgresult.h"

#include <QHash>
#include <QObject>
#include <QSqlDatabase>

#include <functional>
#include <memory>
#include <optional>

class QSocketNotifier;

namespace Gantry {

/// A connection that QtSql (QPSQL) opens and owns, driven through libpq without blocking: the event loop of the thread
/// it lives in reads what the server sends, also while nothing is asked. Not for the thread of the window: opening
/// blocks for a moment.
class PgConnection : public QObject
{
    Q_OBJECT

public:
    /// What a statement answers. All are called in the thread of the connection.
    struct Answer
    {
        std::function<void(PgResult)> result; ///< each result, and with singleRows each row, as libpq gives them
        std::function<void(const char *, qsizetype)> copyData; ///< of COPY … TO STDOUT; without, COPY is refused
        std::function<void()> done; ///< the connection can take another statement, unless it was lost
        bool singleRows = false;
    };
    using Parameters = QList<std::optional<QByteArray>>;

    explicit PgConnection(QObject *parent = nullptr);
    ~PgConnection() override;

    /// Answered by opened() or failed().
    void open(const ConnectionParameters &parameters);
    /// Gives up what goes on, without any signal.
    void close();
    bool isOpen() const { return m_connection != nullptr; }
    /// Whether a statement can still be answered; false between the last answer and lost().
    bool isAlive() const { return m_connection != nullptr && PQstatus(m_connection) == CONNECTION_OK; }
    bool isOpening() const { return m_probe != nullptr; }
    bool isBusy() const { return m_answer.has_value(); }

    /// Sends a statement (PQsendQuery: several are one implicit transaction). Only when open and not busy.
    void send(const QByteArray &statement, Answer answer);
    /// Sends one statement with text parameters (PQsendQueryParams).
    void send(const QByteArray &statement, const Parameters &parameters, Answer answer);

    PGTransactionStatusType transactionStatus() const;
    TransactionState transaction() const;
    ServerInfo serverInfo() const;
    QString hostAddress() const; ///< that the host's name led to; empty over a Unix socket
    /// The client_encoding that is set: UTF8; for a database in SQL_ASCII, whose bytes can be anything and would be
    /// refused as UTF8, SQL_ASCII: they come and go as they are.
    QByteArray expectedEncoding() const;
    QByteArray parameterStatus(const char *name) const;
    /// For PQcancel() in another thread; null when closed.
    std::shared_ptr<PGcancel> canceller() const { return m_canceller; }

Q_SIGNALS:
    void opened();
    void failed(const Gantry::ConnectFailure &failure);
    void progress(const QString &sentence);
    /// The connection is closed; a statement that was running was answered before.
    void lost(const QString &words);
    void noticed(const Gantry::ServerMessage &notice);
    void notified(const QString &channel, const QString &payload, int backendPid);

private:
    void openDatabase();
    void setUp();
    void begin(Answer answer, int sent);
    void flush();
    void readable();
    void pump();
    bool pumpCopy();
    void take(PgResult result);
    void finishAnswer();
    void loseIfDead();
    bool noteFatal(const ServerMessage &message);
    static void receiveNotice(void *self, const PGresult *result);

    ConnectionParameters m_parameters;
    std::unique_ptr<ConnectProbe> m_probe;
    QString m_name; // of the QSqlDatabase
    PGconn *m_connection = nullptr; // of the QSqlDatabase
    std::shared_ptr<PGcancel> m_canceller;
    std::unique_ptr<QSocketNotifier> m_reads;
    std::unique_ptr<QSocketNotifier> m_writes;
    std::optional<Answer> m_answer;
    ServerInfo m_info;
    QString m_lastWords; // FATAL message that the server sent before it closed
    QByteArray m_earlierWords; // libpq's at the last answer, which it keeps before what it adds
    bool m_copyOut = false;
    bool m_pumping = false;
};

} // namespace Gantry
