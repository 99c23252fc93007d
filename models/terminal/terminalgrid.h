// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "terminal/terminalcell.h"

#include <span>
#include <vector>

namespace Gantry {

class TerminalHistory;

/// The rows of a terminal's screen, as a ring: scrolling the whole of it moves no cell.
class TerminalGrid
{
public:
    /// Half open, in cells.
    struct Rect
    {
        int top = 0;
        int bottom = 0;
        int left = 0;
        int right = 0;
    };

    /// \a history takes the lines that leave at the top; null for none. Not owned.
    TerminalGrid(int columns, int rows, TerminalHistory *history);

    int columns() const { return m_columns; }
    int rows() const { return int(m_rows.size()); }

    /// Writes a cell; of a wide character, its right half too.
    void put(int row, int column, TerminalCell cell);
    /// Writes characters of ASCII, for which there must be room.
    void putAscii(int row, int column, std::span<const char> text, const TerminalStyle &style);
    /// Empties cells; they keep the background of \a style.
    void erase(const Rect &rect, const TerminalStyle &style);
    /// Moves what is in \a rect up by \a down rows and left by \a right columns (negative ones the other way) and
    /// empties what becomes free.
    void scroll(const Rect &rect, int down, int right, const TerminalStyle &style);
    /// Answers by how many rows what is shown has moved down. The row \a keep stays on the screen. Rows come back from
    /// the history where \a restore.
    int resize(int columns, int rows, int keep, bool restore);

    /// Up to the last cell that was written.
    std::span<const TerminalCell> row(int row) const;
    /// Whether the row goes on in the next one without a line break.
    bool isWrapped(int row) const { return at(row).wrapped; }
    void setWrapped(int row, bool wrapped) { at(row).wrapped = wrapped; }
    /// After the last row that is not empty.
    int usedRows() const;

private:
    struct Row
    {
        std::vector<TerminalCell> cells; ///< those from used on are blank
        int used = 0;
        bool wrapped = false;
    };

    Row &at(int row) { return m_rows[index(row)]; }
    const Row &at(int row) const { return m_rows[index(row)]; }
    std::size_t index(int row) const
    {
        const auto place = std::size_t(m_top + row);
        return place < m_rows.size() ? place : place - m_rows.size();
    }
    void straighten();
    static void empty(Row *row);
    void fill(Row *row, int left, int right, const TerminalStyle &style);
    static void breakWide(Row *row, int column);
    static void blank(TerminalCell *cell);
    void scrollRows(const Rect &rect, int down, const TerminalStyle &style);
    void scrollCells(Row *row, int left, int right, int by, const TerminalStyle &style);

    std::vector<Row> m_rows;
    int m_top = 0; ///< place of the first row
    int m_columns;
    TerminalHistory *m_history;
};

} // namespace Gantry
