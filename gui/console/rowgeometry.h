// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace Gantry {

/// Where the rows of a grid with uniform rows stand, by arithmetic alone, in 64 bits. A scroll bar has 32: above that
/// its steps are scaled, while the offset itself stays exact.
class RowGeometry
{
public:
    explicit RowGeometry(int rowHeight);

    /// The offset is kept within the new bounds by these three.
    void setRowHeight(int pixels);
    void setRows(qint64 rows);
    void setViewport(int height);

    int rowHeight() const { return m_rowHeight; }
    qint64 rows() const { return m_rows; }

    /// Pixels above the viewport.
    qint64 offset() const { return m_offset; }
    void setOffset(qint64 offset);
    qint64 maximum() const;
    /// Scrolls as little as possible so that the whole row is seen.
    void makeVisible(qint64 row);

    /// The row at a y of the viewport, -1 where there is none.
    qint64 rowAt(int y) const;
    /// The row nearest to a y that may lie outside the viewport, -1 if there are no rows.
    qint64 nearestRow(int y) const;
    /// The y of a row's upper edge in the viewport; meaningful for rows on or near it.
    int top(qint64 row) const;
    qint64 firstVisible() const;
    /// The last row of which at least a pixel is seen, -1 if there are no rows.
    qint64 lastVisible() const;
    /// Rows that fit into the viewport as a whole, at least 1.
    qint64 rowsPerPage() const;

    int barMaximum() const;
    int barValue() const;
    int barPageStep() const;
    /// The offset that a value of the scroll bar stands for.
    qint64 offsetOfBar(int value) const;

private:
    qint64 barScale() const;

    int m_rowHeight;
    int m_viewport = 0;
    qint64 m_rows = 0;
    qint64 m_offset = 0;
};

} // namespace Gantry
