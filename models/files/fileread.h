// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/archivefeed.h"
#include "engine/engineclient.h"
#include "files/fileentry.h"

#include <QPointer>

namespace Gantry {

/// Reads the beginning of a file in a container: GET /containers/{id}/archive (API 1.20), which ends when there is
/// enough of it.
class FileRead : public QObject
{
    Q_OBJECT

public:
    /// Of a text, and of anything else that is no picture.
    static constexpr qint64 mostOfText = 2 * 1024 * 1024;
    /// A larger picture is not read whole, and so not at all.
    static constexpr qint64 mostOfPicture = 32 * 1024 * 1024;

    struct Content
    {
        FileEntry entry; ///< without its name
        QByteArray bytes;
        QByteArray pictureFormat; ///< "png", "jpeg"…, by its first bytes; empty for anything else
        QString problem; ///< why it could not be read, a translated sentence

        bool isCut() const { return bytes.size() < entry.size; }
    };

    /// \a isLink: what it leads to is read. \a runs: a program in the container can be asked for what the engine does
    /// not see, such as files in memory (tmpfs, /proc).
    FileRead(EngineClient *client, const QString &container, const QByteArray &path, bool isLink, bool runs,
             QObject *parent);

    void start();

    /// The format of a picture that begins so, of those that are shown; empty where it is none.
    static QByteArray pictureFormatOf(const QByteArray &beginning);

Q_SIGNALS:
    /// Once; not after this was deleted.
    void finished(const Gantry::FileRead::Content &content);

private:
    void read(const QByteArray &path);
    void askProgram(const QString &problem);
    static Content readContent(ArchiveFeed::Pipe *pipe, const QString &path);

    QPointer<EngineClient> m_client;
    QString m_container;
    QByteArray m_path;
    bool m_isLink;
    bool m_runs;
    ArchiveFeed *m_feed = nullptr;
};

} // namespace Gantry
