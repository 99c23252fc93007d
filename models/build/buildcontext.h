// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "build/dockerfile.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QList>
#include <QStringList>

#include <atomic>

#include <sys/types.h>

namespace Gantry {

class DockerIgnore;

/// What of a folder goes to the engine for a build: what .dockerignore does not leave out, or in its place the file
/// that is named like the Dockerfile with that ending, as BuildKit has it. Names are bytes, as the system has them.
class BuildContext
{
    Q_DECLARE_TR_FUNCTIONS(Gantry::BuildContext)

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

    /// Reads the folder's names, not the content of its files; blocks: for the thread pool. Ends early once
    /// \a cancelled is set.
    static BuildContext read(const QString &folder, const QString &dockerfile, const std::atomic_bool &cancelled);

    /// Why nothing can be built of it, a translated sentence: no Dockerfile, files that cannot be read. Empty if it
    /// can.
    const QString &problem() const { return m_problem; }
    const QByteArray &folder() const { return m_folder; }
    const QList<Entry> &entries() const { return m_entries; }
    qint64 fileCount() const { return m_files; }
    /// Bytes of all files.
    qint64 size() const { return m_size; }
    const Dockerfile &dockerfile() const { return m_dockerfile; }
    /// Sockets cannot be sent; the first of them by name.
    const QStringList &sockets() const { return m_sockets; }
    int socketCount() const { return m_socketCount; }
    /// "1,204 files, 3.4 MB" and what was left out; translated.
    QString summary() const;

private:
    void readRules(const QString &dockerfile, DockerIgnore *rules);
    QString textOf(const QString &path);
    void walk(int parent, const QByteArray &prefix, const DockerIgnore &rules, const std::atomic_bool &cancelled);
    void take(int parent, const QByteArray &name, const QByteArray &path, const DockerIgnore &rules,
              const std::atomic_bool &cancelled);
    void noteUnreadable(const QByteArray &path);
    void judge();

    QByteArray m_folder;
    QList<Entry> m_entries;
    qint64 m_files = 0;
    qint64 m_size = 0;
    Dockerfile m_dockerfile;
    QStringList m_sockets;
    int m_socketCount = 0;
    QStringList m_unreadable;
    int m_unreadableCount = 0;
    QString m_problem;
};

} // namespace Gantry
