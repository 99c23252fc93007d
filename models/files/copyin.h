// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engineclient.h"
#include "files/localfiles.h"

#include <QObject>
#include <QPointer>

#include <memory>

namespace Gantry {

class TarUpload;

/// Copies files and folders of this machine into a folder of a container, as one archive: PUT
/// /containers/{id}/archive (API 1.20). They belong to root there, as with `docker cp`.
class CopyIn : public QObject
{
    Q_OBJECT

public:
    /// \a sources are whole paths of this machine.
    CopyIn(EngineClient *client, const QString &container, const QStringList &sources, const QByteArray &folder,
           QObject *parent);
    ~CopyIn() override;

    void start();
    /// What the engine has unpacked by then stays. Nothing is emitted afterwards.
    void cancel();

    bool isReading() const { return !m_upload; }
    qint64 sent() const;
    /// Bytes of all files.
    qint64 size() const;
    qint64 fileCount() const;
    /// Those that cannot be sent; the first of them by name.
    QStringList sockets() const;
    bool hasSentAll() const;

Q_SIGNALS:
    void progressed();
    void finished();
    /// What of this machine cannot be sent, a translated sentence.
    void failed(const QString &sentence);
    void refused(const Gantry::EngineError &error);

private:
    struct Read
    {
        QList<LocalFiles> files;
        QString problem;
    };
    static Read read(const QStringList &sources, const std::atomic_bool &stop);
    static QString problemOf(const LocalFiles &files);
    void send();
    void fail(const QString &sentence);

    QPointer<EngineClient> m_client;
    QString m_container;
    QStringList m_sources;
    QByteArray m_folder;
    std::shared_ptr<std::atomic_bool> m_stop;
    QList<LocalFiles> m_files;
    UploadStream *m_stream = nullptr;
    TarUpload *m_upload = nullptr;
    bool m_over = false;
};

} // namespace Gantry
