// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/terminalgrid.h"

#include "terminal/terminalhistory.h"

#include <algorithm>
#include <cstring>
#include <type_traits>

namespace Gantry {

TerminalGrid::TerminalGrid(int columns, int rows, TerminalHistory *history)
    : m_columns(columns)
    , m_history(history)
{
    m_rows.resize(std::size_t(rows));
    for (Row &row : m_rows)
        row.cells.resize(std::size_t(columns));
}

std::span<const TerminalCell> TerminalGrid::row(int row) const
{
    const Row &found = at(row);
    return {found.cells.data(), std::size_t(found.used)};
}

int TerminalGrid::usedRows() const
{
    int used = rows();
    while (used > 0 && at(used - 1).used == 0)
        --used;
    return used;
}

void TerminalGrid::put(int row, int column, TerminalCell cell)
{
    if (row < 0 || row >= rows() || column < 0 || column >= m_columns)
        return;
    Row &line = at(row);
    TerminalCell *place = line.cells.data() + column;
    if (place->isHalf())
        breakWide(&line, column);
    int end = column + 1;
    if (cell.isWide() && end < m_columns) {
        if (place[1].isHalf())
            breakWide(&line, end);
        place[1] = TerminalCell::rightHalf(cell.style());
        ++end;
    }
    *place = cell;
    line.used = std::max(line.used, end);
}

void TerminalGrid::putAscii(int row, int column, std::span<const char> text, const TerminalStyle &style)
{
    Row &line = at(row);
    const int end = column + int(text.size());
    TerminalCell *place = line.cells.data() + column;
    if (column < line.used) {
        if (place->isHalf())
            breakWide(&line, column);
        if (line.cells[std::size_t(end) - 1].isHalf())
            breakWide(&line, end - 1);
    }
    for (const char character : text)
        *place++ = TerminalCell(quint8(character), style);
    line.used = std::max(line.used, end);
}

void TerminalGrid::blank(TerminalCell *cell)
{
    TerminalStyle style;
    style.background = cell->style().background;
    *cell = TerminalCell(0, style);
}

/// Half a character is none.
void TerminalGrid::breakWide(Row *row, int column)
{
    TerminalCell *place = row->cells.data() + column;
    if (place->isRightHalf() && column > 0)
        blank(place - 1);
    else if (place->isWide() && std::size_t(column) + 1 < row->cells.size())
        blank(place + 1);
    blank(place);
}

void TerminalGrid::empty(Row *row)
{
    // A cell where nothing was written is all zero. Each line of a flood comes by here.
    static_assert(std::is_trivially_copyable_v<TerminalCell>);
    std::memset(static_cast<void *>(row->cells.data()), 0, std::size_t(row->used) * sizeof(TerminalCell));
    row->used = 0;
    row->wrapped = false;
}

void TerminalGrid::fill(Row *row, int left, int right, const TerminalStyle &style)
{
    if (left >= right)
        return;
    if (row->cells[std::size_t(left)].isRightHalf())
        breakWide(row, left);
    if (row->cells[std::size_t(right) - 1].isWide())
        breakWide(row, right - 1);
    if (right == m_columns)
        row->wrapped = false;
    TerminalStyle background;
    background.background = style.background;
    if (background.background.isDefault()) {
        right = std::min(right, row->used);
        if (left >= right)
            return;
        std::fill(row->cells.begin() + left, row->cells.begin() + right, TerminalCell());
        if (right == row->used)
            row->used = left;
    } else {
        std::fill(row->cells.begin() + left, row->cells.begin() + right, TerminalCell(0, background));
        row->used = std::max(row->used, right);
    }
}

void TerminalGrid::erase(const Rect &rect, const TerminalStyle &style)
{
    const int left = std::clamp(rect.left, 0, m_columns);
    const int right = std::clamp(rect.right, left, m_columns);
    for (int row = std::max(0, rect.top); row < std::min(rect.bottom, rows()); ++row)
        fill(&at(row), left, right, style);
}

void TerminalGrid::scroll(const Rect &rect, int down, int right, const TerminalStyle &style)
{
    Rect within;
    within.top = std::clamp(rect.top, 0, rows());
    within.bottom = std::clamp(rect.bottom, within.top, rows());
    within.left = std::clamp(rect.left, 0, m_columns);
    within.right = std::clamp(rect.right, within.left, m_columns);
    if (within.top == within.bottom || within.left == within.right)
        return;
    if (right != 0) {
        for (int row = within.top; row < within.bottom; ++row)
            scrollCells(&at(row), within.left, within.right, right, style);
    }
    if (down != 0)
        scrollRows(within, down, style);
}

void TerminalGrid::scrollCells(Row *row, int left, int right, int by, const TerminalStyle &style)
{
    const int width = right - left;
    const int shift = std::clamp(by, -width, width);
    for (const int edge : {left, right}) {
        if (edge < m_columns && row->cells[std::size_t(edge)].isRightHalf())
            breakWide(row, edge);
    }
    const auto begin = row->cells.begin() + left;
    const auto end = row->cells.begin() + right;
    if (shift > 0) {
        if (std::size_t(left + shift) < row->cells.size() && (begin + shift)->isRightHalf())
            breakWide(row, left + shift);
        std::move(begin + shift, end, begin);
        std::fill(end - shift, end, TerminalCell()); // its halves have moved
        fill(row, right - shift, right, style);
    } else if (shift < 0) {
        if (right + shift > 0 && row->cells[std::size_t(right + shift) - 1].isWide())
            breakWide(row, right + shift - 1);
        std::move_backward(begin, end + shift, end);
        std::fill(begin, begin - shift, TerminalCell());
        if (row->used > left)
            row->used = std::max(row->used, std::min(right, row->used - shift));
        fill(row, left, left - shift, style);
    }
    row->wrapped = false;
}

void TerminalGrid::scrollRows(const Rect &rect, int down, const TerminalStyle &style)
{
    const int height = rect.bottom - rect.top;
    const int by = std::clamp(down, -height, height);
    const bool wholeRows = rect.left == 0 && rect.right == m_columns;
    if (!wholeRows) {
        for (int i = 0; i < height - std::abs(by); ++i) {
            const int to = by > 0 ? rect.top + i : rect.bottom - 1 - i;
            Row &target = at(to);
            const Row &source = at(to + by);
            fill(&target, rect.left, rect.right, {});
            std::copy(source.cells.begin() + rect.left, source.cells.begin() + rect.right,
                      target.cells.begin() + rect.left);
            if (target.cells[std::size_t(rect.left)].isRightHalf())
                blank(&target.cells[std::size_t(rect.left)]);
            if (target.cells[std::size_t(rect.right) - 1].isWide())
                blank(&target.cells[std::size_t(rect.right) - 1]);
            if (source.used > rect.left)
                target.used = std::max(target.used, std::min(source.used, rect.right));
        }
        const int free = by > 0 ? rect.bottom - by : rect.top;
        for (int row = free; row < free + std::abs(by); ++row)
            fill(&at(row), rect.left, rect.right, style);
        return;
    }
    if (by > 0 && rect.top == 0 && m_history) {
        for (int row = 0; row < by; ++row)
            m_history->append(this->row(row), isWrapped(row));
    }
    const auto clear = [&](int row) {
        empty(&at(row));
        fill(&at(row), 0, m_columns, style);
    };
    if (height == rows()) {
        if (by > 0) {
            for (int row = 0; row < by; ++row)
                clear(row);
            m_top = int(index(by % rows()));
        } else {
            m_top = int(index((rows() + by) % rows()));
            for (int row = 0; row < -by; ++row)
                clear(row);
        }
        return;
    }
    straighten();
    const auto begin = m_rows.begin() + rect.top;
    const auto end = m_rows.begin() + rect.bottom;
    if (by > 0) {
        std::rotate(begin, begin + by, end);
        for (int row = rect.bottom - by; row < rect.bottom; ++row)
            clear(row);
    } else {
        std::rotate(begin, end + by, end);
        for (int row = rect.top; row < rect.top - by; ++row)
            clear(row);
    }
}

/// The first row comes to the first place.
void TerminalGrid::straighten()
{
    std::rotate(m_rows.begin(), m_rows.begin() + m_top, m_rows.end());
    m_top = 0;
}

int TerminalGrid::resize(int columns, int rows, int keep, bool restore)
{
    straighten();
    const int before = this->rows();
    int moved = 0;
    if (rows < before) {
        const int gone = std::clamp(std::min(keep, before - 1) + 1 - rows, 0, before - rows);
        for (int row = 0; row < gone && m_history; ++row)
            m_history->append(this->row(row), isWrapped(row));
        m_rows.erase(m_rows.begin(), m_rows.begin() + gone);
        moved = -gone;
        m_rows.resize(std::size_t(rows));
    } else if (rows > before) {
        if (restore && m_history)
            moved = int(std::min<qint64>(rows - before, m_history->end() - m_history->first()));
        std::vector<Row> back;
        back.resize(std::size_t(moved));
        for (int row = moved; row-- > 0;) {
            const std::span<const TerminalCell> line = m_history->line(m_history->end() - 1);
            back[std::size_t(row)].cells.assign(line.begin(), line.end());
            back[std::size_t(row)].used = int(line.size());
            back[std::size_t(row)].wrapped = m_history->isWrapped(m_history->end() - 1);
            m_history->removeLast();
        }
        m_rows.insert(m_rows.begin(), std::make_move_iterator(back.begin()), std::make_move_iterator(back.end()));
        m_rows.resize(std::size_t(rows));
    }
    m_columns = columns;
    for (Row &row : m_rows) {
        const bool cut = row.used > columns;
        if (cut && row.cells[std::size_t(columns) - 1].isWide())
            breakWide(&row, columns - 1);
        row.cells.resize(std::size_t(columns));
        row.used = std::min(row.used, columns);
    }
    return moved;
}

} // namespace Gantry
