// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QMetaType>
#include <QString>

namespace Gantry {

/// An error or notice of the server (PostgreSQL documentation, 55.8 "Error and Notice Message Fields"), or a failure of
/// the connection, which has a message only.
struct ServerMessage
{
    QString severity; ///< never translated: ERROR, FATAL, PANIC, WARNING, NOTICE, DEBUG, INFO, LOG
    QString sqlState; ///< five characters, for instance 57014
    QString message;
    QString detail;
    QString hint;
    int position = 0; ///< character of the statement, from 1; 0 for none
    qsizetype scriptPosition = -1; ///< the byte of the script that position means; -1 for none
    QString internalQuery; ///< that a function ran and that failed
    int internalPosition = 0;
    QString context;
    QString schema;
    QString table;
    QString column;
    QString dataType;
    QString constraint;

    bool isError() const;
    bool isCancelled() const { return sqlState == QLatin1String("57014"); }
    /// "ERROR: message (SQLSTATE 42703)", and detail, hint, query and, of an error, context each on a line of its
    /// own.
    QString text() const;
    /// What libpq itself says, in one line: its lines are made to be printed, and about a socket that is gone it says
    /// "invalid socket" behind the reason.
    static QString inOneLine(const QString &words);
};

} // namespace Gantry

Q_DECLARE_METATYPE(Gantry::ServerMessage)
