// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/sqlhistory.h"

#include "postgres/sqlhistoryfile.h"
#include "postgres/workerthread.h"

#include <QPromise>
#include <QStandardPaths>

#include <memory>

namespace Gantry {

namespace {

QString defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/history.sqlite");
}

// Asks in the thread of \a file.
template <typename Answer, typename Question> QFuture<Answer> ask(QObject *file, Question question)
{
    const auto promise = std::make_shared<QPromise<Answer>>();
    promise->start();
    QMetaObject::invokeMethod(file, [promise, question] {
        promise->addResult(question());
        promise->finish();
    });
    return promise->future();
}

} // namespace

SqlHistory::SqlHistory(const QString &path, QObject *parent, int limit)
    : QObject(parent)
    , m_file(new SqlHistoryFile(path.isEmpty() ? defaultPath() : path, limit))
{
    connect(m_file, &SqlHistoryFile::changed, this, &SqlHistory::changed);
    connect(m_file, &SqlHistoryFile::failed, this, &SqlHistory::failed);
    m_thread = new WorkerThread(m_file);
}

SqlHistory::~SqlHistory()
{
    m_thread->leave(this);
}

void SqlHistory::add(const SqlHistoryEntry &entry)
{
    QMetaObject::invokeMethod(m_file, [file = m_file, entry] { file->add(entry); });
}

QFuture<QList<SqlHistoryEntry>> SqlHistory::search(const QString &words, const QString &database, int limit)
{
    return ask<QList<SqlHistoryEntry>>(
        m_file, [file = m_file, words, database, limit] { return file->search(words, database, limit); });
}

QFuture<SqlHistoryEntry> SqlHistory::step(qint64 id, bool newer, const QString &database)
{
    return ask<SqlHistoryEntry>(m_file,
                                [file = m_file, id, newer, database] { return file->step(id, newer, database); });
}

void SqlHistory::clear()
{
    QMetaObject::invokeMethod(m_file, &SqlHistoryFile::clear);
}

} // namespace Gantry
