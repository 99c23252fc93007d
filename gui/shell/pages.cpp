// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/pages.h"

#include "shell/workbench.h"

namespace Gantry {

QList<Page *> makePages(Workbench *workbench, QWidget *parent)
{
    Q_UNUSED(workbench)
    Q_UNUSED(parent)
    return {};
}

} // namespace Gantry
