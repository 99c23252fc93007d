// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "postgres/servermessage.h"
#include "postgres/statementsplitter.h"

#include <QMetaType>
#include <QString>

namespace Gantry {

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

/// The transaction block of a session.
enum class TransactionState { None, Open, Failed };

/// Whether results are to be shown with a line for each column ("\x"); Auto: those that are too wide for the window.
enum class ExpandedDisplay { Off, On, Auto };

/// What is known of the server after a connection was made.
struct ServerInfo
{
    int version = 0; ///< 160003 for 16.3
    QString versionText; ///< "16.3 (Debian 16.3-1)"
    int backendPid = 0;
    QString user; ///< session user
    QString database;
    QString address; ///< inet_server_addr(), empty over a Unix socket
    bool superuser = false;
    bool encrypted = false;
    qint64 roundTripUs = 0; ///< of a statement that does nothing, when the connection was new
};

/// How one statement of a run ended.
struct StatementOutcome
{
    quint64 run = 0;
    int index = 0; ///< in the run
    SqlStatement statement;
    QByteArray query; ///< as it was sent
    QByteArray typed; ///< as it was written, for the history
    TransactionState transaction = TransactionState::None; ///< after it
    bool ok = false;
    bool cancelled = false;
    ServerMessage error; ///< when not ok
    StatementSplitter::Line errorLine; ///< where it failed: at the error's place, else where the statement begins
    QString commandTag; ///< "INSERT 0 5"
    qint64 rows = 0; ///< received or affected; of the last result
    double firstRowMilliseconds = 0;
    double totalMilliseconds = 0;
};

/// How a run ended.
struct RunOutcome
{
    quint64 run = 0;
    int finished = 0; ///< statements that ran, with those that failed
    int failed = 0;
    bool cancelled = false;
    bool connectionLost = false;
    QList<SqlStatement> notRun;
    double totalMilliseconds = 0;
};

} // namespace Gantry

Q_DECLARE_METATYPE(Gantry::TransactionState)
Q_DECLARE_METATYPE(Gantry::ExpandedDisplay)
Q_DECLARE_METATYPE(Gantry::ServerInfo)
Q_DECLARE_METATYPE(Gantry::ConnectFailure)
Q_DECLARE_METATYPE(Gantry::StatementOutcome)
Q_DECLARE_METATYPE(Gantry::RunOutcome)
