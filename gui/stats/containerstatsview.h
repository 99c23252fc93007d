// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/container.h"
#include "look/scrolledcolumn.h"

namespace Gantry {

class ProcessesView;
class StatsPane;
class Workbench;

/// What a container uses, over time and by its processes.
class ContainerStatsView : public ScrolledColumn
{
    Q_OBJECT

public:
    explicit ContainerStatsView(Workbench *workbench, QWidget *parent = nullptr);

    void setContainer(const ContainerDetails &container);
    /// Where the keyboard goes: the first plot.
    QWidget *focusTarget() const;

private:
    StatsPane *m_pane;
    ProcessesView *m_processes;
};

} // namespace Gantry
