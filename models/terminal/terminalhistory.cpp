// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/terminalhistory.h"

#include <algorithm>

namespace Gantry {

TerminalHistory::TerminalHistory(qint64 limit)
    : m_limit(limit)
{
}

void TerminalHistory::append(std::span<const TerminalCell> cells, bool wrapped)
{
    cells = cells.first(std::min<std::size_t>(cells.size(), BlockCells));
    Block &block = blockFor(qsizetype(cells.size()));
    const quint32 begin = block.lines.empty() ? 0 : block.lines.back().end;
    std::copy(cells.begin(), cells.end(), block.cells.get() + begin);
    block.lines.push_back({begin + quint32(cells.size()), wrapped});
    ++m_end;
}

TerminalHistory::Block &TerminalHistory::blockFor(qsizetype cells)
{
    if (!m_blocks.empty()) {
        Block &last = m_blocks.back();
        const qsizetype used = last.lines.empty() ? 0 : last.lines.back().end;
        if (last.lines.size() < BlockLines && used + cells <= BlockCells)
            return last;
    }
    Block block;
    if (!m_blocks.empty() && bytes() + BlockBytes > m_limit) {
        block = std::move(m_blocks.front());
        m_blocks.pop_front();
        block.lines.clear();
        m_first = m_blocks.empty() ? m_end : m_blocks.front().first;
    } else {
        block.cells = std::make_unique<TerminalCell[]>(BlockCells);
        block.lines.reserve(BlockLines);
    }
    block.first = m_end;
    m_blocks.push_back(std::move(block));
    return m_blocks.back();
}

void TerminalHistory::removeLast()
{
    if (m_end == m_first)
        return;
    m_blocks.back().lines.pop_back();
    --m_end;
    if (m_blocks.back().lines.empty())
        m_blocks.pop_back();
}

void TerminalHistory::clear()
{
    m_blocks.clear();
    m_first = m_end;
}

const TerminalHistory::Block &TerminalHistory::blockOf(qint64 number) const
{
    const auto after = std::upper_bound(m_blocks.begin(), m_blocks.end(), number,
                                        [](qint64 line, const Block &block) { return line < block.first; });
    return *std::prev(after);
}

std::span<const TerminalCell> TerminalHistory::line(qint64 number) const
{
    const Block &block = blockOf(number);
    const auto index = std::size_t(number - block.first);
    const quint32 begin = index == 0 ? 0 : block.lines[index - 1].end;
    return {block.cells.get() + begin, block.lines[index].end - begin};
}

bool TerminalHistory::isWrapped(qint64 number) const
{
    const Block &block = blockOf(number);
    return block.lines[std::size_t(number - block.first)].wrapped;
}

} // namespace Gantry
