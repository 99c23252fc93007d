// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/sqlhistoryfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>
#include <QVariant>

namespace Gantry {

namespace {

constexpr qsizetype longest = 1'000'000;
constexpr qsizetype shown = 200;

// What LIKE looks for: the word anywhere, its own wildcards taken literally.
QString pattern(QString word)
{
    word.replace(u'\\', QStringLiteral("\\\\"))
        .replace(u'%', QStringLiteral("\\%"))
        .replace(u'_', QStringLiteral("\\_"));
    return u'%' + word + u'%';
}

QString kept(const QString &statement)
{
    if (statement.size() <= longest)
        return withoutPasswords(statement);
    return QStringLiteral("-- ")
        + SqlHistoryFile::tr("A statement of %1 characters was not kept. It began: %2")
              .arg(statement.size())
              .arg(withoutPasswords(statement.left(shown)).simplified());
}

/// SQLite's own: text() puts QtSql's behind them.
QString wordsOf(const QSqlError &error)
{
    return error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
}

/// In the column "ok"; files of earlier versions have the first two.
enum Ending { Failed, Succeeded, Cancelled };

SqlHistoryEntry entryOf(const QSqlQuery &query)
{
    const int ending = query.value(6).toInt();
    return {query.value(0).toLongLong(), QDateTime::fromMSecsSinceEpoch(query.value(1).toLongLong()),
            query.value(2).toString(),   query.value(3).toString(),
            query.value(4).toDouble(),   query.value(5).toLongLong(),
            ending == Succeeded,         ending == Cancelled,
            query.value(7).toString()};
}

QString columns()
{
    return QStringLiteral("id, time, database, statement, milliseconds, rows, ok, error");
}

} // namespace

SqlHistoryFile::SqlHistoryFile(const QString &path, int limit)
    : m_path(path)
    , m_limit(limit)
{
}

SqlHistoryFile::~SqlHistoryFile()
{
    if (m_name.isEmpty())
        return;
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
}

bool SqlHistoryFile::open()
{
    if (!m_name.isEmpty())
        return true;
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    m_name = QStringLiteral("gantry-history-") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    QString words;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
        database.setDatabaseName(m_path);
        database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=10000"));
        if (database.open() && prepare())
            return true;
        words = wordsOf(database.lastError());
        database.close();
    }
    QSqlDatabase::removeDatabase(m_name);
    m_name.clear();
    report(words);
    return false;
}

bool SqlHistoryFile::prepare()
{
    // Nobody else reads what was run: SQLite has made the file, still empty, and gives what lies beside it the same
    // permissions. It must not be opened by us: closing it would drop the locks that this process has on it.
    QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner);
    // Refused at once, whatever the time to wait, while another connection is just doing the same.
    QSqlQuery(QSqlDatabase::database(m_name, false)).exec(QStringLiteral("PRAGMA journal_mode = WAL"));
    return execute(QStringLiteral("PRAGMA synchronous = NORMAL"))
        && execute(QStringLiteral("CREATE TABLE IF NOT EXISTS history (id INTEGER PRIMARY KEY AUTOINCREMENT, "
                                  "time INTEGER NOT NULL, database TEXT NOT NULL, statement TEXT NOT NULL, "
                                  "milliseconds REAL NOT NULL, rows INTEGER NOT NULL, ok INTEGER NOT NULL, "
                                  "error TEXT NOT NULL)"));
}

bool SqlHistoryFile::execute(QSqlQuery &query)
{
    if (query.exec())
        return true;
    report(wordsOf(query.lastError()));
    return false;
}

bool SqlHistoryFile::execute(const QString &statement)
{
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    if (query.exec(statement))
        return true;
    report(wordsOf(query.lastError()));
    return false;
}

void SqlHistoryFile::report(const QString &words)
{
    if (m_reported) // once is enough
        return;
    m_reported = true;
    Q_EMIT failed(tr("The history of statements in “%1” cannot be used: “%2”.").arg(m_path, words));
}

void SqlHistoryFile::add(const SqlHistoryEntry &entry)
{
    if (!open())
        return;
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    query.prepare(QStringLiteral("INSERT INTO history (time, database, statement, milliseconds, rows, ok, error) "
                                 "VALUES (?, ?, ?, ?, ?, ?, ?)"));
    query.addBindValue(entry.time.toMSecsSinceEpoch());
    query.addBindValue(entry.database.isNull() ? QStringLiteral("") : entry.database);
    query.addBindValue(kept(entry.statement));
    query.addBindValue(entry.milliseconds);
    query.addBindValue(entry.rows);
    query.addBindValue(int(entry.cancelled ? Cancelled : entry.ok ? Succeeded : Failed));
    query.addBindValue(entry.error.isNull() ? QStringLiteral("") : entry.error);
    if (!execute(query))
        return;
    // Numbers are given in turn and only the oldest entries ever go: to count them would take a hundred times longer.
    QSqlQuery trim(QSqlDatabase::database(m_name, false));
    trim.prepare(QStringLiteral("DELETE FROM history WHERE id <= ?"));
    trim.addBindValue(query.lastInsertId().toLongLong() - m_limit);
    if (execute(trim))
        Q_EMIT changed();
}

QList<SqlHistoryEntry> SqlHistoryFile::search(const QString &words, const QString &database, int limit)
{
    QList<SqlHistoryEntry> result;
    if (!open())
        return result;
    const QStringList patterns = words.simplified().split(u' ', Qt::SkipEmptyParts);
    QString statement
        = QStringLiteral("SELECT ") + columns() + QStringLiteral(" FROM history WHERE (? = '' OR database = ?)");
    for (qsizetype i = 0; i < patterns.size(); ++i)
        statement += QStringLiteral(" AND (statement LIKE ? ESCAPE '\\' OR database LIKE ? ESCAPE '\\')");
    statement += QStringLiteral(" ORDER BY id DESC LIMIT ?");
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    query.setForwardOnly(true);
    query.prepare(statement);
    const QString label = database.isNull() ? QStringLiteral("") : database;
    query.addBindValue(label);
    query.addBindValue(label);
    for (const QString &word : patterns) {
        query.addBindValue(pattern(word));
        query.addBindValue(pattern(word));
    }
    query.addBindValue(limit);
    if (!execute(query))
        return result;
    while (query.next())
        result += entryOf(query);
    return result;
}

SqlHistoryEntry SqlHistoryFile::step(qint64 id, bool newer, const QString &database)
{
    if ((id == 0 && newer) || !open())
        return {};
    const QString label = database.isNull() ? QStringLiteral("") : database;
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    query.prepare(QStringLiteral("SELECT ") + columns()
                  + QStringLiteral(" FROM history WHERE (? = '' OR database = ?) AND ")
                  + (newer ? QStringLiteral("id > ?") : QStringLiteral("(? = 0 OR id < ?)"))
                  + QStringLiteral(" AND statement IS NOT (SELECT statement FROM history WHERE id = ?) ORDER BY id ")
                  + (newer ? QStringLiteral("ASC") : QStringLiteral("DESC")) + QStringLiteral(" LIMIT 1"));
    query.addBindValue(label);
    query.addBindValue(label);
    query.addBindValue(id);
    if (!newer)
        query.addBindValue(id);
    query.addBindValue(id);
    if (!execute(query) || !query.next())
        return {};
    return entryOf(query);
}

void SqlHistoryFile::clear()
{
    if (open() && execute(QStringLiteral("DELETE FROM history")) && execute(QStringLiteral("VACUUM")))
        Q_EMIT changed();
}

} // namespace Gantry
