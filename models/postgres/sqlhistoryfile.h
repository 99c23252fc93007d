// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "postgres/sqlhistory.h"

#include <QObject>

#include <optional>

class QSqlDatabase;
class QSqlQuery;

namespace Gantry {

/// The side of SqlHistory that lives in its thread, with the SQLite connection.
class SqlHistoryFile : public QObject
{
    Q_OBJECT

public:
    SqlHistoryFile(const QString &path, int limit);
    ~SqlHistoryFile() override;

    void add(const SqlHistoryEntry &entry);
    QList<SqlHistoryEntry> search(const QString &words, const QString &database, int limit);
    SqlHistoryEntry step(qint64 id, bool newer, const QString &database);
    void clear();

Q_SIGNALS:
    void changed();
    void failed(const QString &sentence);

private:
    bool open();
    bool prepare();
    bool execute(QSqlQuery &query);
    bool execute(const QString &statement);
    void report(const QString &words);

    QString m_path;
    int m_limit;
    QString m_name; // of the QSqlDatabase; empty until it is open
    bool m_reported = false;
};

} // namespace Gantry
