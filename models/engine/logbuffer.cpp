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
static_assert(quint64(LogBuffer::ChunkBytes) << LogChunk::TagBits <= std::numeric_limits<quint32>::max());
/// Room in the memory for what is being written to the file meanwhile.
constexpr qint64 MostWriting = 32LL * 1024 * 1024;
/// A slot holds a chunk and the head of its image.
constexpr qsizetype SlotBytes = LogBuffer::ChunkBytes + 4096;
constexpr qsizetype MostRecent = 4;

} // namespace

LogBuffer::LogBuffer()
    : LogBuffer(Limits())
{
}

LogBuffer::LogBuffer(const Limits &limits)
    : m_limits(limits)
{
}

void LogBuffer::append(LogStream::Channel channel, QByteArrayView bytes)
{
    const Kind kind = channel == LogStream::Channel::Error ? Kind::Error : Kind::Output;
    OpenLine &open = m_open[int(channel)];
    while (!bytes.isEmpty()) {
        if (m_timed && open.untilTimestamp == 0) {
            bytes = bytes.sliced(takeTimestamp(kind, &open, bytes));
            if (open.untilTimestamp == 0)
                return;
        }
        bytes = bytes.sliced(takeText(kind, &open, bytes));
    }
}

qsizetype LogBuffer::takeText(Kind kind, OpenLine *open, QByteArrayView bytes)
{
    const qsizetype room = LongestLine - open->text.size();
    const qsizetype most = m_timed ? std::min(room, open->untilTimestamp) : room;
    const QByteArrayView piece = bytes.first(std::min(bytes.size(), most + 1));
    const auto *end = static_cast<const char *>(std::memchr(piece.data(), '\n', size_t(piece.size())));
    if (end) {
        const qsizetype length = end - piece.data();
        addLine(kind, open->time, open->text, piece.first(length));
        *open = {};
        return length + 1;
    }
    const QByteArrayView taken = bytes.first(std::min(bytes.size(), most));
    if (taken.size() == room && bytes.size() > room) {
        addLine(kind, open->time, open->text, taken);
        open->text.clear();
    } else {
        open->text.append(taken.data(), taken.size());
    }
    open->untilTimestamp -= m_timed ? taken.size() : 0;
    return taken.size();
}

qsizetype LogBuffer::takeTimestamp(Kind kind, OpenLine *open, QByteArrayView bytes)
{
    const qsizetype before = open->timestamp.size();
    open->timestamp.append(bytes.data(), std::min(bytes.size(), LogTimestamp::Longest));
    const int length = m_timestamp.read(open->timestamp);
    if (length == LogTimestamp::Incomplete)
        return bytes.size();
    if (length == LogTimestamp::None) {
        takeBegun(kind, open, std::exchange(open->timestamp, {}).first(before));
        return 0;
    }
    open->timestamp.clear();
    open->untilTimestamp = EnginePiece;
    if (open->time == 0)
        open->time = m_timestamp.nanoseconds();
    return length - before;
}

void LogBuffer::takeBegun(Kind kind, OpenLine *open, QByteArrayView begun)
{
    open->untilTimestamp = EnginePiece;
    while (!begun.isEmpty())
        begun = begun.sliced(takeText(kind, open, begun));
}

void LogBuffer::appendNote(const QString &text, qint64 time, LogLevel::Kind level)
{
    endLines();
    addEnded(Kind::Note, level, time, 0, text.toUtf8().replace('\n', ' '), {});
}

void LogBuffer::appendLine(QByteArrayView text, Kind kind, LogLevel::Kind level, qint64 time, quint16 source)
{
    addEnded(kind, level, time, source, text, {});
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
    if (!m_parts.empty())
        addEnded(Kind::Note, LogLevel::Kind::None, time, 0, m_boundaryNote, {});
}

void LogBuffer::endLines()
{
    for (const auto kind : {Kind::Output, Kind::Error}) {
        OpenLine &open = m_open[int(kind)];
        takeBegun(kind, &open, std::exchange(open.timestamp, {}));
        if (!open.text.isEmpty())
            addLine(kind, open.time, open.text, {});
        open = {};
    }
}

