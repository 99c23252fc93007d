// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "look/visibletextaccessible.h"

namespace Gantry {

class StatsPlot;

/// A plot for assistive technology: a chart whose text is what it tells now, or of the moment that the cross stands in.
class StatsPlotAccessible : public VisibleTextAccessible
{
public:
    explicit StatsPlotAccessible(StatsPlot *plot);

    /// Makes QAccessible answer with this class for StatsPlot; calling it again does nothing.
    static void install();

protected:
    QString content() const override;
};

} // namespace Gantry
