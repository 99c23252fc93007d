// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <atomic>
#include <functional>
#include <optional>

#include <sys/types.h>

namespace Gantry {

/// The files below a folder of this machine that go to the engine in an archive: their names and what the system knows
/// of them, not their content. Names are bytes, as the system has them. Links are kept, and not followed.
class LocalFiles
{
public:
    struct Entry
    {
        QByteArray path; ///< relative to the folder
        QByteArray linkTarget;
        mode_t mode = 0;
        qint64 size = 0; ///< of a file
        qint64 modified = 0; ///< seconds
        dev_t device = 0;
    };
    enum class Verdict {
        Takes,
        Passes, ///< left out, but perhaps not all below it
        Leaves, ///< left out with all below it
    };
    /// What to do with a path relative to the folder.
    using Judge = std::function<Verdict(const QByteArray &path)>;

    /// Sockets and what cannot be read are counted, and the first of them named.
    static constexpr qsizetype mostNamed = 5;

    /// The system's words where the folder cannot be opened, else nothing.
    static QString obstacle(const QByteArray &folder);
    /// Reads the folder; blocks: for the thread pool. Ends early once \a cancelled is set. Answers the system's words
    /// where the folder cannot be opened, else nothing.
    QString readFolder(const QByteArray &folder, const Judge &judge, const std::atomic_bool &cancelled);
    /// Of the folder these alone, with all below them.
    QString readNames(const QByteArray &folder, const QList<QByteArray> &names, const std::atomic_bool &cancelled);

    const QByteArray &folder() const { return m_folder; }
    const QList<Entry> &entries() const { return m_entries; }
    qint64 fileCount() const { return m_files; }
    /// Bytes of all files.
    qint64 size() const { return m_size; }
    /// Sockets cannot be sent; the first of them by name.
    const QStringList &sockets() const { return m_sockets; }
    int socketCount() const { return m_socketCount; }
    const QStringList &unreadable() const { return m_unreadable; }
    int unreadableCount() const { return m_unreadableCount; }

    /// A path as it stands in a sentence.
    static QString shownPath(const QByteArray &path);

private:
    int open(const QByteArray &folder);
    void walk(int parent, const QByteArray &prefix, const Judge &judge, const std::atomic_bool &cancelled);
    void take(int parent, const QByteArray &name, const QByteArray &path, const Judge &judge,
              const std::atomic_bool &cancelled);
    void noteUnreadable(const QByteArray &path);

    QByteArray m_folder;
    QList<Entry> m_entries;
    qint64 m_files = 0;
    qint64 m_size = 0;
    QStringList m_sockets;
    int m_socketCount = 0;
    QStringList m_unreadable;
    int m_unreadableCount = 0;
};

} // namespace Gantry
