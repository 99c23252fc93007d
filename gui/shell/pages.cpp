// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/pages.h"

#include "cleanup/cleanuppage.h"
#include "containers/containerspage.h"
#include "databases/databasespage.h"
#include "lists/imagespage.h"
#include "lists/networkspage.h"
#include "lists/volumespage.h"
#include "projects/projectspage.h"
#include "shell/workbench.h"

namespace Gantry {

QList<Page *> makePages(Workbench *workbench, QWidget *parent)
{
    return {
        new ContainersPage(workbench, parent), new ProjectsPage(workbench, parent),
        new ImagesPage(workbench, parent),     new VolumesPage(workbench, parent),
        new NetworksPage(workbench, parent),   new DatabasesPage(workbench, parent),
        new CleanupPage(workbench, parent),
    };
}

} // namespace Gantry
