// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "look/scrolledcolumn.h"

namespace Gantry {

struct Project;
class StatsPane;
class Workbench;

/// What a project uses over time, its services on top of each other.
class ProjectStatsView : public ScrolledColumn
{
    Q_OBJECT

public:
    explicit ProjectStatsView(Workbench *workbench, QWidget *parent = nullptr);

    void setProject(const Project &project);

private:
    StatsPane *m_pane;
};

} // namespace Gantry
