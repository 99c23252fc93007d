// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/enginestream.h"
#include "engine/linenumbers.h"
#include "engine/logblock.h"
#include "engine/loglevel.h"
#include "engine/logtimestamp.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <deque>
#include <memory>
#include <vector>

namespace Gantry {

/// The lines of one log as bytes and a line index, in chunks; nothing is decoded before it is shown. Lines are counted
/// from the first one that was ever appended, so a line keeps its number when older ones are dropped. The times that
/// the engine puts before lines are kept as numbers. Older chunks go to an unlinked temporary file.
class LogBuffer
{
public:
    enum class Kind : quint8 { Output, Error, Note };
    /// What follows the bytes of a line.
    enum class End : quint8 {
        Newline,
        Cut, ///< its rest, as the next line of the same source and kind: it is too long for one
        Missing, ///< nothing: the stream was over
    };

    struct Limits
    {
        /// Of text, index and numbers of errors and warnings in memory: beyond it the oldest chunks go to the file, and
        /// where these numbers leave no room, also of lines in the file, the oldest chunks are dropped.
        qint64 memory = DefaultMemory;
        /// Of the file; beyond it, and where it cannot be written, the oldest chunk is dropped.
        qint64 disk = DefaultDisk;
        QString folder{}; ///< of the file; SpillFile's own choice where empty
    };

    LogBuffer();
    explicit LogBuffer(const Limits &limits);
    LogBuffer(LogBuffer &&) = default;
    LogBuffer &operator=(LogBuffer &&) = default;

    /// Whether what comes was asked for with timestamps.
    void setTimed(bool timed) { m_timed = timed; }

    /// Bytes as they came from the engine; lines may be cut anywhere. A line that has not ended yet is the channel's
    /// open line and comes after all others until its end arrives. "\r\n" ends a line like "\n". Where a time stands at
    /// the beginning of a frame, the line before it was the last one of a life, and has no end.
    void append(LogStream::Channel channel, QByteArrayView bytes, bool beginsFrame = false);
    /// A line of our own, for instance "container exited with code 1", of that time. Ends the open lines. It is none of
    /// errorLines(), however serious.
    void appendNote(const QString &text, qint64 time = 0, LogLevel::Kind level = LogLevel::Kind::None);
    /// A whole line that another buffer has, with what that knows of it, of a \a source among several. Not for a
    /// buffer that has open lines.
    void appendLine(QByteArrayView text, Kind kind, LogLevel::Kind level, qint64 time, quint16 source,
                    End end = End::Newline);
    /// A line of our own before the first line of \a time (nanoseconds since 1970) or later, if others came before it;
    /// 0 for none.
    void setBoundary(qint64 time, const QString &note);
    /// Ends the open lines: the stream is over.
    void endLines();
    void clear();
    /// Forgets the lines that have ended; the open ones stay, and what comes continues them.
    void clearEnded();
    /// Forgets lines before \a line, as far as that gives memory back; the others keep their numbers.
    void dropBefore(qint64 line);

    /// Number of the first line that is still kept; the lines before it were dropped.
    qint64 firstLine() const;
    /// Number after the last line, open ones included.
    qint64 endLine() const;
    /// Number after the last line that has ended.
    qint64 endedLine() const;
    /// How many lines of containers are kept: without our own notes, and one that was cut counts once.
    qint64 lines() const { return endLine() - firstLine() - notes() - qint64(m_cut.size()); }
    /// The same of those that were dropped.
    qint64 droppedLines() const { return firstLine() - m_droppedOthers; }
    /// Notes among the lines that are kept.
    qint64 notes() const { return qint64(m_notes.size()); }
    /// Their numbers, in order.
    const std::vector<qint64> &noteLines() const { return m_notes; }
    /// What nobody is to see of lines that were cut: what their rest was written over, as progress bars do it with a
    /// carriage return, and an empty rest. In order.
    const LineNumbers &coveredLines() const { return m_covered; }
    bool isEmpty() const { return firstLine() == endLine(); }
    /// Bytes held in memory, index included.
    qint64 size() const;
    /// Bytes of the lines that lie in the file.
    qint64 spilled() const { return m_spilled; }
    /// Whether more has come than the disk has taken yet: who appends had better wait.
    bool isBehind();
    /// Why older lines cannot be kept, in the system's words; empty when all is well.
    const QString &problem() const { return m_problem; }

    /// The raw bytes of a line without its end; UTF-8 by custom, but any bytes can come. Valid until another line is
    /// asked for, or the next change. \a line lies in [firstLine(), endLine()).
    QByteArrayView line(qint64 line) const;
    /// With the carriage return that may stand before its end.
    QByteArrayView rawLine(qint64 line) const;
    Kind kind(qint64 line) const;
    /// How serious the line calls itself; of one that has not ended yet, None.
    LogLevel::Kind level(qint64 line) const;
    /// The lines that call themselves errors, and warnings, among those that are kept and have ended, in order.
    const LineNumbers &errorLines() const { return m_errors; }
    const LineNumbers &warningLines() const { return m_warnings; }
    /// When the engine got the line, in nanoseconds since 1970; 0 where it was not told.
    qint64 time(qint64 line) const;
    /// As appendLine() was told; 0 for all others.
    quint16 source(qint64 line) const;
    /// The sources of lines that have ended, from \a line on, at most \a most of them.
    std::vector<quint16> sources(qint64 line, qsizetype most) const;
    End end(qint64 line) const;
    /// Those whose end() is Cut, and Missing, and that are kept and no open ones, in order.
    const LineNumbers &cutLines() const { return m_cut; }
    const LineNumbers &endlessLines() const { return m_missing; }
    /// How many of lines() that have ended are of a source.
    qint64 linesOf(quint16 source) const;