void LogBuffer::clearEnded()
{
    m_parts.clear();
    m_recent.clear();
    m_notes.clear();
    m_errors.clear();
    m_warnings.clear();
    m_sourceLines.clear();
    m_closed = m_listed = m_writing = m_spilled = 0;
    m_unwritten = 0;
    m_spill.reset();
    m_problem.clear();
}

void LogBuffer::clear()
{
    clearEnded();
    for (OpenLine &open : m_open)
        open = {};
    m_boundary = 0;
}

void LogBuffer::dropBefore(qint64 line)
{
    if (m_parts.empty())
        return;
    if (line == endedLine() && m_parts.back().lines > 0) {
        m_closed += sizeOf(m_parts.back());
        m_parts.push_back({line, 0, std::make_shared<LogChunk>(), {}, 0, false, {}, 0});
    }
    while (m_parts.size() > 1 && m_parts[1].firstLine <= line)
        dropFront();
    forgetDropped();
}

qint64 LogBuffer::firstLine() const
{
    return m_parts.empty() ? 0 : m_parts.front().firstLine;
}

qint64 LogBuffer::endLine() const
{
    return endedLine() + (m_open[0].text.isEmpty() ? 0 : 1) + (m_open[1].text.isEmpty() ? 0 : 1);
}

qint64 LogBuffer::endedLine() const
{
    return m_parts.empty() ? 0 : m_parts.back().firstLine + m_parts.back().lines;
}

qint64 LogBuffer::size() const
{
    return m_closed + m_listed + (m_parts.empty() ? 0 : sizeOf(m_parts.back())) + m_open[0].text.size()
        + m_open[1].text.size();
}

QByteArrayView LogBuffer::line(qint64 line) const
{
    Q_ASSERT(line >= firstLine() && line < endLine());
    QByteArrayView bytes;
    if (line >= endedLine()) {
        bytes = m_open[int(kind(line))].text;
    } else {
        const Part &part = partOf(line);
        bytes = chunkOf(part).line(line - part.firstLine);
    }
    return bytes.endsWith('\r') ? bytes.chopped(1) : bytes;
}

LogBuffer::Kind LogBuffer::kind(qint64 line) const
{
    const qint64 end = endedLine();
    if (line >= end)
        return line == end && !m_open[0].text.isEmpty() ? Kind::Output : Kind::Error;
    const Part &part = partOf(line);
    return Kind(chunkOf(part).tag(line - part.firstLine) & KindMask);
}

LogLevel::Kind LogBuffer::level(qint64 line) const
{
    if (line >= endedLine())
        return LogLevel::Kind::None;
    const Part &part = partOf(line);
    return LogLevel::Kind(chunkOf(part).tag(line - part.firstLine) >> KindBits);
}

qint64 LogBuffer::time(qint64 line) const
{
    if (line >= endedLine())
        return m_open[int(kind(line))].time;
    const Part &part = partOf(line);
    return chunkOf(part).time(line - part.firstLine);
}

quint16 LogBuffer::source(qint64 line) const
{
    if (line >= endedLine())
        return 0;
    const Part &part = partOf(line);
    return part.sources.empty() ? quint16(0) : part.sources[size_t(line - part.firstLine)];
}

std::vector<quint16> LogBuffer::sources(qint64 line, qsizetype most) const
{
    std::vector<quint16> all;
    const qint64 end = std::min(line + most, endedLine());
    while (line < end) {
        const Part &part = partOf(line);
        const qint64 partEnd = std::min(end, part.firstLine + part.lines);
        if (part.sources.empty()) {
            all.resize(all.size() + size_t(partEnd - line));
        } else {
            const auto begin = part.sources.begin() - part.firstLine;
            all.insert(all.end(), begin + line, begin + partEnd);
        }
        line = partEnd;
    }
    return all;
}

qint64 LogBuffer::linesOf(quint16 source) const
{
    return source < m_sourceLines.size() ? m_sourceLines[source] : 0;
}

