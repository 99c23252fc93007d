// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/logchunk.h"
#include "spillfile.h"

#include <QMutex>
#include <QString>
#include <QThreadPool>

#include <memory>
#include <vector>

namespace Gantry {

/// The older chunks of a log in an unlinked temporary file, in slots of one size that are used again. A thread of its
/// own writes, any thread reads; all else is for the thread that owns it.
class LogSpill
{
public:
    /// Where a chunk lies. Of one whose slot was used again nothing is read.
    struct Place
    {
        int slot = -1;
        quint32 generation = 0;
        qsizetype size = 0;
    };
    struct Written
    {
        int ticket = 0;
        Place place;
        bool failed = false; ///< see error(); the place is to be released
    };

    /// At most \a limit bytes, chunks of at most \a slotBytes, in \a folder (SpillFile's own choice where empty).
    LogSpill(qint64 limit, qsizetype slotBytes, const QString &folder);
    /// Waits for what is being written.
    ~LogSpill();
    Q_DISABLE_COPY_MOVE(LogSpill)

    /// Whether a slot is free.
    bool hasRoom() const;
    /// Begins to write a chunk into a free slot; takeWritten() tells of it by \a ticket.
    void write(int ticket, std::shared_ptr<const LogChunk> chunk);
    /// What has ended since the last call.
    QList<Written> takeWritten();
    /// Until something that is being written has ended.
    void wait();
    /// What lies there is not needed any more. The slot that was released last is used first.
    void release(const Place &place);

    /// For any thread; null where it cannot be read, or was released meanwhile.
    std::shared_ptr<const LogChunk> read(const Place &place) const;
    /// Bytes of the file.
    qint64 size() const;
    /// The system's words of the last failure.
    QString error() const;

private:
    const qint64 m_limit;
    const qsizetype m_slotBytes;
    SpillFile m_file;
    std::vector<int> m_free;
    mutable QMutex m_mutex; // of what the threads share: below
    std::vector<quint32> m_generations; ///< of each slot
    QList<Written> m_written;
    QString m_error;
    QThreadPool m_pool; ///< of one thread; goes first
};

} // namespace Gantry
