// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Gantry {

class StatsPane;
class Workbench;

/// Asks for a file and saves what the pane shows to it, as an operation: the plots as an image as they stand on the
/// screen, or all samples that are known, a line each.
void saveStatsPicture(Workbench *workbench, StatsPane *pane);
void saveStatsValues(Workbench *workbench, StatsPane *pane);

} // namespace Gantry