QList<LogBlock> LogBuffer::blocksFrom(qint64 line) const
{
    QList<LogBlock> blocks;
    for (const Part &part : m_parts) {
        const qint64 end = part.firstLine + part.lines;
        if (end <= line || part.lines == 0)
            continue;
        const qint64 first = std::max(line, part.firstLine);
        const auto skipped = qsizetype(first - part.firstLine);
        if (!part.chunk)
            blocks.append(LogBlock(first, m_spill, part.place, part.lines, skipped));
        else if (&part == &m_parts.back()) // it grows
            blocks.append(LogBlock(first, std::make_shared<LogChunk>(*part.chunk), skipped));
        else
            blocks.append(LogBlock(first, part.chunk, skipped));
    }
    return blocks;
}

void LogBuffer::addLine(Kind kind, qint64 time, QByteArrayView head, QByteArrayView tail)
{
    passBoundary(time);
    LogLevel::Kind level = LogLevel::Kind::None;
    if (head.isEmpty())
        level = LogLevel::of(tail).kind;
    else
        level = LogLevel::of(head.toByteArray() + tail.toByteArray()).kind;
    addEnded(kind, level, time, 0, head, tail);
}

void LogBuffer::addEnded(Kind kind, LogLevel::Kind level, qint64 time, quint16 source, QByteArrayView head,
                         QByteArrayView tail)
{
    const qsizetype length = head.size() + tail.size() + 1;
    if (m_parts.empty() || sizeOf(m_parts.back()) + m_parts.back().listed + length + LogChunk::IndexBytes > ChunkBytes)
        beginPart();
    Part &part = m_parts.back();
    const qint64 number = part.firstLine + part.lines;
    const auto list = [&](LineNumbers *lines) {
        const qint64 before = lines->bytes();
        lines->push_back(number);
        part.listed += lines->bytes() - before;
        m_listed += lines->bytes() - before;
    };
    if (kind == Kind::Note)
        m_notes.push_back(number);
    else if (level == LogLevel::Kind::Error)
        list(&m_errors);
    else if (level == LogLevel::Kind::Warning)
        list(&m_warnings);
    part.chunk->append(head, tail, quint32(level) << KindBits | quint32(kind), time);
    if (source != 0 && part.sources.empty())
        part.sources.resize(size_t(part.lines));
    if (source != 0 || !part.sources.empty())
        part.sources.push_back(source);
    ++part.lines;
    if (m_sourceLines.size() <= source)
        m_sourceLines.resize(source + 1U);
    ++m_sourceLines[source];
}

void LogBuffer::beginPart()
{
    const qint64 next = endedLine();
    if (!m_parts.empty()) {
        m_parts.back().chunk->squeeze();
        m_closed += sizeOf(m_parts.back());
    }
    m_parts.push_back({next, 0, std::make_shared<LogChunk>(), {}, 0, false, {}, 0});
    keepWithinLimits();
    forgetDropped();
}

bool LogBuffer::isBehind()
{
    if (m_writing == 0)
        return false;
    takeWritten();
    return m_writing > MostWriting / 2;
}

void LogBuffer::keepWithinLimits()
{
    m_cannotSpill = m_limits.disk < SlotBytes;
    if (m_spill)
        takeWritten();
    const qint64 room = m_cannotSpill ? 0 : std::min(m_limits.memory / 4, MostWriting);
    while (m_closed + m_listed - m_writing + ChunkBytes > m_limits.memory - room && spillOldest()) { }
    // A disk that is slower than what comes is waited for: there is no other place.
    while (m_parts.size() > 1 && m_closed + m_listed + ChunkBytes > m_limits.memory) {
        if (m_writing > 0) {
            m_spill->wait();
            takeWritten();
        } else if (!spillOldest()) {
            dropFront();
        }
    }
}

