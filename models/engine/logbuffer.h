// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/enginestream.h"

#include <QByteArray>
#include <QByteArrayView>

#include <deque>
#include <vector>

namespace Gantry {

/// The lines of one log as bytes and a line index, in chunks; nothing is decoded before it is shown. Lines are counted
/// from the first one that was ever appended, so a line keeps its number when older ones are dropped.
class LogBuffer
{
public:
    enum class Kind : quint8 { Output, Error, Note };

    /// Text and index together stay below \a limit bytes: beyond it the oldest chunk is dropped.
    explicit LogBuffer(qint64 limit = DefaultLimit);

    /// Bytes as they came from the engine; lines may be cut anywhere. A line that has not ended yet is the channel's
    /// open line and comes after all others until its end arrives. "\r\n" ends a line like "\n".
    void append(LogStream::Channel channel, QByteArrayView bytes);
    /// A line of our own, for instance "container exited with code 1". Ends the open lines.
    void appendNote(const QString &text);
    /// Ends the open lines: the stream is over.
    void endLines();
    void clear();

    /// Number of the first line that is still kept; the lines before it were dropped.
    qint64 firstLine() const;
    /// Number after the last line, open ones included.
    qint64 endLine() const;
    /// Notes among the lines that are kept.
    qint64 notes() const { return m_notes; }
    bool isEmpty() const { return firstLine() == endLine(); }
    /// Bytes held, index included.
    qint64 size() const;

    /// The raw bytes of a line without its end; UTF-8 by custom, but any bytes can come. Valid until the next change.
    /// \a line lies in [firstLine(), endLine()).
    QByteArrayView line(qint64 line) const;
    Kind kind(qint64 line) const;

    static constexpr qint64 DefaultLimit = 256LL * 1024 * 1024;
    static constexpr qsizetype ChunkBytes = 4 * 1024 * 1024;
    /// A longer line is cut in pieces, so that one endless line cannot freeze its reader.
    static constexpr qsizetype LongestLine = 64 * 1024;

private:
    struct Chunk
    {
        qint64 firstLine = 0;
        qint64 notes = 0;
        QByteArray bytes;
        std::vector<quint32> ends; ///< end of each line in bytes, shifted by two bits for its kind
    };

    void addLine(Kind kind, QByteArrayView head, QByteArrayView tail);
    void dropBeyondLimit();
    qint64 endOfChunks() const;
    const Chunk &chunkOf(qint64 line) const;
    static qint64 sizeOf(const Chunk &chunk);

    qint64 m_limit;
    qint64 m_notes = 0;
    qint64 m_fullChunks = 0; ///< bytes of all chunks but the last
    std::deque<Chunk> m_chunks;
    QByteArray m_open[2]; ///< by channel
};

} // namespace Gantry
