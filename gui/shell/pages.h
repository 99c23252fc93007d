// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/page.h"

#include <QList>

namespace Gantry {

class Workbench;

/// Makes every page of the window, in the order of the navigation (Ctrl+1, Ctrl+2…). A new page is added here and
/// nowhere else; its constructor registers its actions with workbench->actions().
QList<Page *> makePages(Workbench *workbench, QWidget *parent);

} // namespace Gantry
