// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "look/detailedmenu.h"

namespace Gantry {

class Workbench;

/// The menu of Down: with and without volumes, and of each what goes and what stays, by name and size.
class DownMenu : public DetailedMenu
{
    Q_OBJECT

public:
    explicit DownMenu(Workbench *workbench, QWidget *parent = nullptr);

    void setProject(const QString &name) { m_project = name; }

private:
    void begin();
    void refresh();

    Workbench *m_workbench;
    QAction *m_down;
    QAction *m_downVolumes;
    QString m_project;
};

} // namespace Gantry
