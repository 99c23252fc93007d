// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engineclient.h"
#include "files/archiveextraction.h"

#include <QElapsedTimer>
#include <QPointer>

namespace Gantry {

/// Copies files and folders from a container into a folder of this machine, one after the other: GET
/// /containers/{id}/archive (API 1.20). They get their names when all of them are whole; each
/// needs one of its own.
class CopyOut : public QObject
{
    Q_OBJECT

public:
    struct Item
    {
        QByteArray path; ///< in the container
        QByteArray name; ///< here
        qint64 size = -1; ///< of a file; -1 where nobody knows how much there will be
        bool isLink = false; ///< what it leads to is copied
        qint64 modified = 0; ///< seconds since 1970; 0 where nobody knows
    };

    CopyOut(EngineClient *client, const QString &container, const QList<Item> &items, const QString &folder,
            bool overwrite, QObject *parent);
    ~CopyOut() override;

    void start();
    /// Leaves nothing behind; answered by cancelled().
    void cancel();

    qint64 bytes() const { return m_progress->bytes; }
    qint64 files() const { return m_progress->files; }
    /// Devices and the like, which cannot be here.
    qint64 leftOut() const { return m_progress->leftOut; }
    /// Bytes in all; -1 where nobody knows.
    qint64 expected() const { return m_expected; }

Q_SIGNALS:
    /// A few times a second.
    void progressed();
    /// One of these three, once.
    void finished();
    void failed(const QString &sentence);
    void cancelled();

private:
    void copyNext();
    void read(const QByteArray &path);
    void placeAll();
    void end(const QString &problem);

    QPointer<EngineClient> m_client;
    QString m_container;
    QList<Item> m_items;
    QByteArray m_folder;
    bool m_overwrite;
    qint64 m_expected = 0;
    qsizetype m_next = 0;
    bool m_isPlaced = false;
    struct Staging;
    std::shared_ptr<Staging> m_staging; ///< shared with what works in it
    ArchiveFeed *m_feed = nullptr;
    QElapsedTimer m_told;
    std::shared_ptr<ArchiveExtraction::Progress> m_progress;
};

} // namespace Gantry
