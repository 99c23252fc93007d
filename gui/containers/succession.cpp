// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "containers/succession.h"

#include "compose/composelabels.h"
#include "items/containercells.h"

namespace Gantry {

bool succeeds(const ContainerSummary &next, const ContainerSummary &gone)
{
    if (next.id == gone.id || next.created < gone.created)
        return false;
    const QString service = ContainerCells::service(gone);
    if (service.isEmpty())
        return next.name == gone.name;
    const auto number = [](const ContainerSummary &each) { return each.labels.value(ComposeLabel::containerNumber); };
    return ContainerCells::service(next) == service && next.project() == gone.project() && number(next) == number(gone);
}

} // namespace Gantry