bool LogBuffer::spillOldest()
{
    while (m_unwritten < m_parts.size() && (m_parts[m_unwritten].isBeingWritten || !m_parts[m_unwritten].chunk))
        ++m_unwritten;
    if (m_cannotSpill || m_unwritten + 1 >= m_parts.size())
        return false;
    if (!m_spill)
        m_spill = std::make_shared<LogSpill>(m_limits.disk, SlotBytes, m_limits.folder);
    if (!m_spill->hasRoom()) {
        if (m_parts.front().chunk)
            return false;
        dropFront();
    }
    Part &part = m_parts[m_unwritten++];
    part.ticket = ++m_lastTicket;
    part.isBeingWritten = true;
    m_writing += part.chunk->size();
    m_spill->write(part.ticket, part.chunk);
    return true;
}

void LogBuffer::takeWritten()
{
    const QList<LogSpill::Written> all = m_spill->takeWritten();
    for (const LogSpill::Written &written : all) {
        const auto part = std::find_if(m_parts.begin(), m_parts.end(), [&written](const Part &each) {
            return each.isBeingWritten && each.ticket == written.ticket;
        });
        const bool isKept = part != m_parts.end();
        if (!isKept || written.failed)
            m_spill->release(written.place);
        if (!isKept)
            continue;
        part->isBeingWritten = false;
        m_writing -= part->chunk->size();
        if (!written.failed) {
            m_closed -= part->chunk->size();
            m_spilled += written.place.size;
            part->place = written.place;
            part->chunk.reset();
            continue;
        }
        m_problem = m_spill->error();
        m_unwritten = std::min(m_unwritten, size_t(part - m_parts.begin()));
        m_cannotSpill |= bool(m_parts.front().chunk);
        if (!m_cannotSpill) {
            dropFront(); // where it lay there is room for this one
            spillOldest();
        }
    }
}

void LogBuffer::dropFront()
{
    const Part &part = m_parts.front();
    m_listed -= part.listed;
    if (!part.chunk) {
        m_spill->release(part.place);
        m_spilled -= part.place.size;
        m_closed -= qint64(part.sources.size() * sizeof(quint16));
    } else if (m_parts.size() > 1) {
        m_closed -= sizeOf(part);
        m_writing -= part.isBeingWritten ? part.chunk->size() : 0;
    }
    if (part.sources.empty() && part.lines > 0)
        m_sourceLines[0] -= part.lines;
    for (const quint16 source : part.sources)
        --m_sourceLines[source];
    m_parts.pop_front();
    m_unwritten -= m_unwritten > 0 ? 1 : 0;
}

void LogBuffer::forgetDropped()
{
    const qint64 first = firstLine();
    m_notes.erase(m_notes.begin(), std::lower_bound(m_notes.begin(), m_notes.end(), first));
    m_errors.eraseBefore(first);
    m_warnings.eraseBefore(first);
    m_recent.removeIf([first](const Recent &recent) { return recent.firstLine < first; });
}

const LogBuffer::Part &LogBuffer::partOf(qint64 line) const
{
    const auto next = std::upper_bound(m_parts.begin(), m_parts.end(), line,
                                       [](qint64 wanted, const Part &part) { return wanted < part.firstLine; });
    return *std::prev(next);
}

const LogChunk &LogBuffer::chunkOf(const Part &part) const
{
    if (part.chunk)
        return *part.chunk;
    const auto known = std::find_if(m_recent.begin(), m_recent.end(),
                                    [&part](const Recent &each) { return each.firstLine == part.firstLine; });
    if (known != m_recent.end()) {
        if (known != m_recent.begin())
            std::rotate(m_recent.begin(), known, known + 1);
        return *m_recent.first().chunk;
    }
    std::shared_ptr<const LogChunk> chunk = m_spill->read(part.place);
    if (!chunk || chunk->lines() != part.lines)
        chunk = LogChunk::emptyLines(part.lines);
    m_recent.prepend({part.firstLine, chunk});
    if (m_recent.size() > MostRecent)
        m_recent.removeLast();
    return *chunk;
}

qint64 LogBuffer::sizeOf(const Part &part)
{
    return part.chunk->size() + qint64(part.sources.size() * sizeof(quint16));
}

} // namespace Gantry
