// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Gantry {

struct ContainerSummary;

/// Whether \a next is what was made in the place of \a gone: the same instance of a service, or one of the same name.
bool succeeds(const ContainerSummary &next, const ContainerSummary &gone);

} // namespace Gantry
