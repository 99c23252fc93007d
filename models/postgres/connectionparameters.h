// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <optional>

namespace Gantry {

/// Where and as whom to reach a PostgreSQL server. Nothing of it is ever read from PG* variables, a service file or a
/// password file, and a database name is a name even when it looks like a connection string.
struct ConnectionParameters
{
    QString host; ///< name, address, or the folder of a Unix socket (begins with "/")
    quint16 port = 5432;
    QString user;
    QString password; ///< in memory only
    QString database; ///< the user's name where empty
    QString sslMode = QStringLiteral("prefer");
    int connectTimeout = 10; ///< seconds
    int startupTimeout = 60; ///< seconds for which a server that is starting up is asked again
    int silenceTimeout = 60; ///< seconds after which a host that acknowledges nothing counts as gone
    QMap<QString, QString> settings; ///< set at the start of the session, for instance default_transaction_read_only

    /// Why these parameters cannot be used, as a sentence; nothing when they can.
    std::optional<QString> problem() const;
    /// "user@host:port/database", never with the password.
    QString label() const;

    /// Keyword and value of each libpq parameter (PostgreSQL documentation, 34.1.2).
    QList<std::pair<QByteArray, QByteArray>> keywords() const;
    /// What QSqlDatabase::setConnectOptions() takes: the keywords without host, port, user, password, database.
    QString connectOptions() const;
};

} // namespace Gantry

Q_DECLARE_METATYPE(Gantry::ConnectionParameters)
