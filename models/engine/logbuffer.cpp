// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/logbuffer.h"

#include <QString>

#include <algorithm>
#include <cstring>
#include <limits>
#include <utility>

namespace Gantry {

namespace {
constexpr int KindBits = 2;
constexpr quint32 KindMask = (1u << KindBits) - 1;
constexpr int LevelBits = 3;
constexpr quint32 LevelMask = (1u << LevelBits) - 1;
constexpr int EndShift = KindBits + LevelBits;
static_assert(quint64(LogBuffer::ChunkBytes) << EndShift <= std::numeric_limits<quint32>::max());
constexpr qsizetype IndexBytes = sizeof(quint32) + sizeof(qint64); ///< a line
} // namespace

LogBuffer::LogBuffer(qint64 limit)
    : m_limit(limit)
{
}

void LogBuffer::append(LogStream::Channel channel, QByteArrayView bytes)
{
    const Kind kind = channel == LogStream::Channel::Error ? Kind::Error : Kind::Output;
    OpenLine &open = m_open[int(channel)];
    while (!bytes.isEmpty()) {
        if (m_timed && open.untilTimestamp == 0) {
            bytes = bytes.sliced(takeTimestamp(&open, bytes));
            if (open.untilTimestamp == 0)
                return;
        }
        const qsizetype room = LongestLine - open.text.size();
        const qsizetype most = m_timed ? std::min(room, open.untilTimestamp) : room;
        const QByteArrayView piece = bytes.first(std::min(bytes.size(), most + 1));
        const auto *end = static_cast<const char *>(std::memchr(piece.data(), '\n', size_t(piece.size())));
        if (end) {
            const qsizetype length = end - piece.data();
            addLine(kind, open.time, open.text, piece.first(length));
            open = {};
            bytes = bytes.sliced(length + 1);
            continue;
        }
        const QByteArrayView taken = bytes.first(std::min(bytes.size(), most));
        if (taken.size() == room && bytes.size() > room) {
            addLine(kind, open.time, open.text, taken);
            open.text.clear();
        } else {
            open.text.append(taken.data(), taken.size());
        }
        open.untilTimestamp -= m_timed ? taken.size() : 0;
        bytes = bytes.sliced(taken.size());
    }
}

qsizetype LogBuffer::takeTimestamp(OpenLine *open, QByteArrayView bytes)
{
    const qsizetype before = open->timestamp.size();
    open->timestamp.append(bytes.data(), std::min(bytes.size(), LogTimestamp::Longest));
    const int length = m_timestamp.read(open->timestamp);
    if (length == LogTimestamp::Incomplete)
        return bytes.size();
    open->untilTimestamp = EnginePiece;
    if (length == LogTimestamp::None)
        open->text.append(open->timestamp.first(before));
    else if (open->time == 0)
        open->time = m_timestamp.nanoseconds();
    open->timestamp.clear();
    return length == LogTimestamp::None ? 0 : length - before;
}

void LogBuffer::appendNote(const QString &text)
{
    endLines();
    addLine(Kind::Note, 0, text.toUtf8().replace('\n', ' '), {});
}

void LogBuffer::setBoundary(qint64 time, const QString &note)
{
    m_boundary = time;
    m_boundaryNote = note.toUtf8().replace('\n', ' ');
}

void LogBuffer::passBoundary(qint64 time)
{
    if (m_boundary == 0 || time < m_boundary)
        return;
    m_boundary = 0;
    if (!m_chunks.empty())
        addLine(Kind::Note, 0, m_boundaryNote, {});
}

void LogBuffer::endLines()
{
    for (const auto kind : {Kind::Output, Kind::Error}) {
        const OpenLine open = std::exchange(m_open[int(kind)], {});
        if (!open.text.isEmpty() || !open.timestamp.isEmpty())
            addLine(kind, open.time, open.text, open.timestamp);
    }
}

void LogBuffer::clearEnded()
{
    m_chunks.clear();
    m_notes.clear();
    m_errors.clear();
    m_warnings.clear();
    m_fullChunks = 0;
}

void LogBuffer::clear()
{
    clearEnded();
    for (OpenLine &open : m_open)
        open = {};
    m_boundary = 0;
}

qint64 LogBuffer::firstLine() const
{
    return m_chunks.empty() ? 0 : m_chunks.front().firstLine;
}

qint64 LogBuffer::endLine() const
{
    return endOfChunks() + (m_open[0].text.isEmpty() ? 0 : 1) + (m_open[1].text.isEmpty() ? 0 : 1);
}

qint64 LogBuffer::size() const
{
    return m_fullChunks + (m_chunks.empty() ? 0 : sizeOf(m_chunks.back())) + m_open[0].text.size()
        + m_open[1].text.size();
}

QByteArrayView LogBuffer::line(qint64 line) const
{
    Q_ASSERT(line >= firstLine() && line < endLine());
    QByteArrayView bytes;
    if (line >= endOfChunks()) {
        bytes = m_open[int(kind(line))].text;
    } else {
        const Chunk &chunk = chunkOf(line);
        const auto index = size_t(line - chunk.firstLine);
        const quint32 begin = index == 0 ? 0 : chunk.ends[index - 1] >> EndShift;
        const quint32 end = (chunk.ends[index] >> EndShift) - 1;
        bytes = QByteArrayView(chunk.bytes).sliced(begin, end - begin);
    }
    return bytes.endsWith('\r') ? bytes.chopped(1) : bytes;
}

LogBuffer::Kind LogBuffer::kind(qint64 line) const
{
    const qint64 end = endOfChunks();
    if (line >= end)
        return line == end && !m_open[0].text.isEmpty() ? Kind::Output : Kind::Error;
    const Chunk &chunk = chunkOf(line);
    return Kind(chunk.ends[size_t(line - chunk.firstLine)] & KindMask);
}

LogLevel::Kind LogBuffer::level(qint64 line) const
{
    if (line >= endOfChunks())
        return LogLevel::Kind::None;
    const Chunk &chunk = chunkOf(line);
    return LogLevel::Kind(chunk.ends[size_t(line - chunk.firstLine)] >> KindBits & LevelMask);
}

qint64 LogBuffer::time(qint64 line) const
{
    if (line >= endOfChunks())
        return m_open[int(kind(line))].time;
    const Chunk &chunk = chunkOf(line);
    return chunk.times.isEmpty() ? 0 : chunk.times[line - chunk.firstLine];
}

QList<LogBuffer::Block> LogBuffer::blocksFrom(qint64 line, Times times) const
{
    QList<Block> blocks;
    for (const Chunk &chunk : m_chunks) {
        const qint64 end = chunk.firstLine + qint64(chunk.ends.size());
        if (end <= line)
            continue;
        const qint64 first = std::max(line, chunk.firstLine);
        const auto skipped = size_t(first - chunk.firstLine);
        Block block{first, end, skipped == 0 ? chunk.bytes : chunk.bytes.sliced(chunk.ends[skipped - 1] >> EndShift)};
        if (times == Times::With)
            block.times = skipped == 0 ? chunk.times : chunk.times.mid(qsizetype(skipped));
        blocks.append(block);
    }
    return blocks;
}

void LogBuffer::addLine(Kind kind, qint64 time, QByteArrayView head, QByteArrayView tail)
{
    passBoundary(time);
    const qsizetype length = head.size() + tail.size() + 1;
    if (m_chunks.empty() || sizeOf(m_chunks.back()) + length + IndexBytes > ChunkBytes) {
        const qint64 next = endOfChunks();
        if (!m_chunks.empty())
            m_fullChunks += sizeOf(m_chunks.back());
        m_chunks.push_back({next, {}, {}, {}});
        dropBeyondLimit();
    }
    Chunk &chunk = m_chunks.back();
    chunk.bytes.append(head.data(), head.size());
    chunk.bytes.append(tail.data(), tail.size());
    chunk.bytes.append('\n');
    const qint64 number = endOfChunks();
    const QByteArrayView text = QByteArrayView(chunk.bytes).sliced(chunk.bytes.size() - length, length - 1);
    const LogLevel::Kind level = kind == Kind::Note ? LogLevel::Kind::None : LogLevel::of(text).kind;
    if (kind == Kind::Note)
        m_notes.push_back(number);
    else if (level == LogLevel::Kind::Error)
        m_errors.push_back(number);
    else if (level == LogLevel::Kind::Warning)
        m_warnings.push_back(number);
    if (time != 0 && chunk.times.isEmpty())
        chunk.times.fill(0, qsizetype(chunk.ends.size()));
    if (time != 0 || !chunk.times.isEmpty())
        chunk.times.append(time);
    chunk.ends.push_back(quint32(chunk.bytes.size()) << EndShift | quint32(level) << KindBits | quint32(kind));
}

void LogBuffer::dropBeyondLimit()
{
    while (m_chunks.size() > 1 && m_fullChunks + ChunkBytes > m_limit) {
        m_fullChunks -= sizeOf(m_chunks.front());
        m_chunks.pop_front();
    }
    for (std::vector<qint64> *lines : {&m_notes, &m_errors, &m_warnings})
        lines->erase(lines->begin(), std::lower_bound(lines->begin(), lines->end(), firstLine()));
}

qint64 LogBuffer::endOfChunks() const
{
    return m_chunks.empty() ? 0 : m_chunks.back().firstLine + qint64(m_chunks.back().ends.size());
}

const LogBuffer::Chunk &LogBuffer::chunkOf(qint64 line) const
{
    const auto next = std::upper_bound(m_chunks.begin(), m_chunks.end(), line,
                                       [](qint64 wanted, const Chunk &chunk) { return wanted < chunk.firstLine; });
    return *std::prev(next);
}

qint64 LogBuffer::sizeOf(const Chunk &chunk)
{
    return chunk.bytes.size() + qint64(chunk.ends.size() * sizeof(quint32))
        + chunk.times.size() * qint64(sizeof(qint64));
}

} // namespace Gantry
