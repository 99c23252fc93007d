// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/rowgeometry.h"

#include <algorithm>
#include <limits>

namespace Gantry {

namespace {
/// Half of the int range: QAbstractSlider adds its page step to the maximum.
constexpr qint64 LargestBar = std::numeric_limits<int>::max() / 2;
} // namespace

RowGeometry::RowGeometry(int rowHeight)
    : m_rowHeight(std::max(1, rowHeight))
{
}

void RowGeometry::setRowHeight(int pixels)
{
    const qint64 first = firstVisible();
    m_rowHeight = std::max(1, pixels);
    setOffset(std::max<qint64>(0, first) * m_rowHeight);
}

void RowGeometry::setRows(qint64 rows)
{
    m_rows = std::max<qint64>(0, rows);
    setOffset(m_offset);
}

void RowGeometry::setViewport(int height)
{
    m_viewport = std::max(0, height);
    setOffset(m_offset);
}

void RowGeometry::setOffset(qint64 offset)
{
    m_offset = std::clamp<qint64>(offset, 0, maximum());
}

qint64 RowGeometry::maximum() const
{
    return std::max<qint64>(0, m_rows * m_rowHeight - m_viewport);
}

void RowGeometry::makeVisible(qint64 row)
{
    const qint64 upper = row * m_rowHeight;
    if (upper < m_offset)
        setOffset(upper);
    else if (upper + m_rowHeight > m_offset + m_viewport)
        setOffset(std::min(upper, upper + m_rowHeight - m_viewport));
}

qint64 RowGeometry::rowAt(int y) const
{
    if (y < 0 || y >= m_viewport)
        return -1;
    const qint64 row = (m_offset + y) / m_rowHeight;
    return row < m_rows ? row : -1;
}

qint64 RowGeometry::nearestRow(int y) const
{
    return std::clamp<qint64>((m_offset + y) / m_rowHeight, std::min<qint64>(0, m_rows - 1), m_rows - 1);
}

int RowGeometry::top(qint64 row) const
{
    const qint64 y = row * m_rowHeight - m_offset;
    return int(std::clamp<qint64>(y, std::numeric_limits<int>::min(), std::numeric_limits<int>::max()));
}

qint64 RowGeometry::firstVisible() const
{
    return m_rows == 0 ? -1 : m_offset / m_rowHeight;
}

qint64 RowGeometry::lastVisible() const
{
    return std::min(m_rows - 1, (m_offset + std::max(0, m_viewport - 1)) / m_rowHeight);
}

qint64 RowGeometry::rowsPerPage() const
{
    return std::max(1, m_viewport / m_rowHeight);
}

qint64 RowGeometry::barScale() const
{
    return maximum() / LargestBar + 1;
}

int RowGeometry::barMaximum() const
{
    return int((maximum() + barScale() - 1) / barScale());
}

int RowGeometry::barValue() const
{
    // The end of the bar is the end of the rows, whatever the rounding.
    return m_offset == maximum() ? barMaximum() : int(m_offset / barScale());
}

int RowGeometry::barPageStep() const
{
    return int(std::max<qint64>(1, m_viewport / barScale()));
}

qint64 RowGeometry::offsetOfBar(int value) const
{
    return value >= barMaximum() ? maximum() : qint64(value) * barScale();
}

} // namespace Gantry
