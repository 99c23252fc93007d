// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/enginestream.h"

#include <QMutex>
#include <QPointer>
#include <QWaitCondition>

#include <memory>

namespace Gantry {

/// Carries an archive from the connection, in this thread, to somebody who reads it in another. The engine waits while
/// that one is behind.
class ArchiveFeed : public QObject
{
    Q_OBJECT

public:
    /// What has come and is not read yet: filled in the thread of the feed, emptied in one other.
    class Pipe
    {
    public:
        /// The next bytes, for which it waits; none at the end.
        QByteArray take();
        /// Why the stream ended before its end, a translated sentence; empty if it did not.
        QString problem();

    private:
        friend class ArchiveFeed;
        bool put(const QByteArray &bytes);
        void end(const QString &problem);
        void abandon();

        QMutex m_mutex;
        QWaitCondition m_changed;
        QByteArray m_bytes;
        QString m_problem;
        ArchiveFeed *m_feed = nullptr;
        bool m_full = false;
        bool m_ended = false;
    };

    /// Takes \a stream over.
    explicit ArchiveFeed(ArchiveStream *stream, QObject *parent = nullptr);
    ~ArchiveFeed() override;

    const std::shared_ptr<Pipe> &pipe() const { return m_pipe; }
    /// Bytes that have come.
    qint64 received() const { return m_received; }
    /// Closes the connection; who reads comes to the end.
    void cancel();

Q_SIGNALS:
    /// More has come; received() says how much in all.
    void progressed();
    /// Emitted in the other thread.
    void roomMade();

private:
    void pause();

    std::shared_ptr<Pipe> m_pipe;
    QPointer<ArchiveStream> m_stream;
    qint64 m_received = 0;
    bool m_full = false;
};

} // namespace Gantry
