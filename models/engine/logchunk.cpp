// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/logchunk.h"

#include <algorithm>
#include <cstring>

namespace Gantry {

namespace {

/// How an image begins.
struct ImageHead
{
    qint64 bytes = 0;
    qint64 lines = 0;
    qint64 times = 0;
};

} // namespace

void LogChunk::append(QByteArrayView head, QByteArrayView tail, quint32 tag, qint64 time)
{
    m_bytes.append(head.data(), head.size());
    m_bytes.append(tail.data(), tail.size());
    m_bytes.append('\n');
    if (time != 0 && m_times.isEmpty())
        m_times.fill(0, lines());
    if (time != 0 || !m_times.isEmpty())
        m_times.append(time);
    m_ends.push_back(quint32(m_bytes.size()) << TagBits | tag);
}

void LogChunk::squeeze()
{
    m_bytes.squeeze();
    m_times.squeeze();
    m_ends.shrink_to_fit();
}

QByteArrayView LogChunk::line(qsizetype line) const
{
    const qsizetype first = begin(line);
    return QByteArrayView(m_bytes).sliced(first, end(line) - 1 - first);
}

qsizetype LogChunk::lineAt(qsizetype place, qsizetype line) const
{
    // Most often it is near.
    qsizetype step = 1;
    qsizetype high = line;
    while (high < lines() && end(high) <= place) {
        line = high + 1;
        high += step;
        step *= 2;
    }
    high = std::min(high, lines());
    while (line < high) {
        const qsizetype middle = line + (high - line) / 2;
        if (end(middle) <= place)
            line = middle + 1;
        else
            high = middle;
    }
    return line;
}

qint64 LogChunk::size() const
{
    return m_bytes.size() + qint64(m_ends.size() * sizeof(quint32)) + m_times.size() * qint64(sizeof(qint64));
}

QByteArray LogChunk::image() const
{
    const ImageHead head{m_bytes.size(), lines(), m_times.size()};
    QByteArray image;
    image.reserve(qsizetype(sizeof head) + size());
    image.append(reinterpret_cast<const char *>(&head), sizeof head);
    image.append(m_bytes);
    image.append(reinterpret_cast<const char *>(m_ends.data()), qsizetype(m_ends.size() * sizeof(quint32)));
    image.append(reinterpret_cast<const char *>(m_times.constData()), m_times.size() * qsizetype(sizeof(qint64)));
    return image;
}

std::shared_ptr<const LogChunk> LogChunk::fromImage(const QByteArray &image)
{
    ImageHead head;
    if (image.size() < qsizetype(sizeof head))
        return nullptr;
    std::memcpy(&head, image.constData(), sizeof head);
    const qint64 ends = head.lines * qint64(sizeof(quint32));
    const qint64 times = head.times * qint64(sizeof(qint64));
    if (head.bytes < 0 || head.lines < 0 || head.times < 0
        || qint64(sizeof head) + head.bytes + ends + times != image.size())
        return nullptr;
    auto chunk = std::make_shared<LogChunk>();
    const char *at = image.constData() + sizeof head;
    chunk->m_bytes = QByteArray(at, head.bytes);
    at += head.bytes;
    chunk->m_ends.resize(size_t(head.lines));
    std::copy_n(at, ends, reinterpret_cast<char *>(chunk->m_ends.data()));
    at += ends;
    chunk->m_times.resize(head.times);
    std::copy_n(at, times, reinterpret_cast<char *>(chunk->m_times.data()));
    return chunk;
}

std::shared_ptr<const LogChunk> LogChunk::emptyLines(qsizetype lines)
{
    auto chunk = std::make_shared<LogChunk>();
    for (qsizetype i = 0; i < lines; ++i)
        chunk->append({}, {}, 0, 0);
    return chunk;
}

} // namespace Gantry
