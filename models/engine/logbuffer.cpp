// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/logbuffer.h"

#include <QString>

#include <algorithm>
#include <cstring>

namespace Gantry {

namespace {
constexpr int KindBits = 2;
constexpr quint32 KindMask = (1u << KindBits) - 1;
} // namespace

LogBuffer::LogBuffer(qint64 limit)
    : m_limit(limit)
{
}

void LogBuffer::append(LogStream::Channel channel, QByteArrayView bytes)
{
    const Kind kind = channel == LogStream::Channel::Error ? Kind::Error : Kind::Output;
    QByteArray &open = m_open[int(channel)];
    while (!bytes.isEmpty()) {
        const qsizetype room = LongestLine - open.size();
        const auto *end = static_cast<const char *>(std::memchr(bytes.data(), '\n', size_t(bytes.size())));
        const qsizetype length = end ? end - bytes.data() : bytes.size();
        if (length > room) {
            addLine(kind, open, bytes.first(room));
            open.clear();
            bytes = bytes.sliced(room);
        } else if (end) {
            addLine(kind, open, bytes.first(length));
            open.clear();
            bytes = bytes.sliced(length + 1);
        } else {
            open.append(bytes.data(), length);
            return;
        }
    }
}

void LogBuffer::appendNote(const QString &text)
{
    endLines();
    addLine(Kind::Note, text.toUtf8().replace('\n', ' '), {});
}

void LogBuffer::endLines()
{
    for (const auto channel : {LogStream::Channel::Output, LogStream::Channel::Error}) {
        if (!m_open[int(channel)].isEmpty())
            append(channel, "\n");
    }
}

void LogBuffer::clear()
{
    m_chunks.clear();
    m_notes = 0;
    m_fullChunks = 0;
    for (QByteArray &open : m_open)
        open.clear();
}

qint64 LogBuffer::firstLine() const
{
    return m_chunks.empty() ? 0 : m_chunks.front().firstLine;
}

qint64 LogBuffer::endLine() const
{
    return endOfChunks() + (m_open[0].isEmpty() ? 0 : 1) + (m_open[1].isEmpty() ? 0 : 1);
}

qint64 LogBuffer::size() const
{
    return m_fullChunks + (m_chunks.empty() ? 0 : sizeOf(m_chunks.back())) + m_open[0].size() + m_open[1].size();
}

QByteArrayView LogBuffer::line(qint64 line) const
{
    Q_ASSERT(line >= firstLine() && line < endLine());
    QByteArrayView bytes;
    if (line >= endOfChunks()) {
        bytes = kind(line) == Kind::Output ? m_open[0] : m_open[1];
    } else {
        const Chunk &chunk = chunkOf(line);
        const auto index = size_t(line - chunk.firstLine);
        const quint32 begin = index == 0 ? 0 : chunk.ends[index - 1] >> KindBits;
        const quint32 end = chunk.ends[index] >> KindBits;
        bytes = QByteArrayView(chunk.bytes).sliced(begin, end - begin);
    }
    return bytes.endsWith('\r') ? bytes.chopped(1) : bytes;
}

LogBuffer::Kind LogBuffer::kind(qint64 line) const
{
    const qint64 end = endOfChunks();
    if (line >= end)
        return line == end && !m_open[0].isEmpty() ? Kind::Output : Kind::Error;
    const Chunk &chunk = chunkOf(line);
    return Kind(chunk.ends[size_t(line - chunk.firstLine)] & KindMask);
}

void LogBuffer::addLine(Kind kind, QByteArrayView head, QByteArrayView tail)
{
    const qsizetype length = head.size() + tail.size();
    if (m_chunks.empty() || sizeOf(m_chunks.back()) + length + qsizetype(sizeof(quint32)) > ChunkBytes) {
        const qint64 next = endOfChunks();
        if (!m_chunks.empty())
            m_fullChunks += sizeOf(m_chunks.back());
        m_chunks.push_back({next, 0, {}, {}});
        dropBeyondLimit();
    }
    Chunk &chunk = m_chunks.back();
    chunk.bytes.append(head.data(), head.size());
    chunk.bytes.append(tail.data(), tail.size());
    if (kind == Kind::Note) {
        ++chunk.notes;
        ++m_notes;
    }
    chunk.ends.push_back(quint32(chunk.bytes.size()) << KindBits | quint32(kind));
}

void LogBuffer::dropBeyondLimit()
{
    while (m_chunks.size() > 1 && m_fullChunks + ChunkBytes > m_limit) {
        m_fullChunks -= sizeOf(m_chunks.front());
        m_notes -= m_chunks.front().notes;
        m_chunks.pop_front();
    }
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
    return chunk.bytes.size() + qint64(chunk.ends.size() * sizeof(quint32));
}

} // namespace Gantry
