// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/enginestream.h"
#include "engine/loglevel.h"
#include "engine/logtimestamp.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <deque>
#include <vector>

namespace Gantry {

/// The lines of one log as bytes and a line index, in chunks; nothing is decoded before it is shown. Lines are counted
/// from the first one that was ever appended, so a line keeps its number when older ones are dropped. The times that
/// the engine puts before lines are kept as numbers.
class LogBuffer
{
public:
    enum class Kind : quint8 { Output, Error, Note };

    /// Text and index together stay below \a limit bytes: beyond it the oldest chunk is dropped.
    explicit LogBuffer(qint64 limit = DefaultLimit);

    /// Whether what comes was asked for with timestamps.
    void setTimed(bool timed) { m_timed = timed; }

    /// Bytes as they came from the engine; lines may be cut anywhere. A line that has not ended yet is the channel's
    /// open line and comes after all others until its end arrives. "\r\n" ends a line like "\n".
    void append(LogStream::Channel channel, QByteArrayView bytes);
    /// A line of our own, for instance "container exited with code 1". Ends the open lines.
    void appendNote(const QString &text);
    /// A line of our own before the first line of \a time (nanoseconds since 1970) or later, if others came before it; 0 for
    /// none.
    void setBoundary(qint64 time, const QString &note);
    /// Ends the open lines: the stream is over.
    void endLines();
    void clear();
    /// Forgets the lines that have ended; the open ones stay, and what comes continues them.
    void clearEnded();

    /// Number of the first line that is still kept; the lines before it were dropped.
    qint64 firstLine() const;
    /// Number after the last line, open ones included.
    qint64 endLine() const;
    /// Notes among the lines that are kept.
    qint64 notes() const { return qint64(m_notes.size()); }
    /// Their numbers, in order.
    const std::vector<qint64> &noteLines() const { return m_notes; }
    bool isEmpty() const { return firstLine() == endLine(); }
    /// Bytes held, index included.
    qint64 size() const;

    /// The raw bytes of a line without its end; UTF-8 by custom, but any bytes can come. Valid until the next change.
    /// \a line lies in [firstLine(), endLine()).
    QByteArrayView line(qint64 line) const;
    Kind kind(qint64 line) const;
    /// How serious the line calls itself; of one that has not ended yet, None.
    LogLevel::Kind level(qint64 line) const;
    /// The lines that call themselves errors, and warnings, among those that are kept and have ended, in order.
    const std::vector<qint64> &errorLines() const { return m_errors; }
    const std::vector<qint64> &warningLines() const { return m_warnings; }
    /// When the engine got the line, in nanoseconds since 1970; 0 where it was not told.
    qint64 time(qint64 line) const;

    /// Neighbouring lines that have ended, each with "\n" at its end, as they are held: sharing them costs little.
    struct Block
    {
        qint64 firstLine = 0;
        qint64 endLine = 0; ///< the number after the last one
        QByteArray lines;
        QList<qint64> times{}; ///< as by time(), of each line; empty unless asked for, and where none is known
    };
    enum class Times { Without, With };
    /// What has ended of the lines from \a line on. Valid also when the buffer has changed.
    QList<Block> blocksFrom(qint64 line, Times times = Times::Without) const;

    static constexpr qint64 DefaultLimit = 256LL * 1024 * 1024;
    static constexpr qsizetype ChunkBytes = 4 * 1024 * 1024;
    /// A longer line is cut in pieces, so that one endless line cannot freeze its reader.
    static constexpr qsizetype LongestLine = 64 * 1024;
    /// The engine cuts longer lines, and puts the time before each piece.
    static constexpr qsizetype EnginePiece = 16 * 1024;

private:
    struct Chunk
    {
        qint64 firstLine = 0;
        QByteArray bytes;
        std::vector<quint32> ends; ///< after the "\n" of each line, shifted for its kind and level
        QList<qint64> times; ///< of each line; empty as long as none is known
    };
    /// A line that has not ended yet.
    struct OpenLine
    {
        QByteArray text;
        QByteArray timestamp; ///< as much of it as has come
        qint64 time = 0;
        qsizetype untilTimestamp = 0; ///< bytes of text before the next one
    };

    /// Takes a timestamp, or the part of it that has come; answers how many of \a bytes are no text.
    qsizetype takeTimestamp(OpenLine *open, QByteArrayView bytes);
    void passBoundary(qint64 time);
    void addLine(Kind kind, qint64 time, QByteArrayView head, QByteArrayView tail);
    void dropBeyondLimit();
    qint64 endOfChunks() const;
    const Chunk &chunkOf(qint64 line) const;
    static qint64 sizeOf(const Chunk &chunk);

    qint64 m_limit;
    std::vector<qint64> m_notes;
    std::vector<qint64> m_errors;
    std::vector<qint64> m_warnings;
    qint64 m_fullChunks = 0; ///< bytes of all chunks but the last
    std::deque<Chunk> m_chunks;
    bool m_timed = false;
    qint64 m_boundary = 0; ///< 0 when it was passed, or there is none
    QByteArray m_boundaryNote;
    LogTimestamp m_timestamp;
    OpenLine m_open[2]; ///< by channel
};

} // namespace Gantry
