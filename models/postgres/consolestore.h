// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "postgres/consoleplace.h"

#include <QFuture>
#include <QHash>
#include <QList>
#include <QMutex>
#include <QObject>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QThreadPool>
#include <QTimer>

#include <functional>

namespace Gantry {

/// One query tab of a console as it is kept.
struct StoredQuery
{
    QString title;
    QString path; ///< of the file it was opened from or saved to, may be empty
    QString text;
    qint64 cursor = 0; ///< bytes of UTF-8 before the cursor
    bool changed = false; ///< against the file
    QByteArray fileDigest; ///< of the file's bytes when it was read or written last; empty when that is not known

    friend bool operator==(const StoredQuery &, const StoredQuery &) = default;
};

/// One open console as it is kept. Holds no password.
struct StoredConsole
{
    QString id; ///< made by ConsoleStore::newId()
    int order = 0; ///< among the consoles
    ConsolePlace place;
    QString user; ///< overrides the container's environment where not empty
    QString database; ///< the same
    bool autocommit = true;
    QList<StoredQuery> queries;
    int currentQuery = 0;

    friend bool operator==(const StoredConsole &, const StoredConsole &) = default;
};

/// Keeps the open consoles and what is typed in them, so that they survive a restart and a crash: a file each, replaced
/// atomically within a second of a change, written in a thread of its own.
class ConsoleStore : public QObject
{
    Q_OBJECT

public:
    /// \a folder is made when needed; empty means "consoles" in QStandardPaths::AppDataLocation.
    explicit ConsoleStore(const QString &folder = {}, QObject *parent = nullptr);
    /// Writes what has not been written, and waits for it.
    ~ConsoleStore() override;

    static QString newId();
    const QString &folder() const { return m_folder; }

    /// What was kept, in order. Files that cannot be read or understood stay where they are and are named in failed().
    QFuture<QList<StoredConsole>> load();

    /// \a snapshot tells the console's present state; called after changed() and at the end.
    void track(const QString &id, const std::function<StoredConsole()> &snapshot);
    /// Something of the console is another: writes it within a second.
    void changed(const QString &id);
    /// The console goes, its last state is written first: it will be there at the next start.
    void untrack(const QString &id);
    /// The user closed the console: it is forgotten.
    void remove(const QString &id);
    /// Begins to write what has changed without waiting out the second; finishes when that was tried, and with it
    /// problem() and unkeptQueries() are true.
    QFuture<void> flush();
    /// Why the console could not be written the last time, with the system's words, or that the disk has not answered
    /// yet; empty when it was. It is tried again every few seconds.
    QString problem(const QString &id) const { return m_problems.value(id); }
    /// How long a disk may take before problem() says so.
    void setPatience(int milliseconds) { m_patience.setInterval(milliseconds); }
    /// The titles of its queries whose text is nowhere but in the window.
    QStringList unkeptQueries(const QString &id) const;

Q_SIGNALS:
    void written(const QString &id);
    void problemChanged(const QString &id);
    /// What could not be read, with the system's words.
    void failed(const QString &sentence);

private:
    using Texts = QSet<size_t>; // hashes
    struct Outcome
    {
        QString id;
        Texts texts;
        QString problem = {};
        bool wasRead = false;
    };

    static Texts textsOf(const StoredConsole &console);
    void write(const QString &id);
    void report(const Outcome &outcome); // in the pool
    void takeOutcomes();
    void tellSilence();
    void setProblem(const QString &id, const QString &problem);

    QString m_folder;
    QHash<QString, std::function<StoredConsole()>> m_snapshots;
    QSet<QString> m_changed;
    QHash<QString, QString> m_problems;
    QHash<QString, Texts> m_kept;
    QHash<QString, int> m_writing; ///< how often it is being written
    QTimer m_timer;
    QTimer m_patience; ///< with a disk that does not answer
    QMutex m_mutex; // of m_outcomes
    QList<Outcome> m_outcomes;
    QThreadPool m_pool;
};

} // namespace Gantry
