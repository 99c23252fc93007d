// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "postgres/passwordmask.h"

#include <QDateTime>
#include <QFuture>
#include <QList>
#include <QObject>
#include <QString>

namespace Gantry {

class SqlHistoryFile;
class WorkerThread;

struct SqlHistoryEntry
{
    qint64 id = 0;
    QDateTime time;
    QString database; ///< label of the console: "demo@shop/db"
    QString statement; ///< passwords masked
    double milliseconds = 0;
    qint64 rows = 0;
    bool ok = true;
    bool cancelled = false; ///< by the user; then not ok
    QString error; ///< the server's message
};

/// What was run in the consoles, kept in SQLite through QtSql in a thread of its own. The oldest entries go when there
/// are more than the limit.
class SqlHistory : public QObject
{
    Q_OBJECT

public:
    /// \a path of the file; an empty one means "history.sqlite" in QStandardPaths::AppDataLocation.
    explicit SqlHistory(const QString &path = {}, QObject *parent = nullptr, int limit = 10000);
    ~SqlHistory() override; ///< what was added is still written

    /// The id of the entry is ignored. Passwords in the statement are masked (withoutPasswords()); of a statement of
    /// more than a million characters only the beginning is kept, as a comment.
    void add(const SqlHistoryEntry &entry);
    /// Newest first; only entries whose statement or database contains every word of \a words, in any case. \a database
    /// restricts to one label where not empty.
    QFuture<QList<SqlHistoryEntry>> search(const QString &words, const QString &database = {}, int limit = 500);
    /// The statement before \a id (Ctrl+Up) or, with \a newer, after it; id 0 is after the newest. Skips repetitions of
    /// the statement at \a id. An entry with id 0 means that there is none.
    QFuture<SqlHistoryEntry> step(qint64 id, bool newer, const QString &database = {});
    void clear();

Q_SIGNALS:
    void changed();
    /// The history cannot be read or written: a sentence with SQLite's words. The program works without.
    void failed(const QString &sentence);

private:
    SqlHistoryFile *m_file; // of m_thread
    WorkerThread *m_thread; // ends by itself after the history
};

} // namespace Gantry
