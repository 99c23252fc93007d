// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/cellselection.h"

#include <algorithm>

namespace Gantry {

namespace {

/// What remains of \a range without \a hole: at most four ranges around it.
QList<CellRange> without(const CellRange &range, const CellRange &hole)
{
    const CellRange common = range.intersected(hole);
    if (common.isEmpty())
        return {range};
    const CellRange around[] = {
        {range.top, common.top - 1, range.left, range.right},
        {common.bottom + 1, range.bottom, range.left, range.right},
        {common.top, common.bottom, range.left, common.left - 1},
        {common.top, common.bottom, common.right + 1, range.right},
    };
    QList<CellRange> rest;
    for (const CellRange &part : around) {
        if (!part.isEmpty())
            rest.append(part);
    }
    return rest;
}

QList<CellRange> without(const QList<CellRange> &ranges, const CellRange &hole)
{
    QList<CellRange> rest;
    for (const CellRange &range : ranges)
        rest += without(range, hole);
    return rest;
}

} // namespace

CellRange CellRange::between(qint64 rowA, int columnA, qint64 rowB, int columnB)
{
    return {std::min(rowA, rowB), std::max(rowA, rowB), std::min(columnA, columnB), std::max(columnA, columnB)};
}

CellRange CellRange::intersected(const CellRange &other) const
{
    return {std::max(top, other.top), std::min(bottom, other.bottom), std::max(left, other.left),
            std::min(right, other.right)};
}

void CellSelection::clear()
{
    m_fixed.clear();
    m_live = {};
}

void CellSelection::set(const CellRange &range)
{
    m_fixed.clear();
    m_live = range;
}

void CellSelection::begin(const CellRange &range)
{
    m_fixed = ranges();
    m_live = range;
}

void CellSelection::extend(const CellRange &range)
{
    m_live = range;
}

void CellSelection::remove(const CellRange &range)
{
    m_fixed = without(ranges(), range);
    m_live = {};
}

bool CellSelection::contains(qint64 row, int column) const
{
    return m_live.contains(row, column)
        || std::any_of(m_fixed.cbegin(), m_fixed.cend(),
                       [row, column](const CellRange &range) { return range.contains(row, column); });
}

qint64 CellSelection::cells() const
{
    qint64 sum = 0;
    for (const CellRange &range : ranges())
        sum += range.cells();
    return sum;
}

QList<CellRange> CellSelection::ranges() const
{
    QList<CellRange> all = without(m_fixed, m_live);
    if (!m_live.isEmpty())
        all.append(m_live);
    return all;
}

QList<std::pair<qint64, qint64>> CellSelection::rowRuns() const
{
    QList<std::pair<qint64, qint64>> runs;
    for (const CellRange &range : ranges())
        runs.append({range.top, range.bottom});
    std::sort(runs.begin(), runs.end());
    QList<std::pair<qint64, qint64>> merged;
    for (const auto &run : std::as_const(runs)) {
        if (!merged.isEmpty() && run.first <= merged.last().second + 1)
            merged.last().second = std::max(merged.last().second, run.second);
        else
            merged.append(run);
    }
    return merged;
}

QList<int> CellSelection::columns() const
{
    QList<int> result;
    for (const CellRange &range : ranges()) {
        for (int column = range.left; column <= range.right; ++column)
            result.append(column);
    }
    std::sort(result.begin(), result.end());
    result.resize(std::distance(result.begin(), std::unique(result.begin(), result.end())));
    return result;
}

} // namespace Gantry
