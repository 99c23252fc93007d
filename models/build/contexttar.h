// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "build/buildcontext.h"

struct archive;

namespace Gantry {

/// A build context as a tar archive, made block by block while it is sent: it never is in memory, or on disk, as a
/// whole. All belongs to root, as with docker.
class ContextTar
{
    Q_DECLARE_TR_FUNCTIONS(Gantry::ContextTar)

public:
    struct Block
    {
        QByteArray bytes;
        QString problem; ///< why it cannot go on, a translated sentence
        bool isLast = false;
    };

    explicit ContextTar(const BuildContext &context);
    ~ContextTar();
    ContextTar(const ContextTar &) = delete;
    ContextTar &operator=(const ContextTar &) = delete;

    /// Blocks while it reads files: for the thread pool, one call at a time.
    Block next();

private:
    static ssize_t keep(archive *tar, void *self, const void *bytes, size_t size);
    void begin(const BuildContext::Entry &entry);
    bool openFile(const BuildContext::Entry &entry);
    void copySome();
    void check(int result, const QByteArray &path);

    BuildContext m_context;
    archive *m_tar;
    QByteArray m_bytes;
    QString m_problem;
    qsizetype m_next = 0;
    int m_file = -1; ///< the one that is being copied
    qint64 m_left = 0; ///< of it
    bool m_closed = false;
};

} // namespace Gantry