    /// What has ended of the lines from \a line on, as it is held: sharing it costs little.
    QList<LogBlock> blocksFrom(qint64 line) const;
    /// The lines that have not ended, as they are now.
    LogBlock openBlock() const;
    /// Of a line in a block of a buffer.
    static Kind kindOf(const LogChunk &chunk, qsizetype line) { return Kind(chunk.tag(line) & KindMask); }

    static constexpr qint64 DefaultMemory = 192LL * 1024 * 1024;
    static constexpr qint64 DefaultDisk = 4LL * 1024 * 1024 * 1024;
    static constexpr qsizetype ChunkBytes = 1024 * 1024;
    /// A longer line is cut in pieces, each a line with a number, so that one endless line cannot freeze its reader.
    static constexpr qsizetype LongestLine = 64 * 1024;
    /// The engine cuts longer lines, and puts the time before each piece.
    static constexpr qsizetype EnginePiece = 16 * 1024;

private:
    struct Part
    {
        qint64 firstLine = 0;
        qsizetype lines = 0;
        std::shared_ptr<LogChunk> chunk; ///< null: in the file
        std::vector<quint16> sources; ///< of each line; empty as long as all are 0
        int ticket = 0; ///< of the chunk that is being written, or has been
        bool isBeingWritten = false;
        LogSpill::Place place;
        qint64 listed = 0; ///< bytes of the numbers of its errors and warnings
    };
    /// A line of which pieces have come, and not yet the last one.
    struct LongLine
    {
        quint16 source = 0;
        Kind kind = Kind::Output;
        std::vector<qint64> pieces; ///< those that nothing was written over
        bool returns = false; ///< a carriage return stands at the end of the last one
    };
    static constexpr int KindBits = 2;
    static constexpr quint32 KindMask = (1U << KindBits) - 1;

    /// A line that has not ended yet.
    struct OpenLine
    {
        QByteArray text;
        QByteArray timestamp; ///< as much of it as has come
        qint64 time = 0;
        qsizetype untilTimestamp = 0; ///< bytes of text before the next one
        bool mayBeOver = false; ///< when a timestamp follows
    };

    /// Takes a timestamp, or the part of it that has come; answers how many of \a bytes are no text.
    qsizetype takeTimestamp(Kind kind, OpenLine *open, QByteArrayView bytes);
    /// What was taken for the beginning of a timestamp is text.
    void takeBegun(Kind kind, OpenLine *open, QByteArrayView begun);
    /// Takes text up to the line's end, or where it is cut; answers how many of \a bytes.
    qsizetype takeText(Kind kind, OpenLine *open, QByteArrayView bytes);
    void passBoundary(qint64 time);
    void addLine(Kind kind, qint64 time, QByteArrayView head, QByteArrayView tail, End end = End::Newline);
    void addEnded(Kind kind, LogLevel::Kind level, qint64 time, quint16 source, QByteArrayView head,
                  QByteArrayView tail, End end = End::Newline);
    std::vector<LongLine>::iterator longLine(Kind kind, quint16 source);
    /// The line that was added last is a piece of a long one, or has no end.
    void followLongLine(qint64 number, Kind kind, quint16 source, QByteArrayView text, End end);
    void uncount(const Part &part);
    void beginPart();
    void keepWithinLimits();
    bool spillOldest();
    void takeWritten();
    void dropFront();
    void forgetDropped();
    const Part &partOf(qint64 line) const;
    const LogChunk &chunkOf(const Part &part) const;
    static qint64 sizeOf(const Part &part);

    Limits m_limits;
    std::vector<qint64> m_notes;
    LineNumbers m_errors;
    LineNumbers m_warnings;
    LineNumbers m_cut;
    LineNumbers m_missing; ///< those whose end is missing
    LineNumbers m_covered;
    std::vector<LongLine> m_long; ///< of each source and kind one at most; hardly ever any
    qint64 m_droppedOthers = 0; ///< notes and pieces that were dropped
    std::vector<qint64> m_sourceLines; ///< by source
    qint64 m_closed = 0; ///< bytes in memory of all parts but the last
    qint64 m_listed = 0; ///< of all parts, those in the file, too
    qint64 m_writing = 0; ///< of them those that are being written
    qint64 m_spilled = 0;
    std::deque<Part> m_parts;
    size_t m_unwritten = 0; ///< index of the first part that is neither written nor being written
    std::shared_ptr<LogSpill> m_spill;
    int m_lastTicket = 0;
    bool m_cannotSpill = false; ///< the limit forbids it, or the last try has failed
    QString m_problem;
    struct Recent
    {
        qint64 firstLine = 0;
        std::shared_ptr<const LogChunk> chunk;
    };
    mutable QList<Recent> m_recent; ///< read back from the file
    bool m_timed = false;
    qint64 m_boundary = 0; ///< 0 when it was passed, or there is none
    QByteArray m_boundaryNote;
    LogTimestamp m_timestamp;
    OpenLine m_open[2]; ///< by channel
};

} // namespace Gantry
