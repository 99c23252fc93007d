// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files/localfiles.h"

#include <QCoreApplication>

struct archive;

namespace Gantry {

/// Files of this machine as a tar archive, made block by block while it is sent: it never is in memory, or on disk, as
/// a whole. All belongs to root, as with docker.
class FilesTar
{
    Q_DECLARE_TR_FUNCTIONS(Gantry::FilesTar)

public:
    struct Block
    {
        QByteArray bytes;
        QString problem; ///< why it cannot go on, a translated sentence
        bool isLast = false;
    };

    /// The files of several folders, one after the other.
    explicit FilesTar(const QList<LocalFiles> &files);
    ~FilesTar();
    FilesTar(const FilesTar &) = delete;
    FilesTar &operator=(const FilesTar &) = delete;

    /// Blocks while it reads files: for the thread pool, one call at a time.
    Block next();

private:
    static ssize_t keep(archive *tar, void *self, const void *bytes, size_t size);
    void begin(const LocalFiles::Entry &entry);
    bool openFile(const LocalFiles::Entry &entry);
    void copySome();
    void check(int result, const QByteArray &path);

    QList<LocalFiles> m_files;
    archive *m_tar;
    QByteArray m_bytes;
    QString m_problem;
    qsizetype m_folder = 0; ///< among those
    qsizetype m_next = 0; ///< of that folder's
    int m_file = -1; ///< the one that is being copied
    qint64 m_left = 0; ///< of it
    bool m_closed = false;
};

} // namespace Gantry
