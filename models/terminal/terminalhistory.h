// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "terminal/terminalcell.h"

#include <deque>
#include <memory>
#include <span>
#include <vector>

namespace Gantry {

/// The lines that have left a terminal's screen at its top, oldest first, in blocks of equal size: beyond the limit the
/// oldest block goes, and serves again as the newest one.
class TerminalHistory
{
public:
    /// \a limit in bytes; a block at least is kept.
    explicit TerminalHistory(qint64 limit);

    /// \a wrapped: the line goes on in the next one without a line break.
    void append(std::span<const TerminalCell> cells, bool wrapped);
    /// Takes the newest line back.
    void removeLast();
    void clear();

    /// Numbers of lines never change: first() grows as the oldest ones go.
    qint64 first() const { return m_first; }
    qint64 end() const { return m_end; }
    /// Valid until the next change.
    std::span<const TerminalCell> line(qint64 number) const;
    bool isWrapped(qint64 number) const;
    qint64 bytes() const { return qint64(m_blocks.size()) * BlockBytes; }

    static constexpr int BlockCells = 16 * 1024;
    static constexpr int BlockLines = 8 * 1024;

private:
    struct Line
    {
        quint32 end; ///< cell after its last one
        bool wrapped;
    };
    static constexpr qint64 BlockBytes = qint64(BlockCells * sizeof(TerminalCell)) + qint64(BlockLines * sizeof(Line));

    struct Block
    {
        qint64 first = 0; ///< number of its first line
        std::unique_ptr<TerminalCell[]> cells;
        std::vector<Line> lines;
    };

    const Block &blockOf(qint64 number) const;
    Block &blockFor(qsizetype cells);

    qint64 m_limit;
    qint64 m_first = 0;
    qint64 m_end = 0;
    std::deque<Block> m_blocks;
};

} // namespace Gantry
