// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/linenumbers.h"

#include <algorithm>
#include <limits>

namespace Gantry {

namespace {

constexpr qint64 MostOffset = std::numeric_limits<quint32>::max();
constexpr size_t LeastRoom = 256;

} // namespace

LineNumbers::LineNumbers(std::initializer_list<qint64> lines)
{
    for (const qint64 line : lines)
        push_back(line);
}

void LineNumbers::push_back(qint64 line)
{
    if (empty()) {
        m_offsets.clear();
        m_gone = 0;
        m_base = line;
    } else if (line - m_base > MostOffset) {
        compact();
    }
    // Not twice as much room each time, as the vector would have it.
    if (m_offsets.size() == m_offsets.capacity())
        m_offsets.reserve(m_offsets.size() + std::max(m_offsets.size() / 4, LeastRoom));
    m_offsets.push_back(quint32(line - m_base));
}

void LineNumbers::clear()
{
    m_offsets = std::vector<quint32>();
    m_gone = 0;
}

void LineNumbers::eraseBefore(qint64 line)
{
    m_gone += size_t(std::lower_bound(begin(), end(), line) - begin());
    if (m_gone > size() / 4 + LeastRoom)
        compact();
}

void LineNumbers::compact()
{
    const quint32 first = m_offsets[m_gone == m_offsets.size() ? 0 : m_gone];
    std::vector<quint32> left;
    left.reserve(size() + std::max(size() / 4, LeastRoom));
    for (size_t i = m_gone; i < m_offsets.size(); ++i)
        left.push_back(m_offsets[i] - first);
    m_offsets = std::move(left);
    m_base += first;
    m_gone = 0;
}

bool operator==(const LineNumbers &a, const LineNumbers &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end());
}

} // namespace Gantry
