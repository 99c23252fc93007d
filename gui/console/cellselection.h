// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QtGlobal>

#include <utility>

namespace Gantry {

/// A rectangle of cells, its four edges included. Rows are 64 bits wide: results are larger than QRect can say.
struct CellRange
{
    qint64 top = 0;
    qint64 bottom = -1;
    int left = 0;
    int right = -1;

    static CellRange between(qint64 rowA, int columnA, qint64 rowB, int columnB);

    bool isEmpty() const { return bottom < top || right < left; }
    qint64 rows() const { return bottom - top + 1; }
    int columns() const { return right - left + 1; }
    qint64 cells() const { return isEmpty() ? 0 : rows() * columns(); }
    bool contains(qint64 row, int column) const
    {
        return row >= top && row <= bottom && column >= left && column <= right;
    }
    CellRange intersected(const CellRange &other) const;

    friend bool operator==(const CellRange &, const CellRange &) = default;
};

/// Which cells are selected, as disjoint ranges: selecting everything costs the same in one row and in ten million.
/// The last range is live: it follows the mouse or the Shift key until the next one begins.
class CellSelection
{
public:
    void clear();
    /// Forgets all ranges and begins a live one.
    void set(const CellRange &range);
    /// Keeps what is selected and begins another live range (Ctrl).
    void begin(const CellRange &range);
    /// Replaces the live range.
    void extend(const CellRange &range);
    /// Takes a range out of the selection; nothing is live afterwards.
    void remove(const CellRange &range);

    bool isEmpty() const { return ranges().isEmpty(); }
    bool contains(qint64 row, int column) const;
    /// Number of selected cells.
    qint64 cells() const;
    /// Disjoint, the live one last.
    QList<CellRange> ranges() const;
    /// The runs of rows that hold a selected cell: ascending, disjoint, first and last row each.
    QList<std::pair<qint64, qint64>> rowRuns() const;
    /// The columns that hold a selected cell, ascending.
    QList<int> columns() const;

    friend bool operator==(const CellSelection &, const CellSelection &) = default;

private:
    QList<CellRange> m_fixed;
    CellRange m_live;
};

} // namespace Gantry
