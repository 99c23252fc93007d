// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cleanup/cleanupvictims.h"
#include "shell/ask.h"

namespace Gantry {

class CleanupModel;

/// What is asked before a clean-up: exactly what goes, what is lost with it and what that frees.
Question cleanupQuestion(const CleanupModel &model);

/// What is chosen, or the same in numbers: "3 stopped containers, the build cache".
QString cleanupCounts(const CleanupModel &model);

} // namespace Gantry
