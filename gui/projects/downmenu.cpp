// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "projects/downmenu.h"

#include "projects/downpreview.h"
#include "shell/workbench.h"

namespace Gantry {

using namespace Qt::StringLiterals;

DownMenu::DownMenu(Workbench *workbench, QWidget *parent)
    : DetailedMenu(parent)
    , m_workbench(workbench)
    , m_down(workbench->actions()->action(u"project.down"_s))
    , m_downVolumes(workbench->actions()->action(u"project.downVolumes"_s))
{
    setObjectName(u"projectDownMenu"_s);
    addAction(m_down);
    addAction(m_downVolumes);
    connect(this, &QMenu::aboutToShow, this, &DownMenu::begin);
    connect(workbench->diskMeter(), &DiskMeter::measured, this, &DownMenu::refresh);
}

void DownMenu::begin()
{
    // Who opens it wants to know; nobody measures before.
    if (DownPreview(m_workbench, m_project).lacksSizes() && m_workbench->engine()->client()) {
        Operation *measuring = m_workbench->diskMeter()->measure();
        connect(measuring, &Operation::finished, this, &DownMenu::refresh);
    }
    refresh();
}

void DownMenu::refresh()
{
    const DownPreview preview(m_workbench, m_project);
    const bool measuring = m_workbench->diskMeter()->isMeasuring();
    setDetails(m_down, preview.lines(measuring));
    setDetails(m_downVolumes, preview.volumeLines(measuring));
}

} // namespace Gantry
