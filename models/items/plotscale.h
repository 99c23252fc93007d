// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace Gantry {

/// The upright axis of a plot: round values at even distances from 0 to above the highest one, in units that people
/// read.
class PlotScale
{
public:
    enum class Quantity { Percent, Bytes, BytesPerSecond, Count };

    /// Has room for \a highest, also where that is 0 or not known (NaN).
    PlotScale(Quantity quantity, double highest);

    double top() const { return m_top; }
    /// From 0 to top().
    QList<double> ticks() const;
    /// 0 at the bottom, 1 at the top.
    double place(double value) const { return value / m_top; }

    /// "12.5 %", "48.2 MB", "1.3 kB/s", "7"; a dash for what is not known.
    static QString text(Quantity quantity, double value);

private:
    double m_step;
    double m_top;
};

} // namespace Gantry
