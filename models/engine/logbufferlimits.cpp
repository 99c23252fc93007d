// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How LogBuffer stays within its limits.
#include "engine/logbuffer.h"

#include <algorithm>

namespace Gantry {

namespace {

/// Room in the memory for what is being written to the file meanwhile.
constexpr qint64 MostWriting = 32LL * 1024 * 1024;
/// A slot holds a chunk and the head of its image.
constexpr qsizetype SlotBytes = LogBuffer::ChunkBytes + 4096;
constexpr qsizetype MostRecent = 4;

} // namespace

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
    uncount(part);
    m_parts.pop_front();
    m_unwritten -= m_unwritten > 0 ? 1 : 0;
}

void LogBuffer::uncount(const Part &part)
{
    if (part.lines == 0)
        return;
    if (part.sources.empty())
        m_sourceLines[0] -= part.lines;
    for (const quint16 source : part.sources)
        --m_sourceLines[source];
    const auto countBack = [this, &part](const auto &lines) {
        const auto begin = std::lower_bound(lines.begin(), lines.end(), part.firstLine);
        const auto end = std::lower_bound(begin, lines.end(), part.firstLine + part.lines);
        for (auto line = begin; line != end; ++line)
            ++m_sourceLines[part.sources.empty() ? 0 : part.sources[size_t(*line - part.firstLine)]];
        m_droppedOthers += end - begin;
    };
    countBack(m_notes);
    countBack(m_cut);
}

void LogBuffer::forgetDropped()
{
    const qint64 first = firstLine();
    m_notes.erase(m_notes.begin(), std::lower_bound(m_notes.begin(), m_notes.end(), first));
    for (LineNumbers *lines : {&m_errors, &m_warnings, &m_cut, &m_missing, &m_covered})
        lines->eraseBefore(first);
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
