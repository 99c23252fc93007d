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

static_assert(quint64(LogBuffer::ChunkBytes) << LogChunk::TagBits <= std::numeric_limits<quint32>::max());

} // namespace

LogBuffer::LogBuffer()
    : LogBuffer(Limits())
{
}

LogBuffer::LogBuffer(const Limits &limits)
    : m_limits(limits)
{
}

void LogBuffer::append(LogStream::Channel channel, QByteArrayView bytes, bool beginsFrame)
{
    const Kind kind = channel == LogStream::Channel::Error ? Kind::Error : Kind::Output;
    OpenLine &open = m_open[int(channel)];
    if (beginsFrame && m_timed && open.untilTimestamp > 0 && !open.text.isEmpty()) {
        open.mayBeOver = true;
        open.untilTimestamp = 0;
    }
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
        addLine(kind, open->time, open->text, taken, End::Cut);
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
    if (open->mayBeOver) {
        addLine(kind, open->time, open->text, {}, End::Missing);
        *open = {};
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
    open->mayBeOver = false;
    while (!begun.isEmpty())
        begun = begun.sliced(takeText(kind, open, begun));
}

void LogBuffer::appendNote(const QString &text, qint64 time, LogLevel::Kind level)
{
    endLines();
    addEnded(Kind::Note, level, time, 0, text.toUtf8().replace('\n', ' '), {});
}

void LogBuffer::appendLine(QByteArrayView text, Kind kind, LogLevel::Kind level, qint64 time, quint16 source, End end)
{
    addEnded(kind, level, time, source, text, {}, end);
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
            addLine(kind, open.time, open.text, {}, End::Missing);
        open = {};
    }
    m_long.clear();
}

void LogBuffer::clearEnded()
{
    m_parts.clear();
    m_recent.clear();
    m_notes.clear();
    m_droppedOthers = 0;
    for (LineNumbers *lines : {&m_errors, &m_warnings, &m_cut, &m_missing, &m_covered})
        lines->clear();
    m_long.clear();
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
    const QByteArrayView bytes = rawLine(line);
    return bytes.endsWith('\r') ? bytes.chopped(1) : bytes;
}

QByteArrayView LogBuffer::rawLine(qint64 line) const
{
    Q_ASSERT(line >= firstLine() && line < endLine());
    if (line >= endedLine())
        return m_open[int(kind(line))].text;
    const Part &part = partOf(line);
    return chunkOf(part).line(line - part.firstLine);
}

LogBuffer::Kind LogBuffer::kind(qint64 line) const
{
    const qint64 end = endedLine();
    if (line >= end)
        return line == end && !m_open[0].text.isEmpty() ? Kind::Output : Kind::Error;
    const Part &part = partOf(line);
    return kindOf(chunkOf(part), line - part.firstLine);
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

LogBuffer::End LogBuffer::end(qint64 line) const
{
    const auto isOf = [line](const LineNumbers &lines) {
        return !lines.empty() && std::binary_search(lines.begin(), lines.end(), line);
    };
    if (line >= endedLine() || isOf(m_missing))
        return End::Missing;
    return isOf(m_cut) ? End::Cut : End::Newline;
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

LogBlock LogBuffer::openBlock() const
{
    auto lines = std::make_shared<LogChunk>();
    for (const auto kind : {Kind::Output, Kind::Error}) {
        const OpenLine &open = m_open[int(kind)];
        if (!open.text.isEmpty())
            lines->append(open.text, {}, quint32(kind), open.time);
    }
    return {endedLine(), lines, 0};
}

void LogBuffer::addLine(Kind kind, qint64 time, QByteArrayView head, QByteArrayView tail, End end)
{
    passBoundary(time);
    LogLevel::Kind level = LogLevel::Kind::None;
    if (!m_long.empty() && longLine(kind, 0) != m_long.end())
        level = LogLevel::Kind::None; // as its beginning said
    else if (head.isEmpty())
        level = LogLevel::of(tail).kind;
    else
        level = LogLevel::of(head.toByteArray() + tail.toByteArray()).kind;
    addEnded(kind, level, time, 0, head, tail, end);
}

void LogBuffer::addEnded(Kind kind, LogLevel::Kind level, qint64 time, quint16 source, QByteArrayView head,
                         QByteArrayView tail, End end)
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
    m_sourceLines[source] += kind == Kind::Note || end == End::Cut ? 0 : 1;
    if (end != End::Newline || !m_long.empty())
        followLongLine(number, kind, source, part.chunk->line(part.lines - 1), end);
}

std::vector<LogBuffer::LongLine>::iterator LogBuffer::longLine(Kind kind, quint16 source)
{
    return std::find_if(m_long.begin(), m_long.end(),
                        [kind, source](const LongLine &each) { return each.kind == kind && each.source == source; });
}

void LogBuffer::followLongLine(qint64 number, Kind kind, quint16 source, QByteArrayView text, End end)
{
    auto known = longLine(kind, source);
    if (known != m_long.end()) {
        const bool coversOthers = !text.isEmpty() && (known->returns || text.chopped(1).contains('\r'));
        const qint64 first = firstLine();
        for (const qint64 piece : known->pieces) {
            // Of two such lines among each other some remain: numbers come in order only.
            if (coversOthers && piece >= first && (m_covered.empty() || piece > m_covered.back()))
                m_covered.push_back(piece);
        }
        if (coversOthers)
            known->pieces.clear();
        else if (end == End::Newline && (text.isEmpty() || text == QByteArrayView("\r")))
            m_covered.push_back(number);
    }
    if (end == End::Missing)
        m_missing.push_back(number);
    if (end == End::Cut) {
        m_cut.push_back(number);
        if (known == m_long.end())
            known = m_long.insert(known, LongLine{source, kind, {}, false});
        known->pieces.push_back(number);
        known->returns = text.endsWith('\r');
    } else if (known != m_long.end()) {
        m_long.erase(known);
    }
}

} // namespace Gantry
