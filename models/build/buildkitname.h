// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Gantry {

class BuildProgress;

/// Says what a step is, and where it stands in the Dockerfile, by what BuildKit calls it: "[base 2/2] RUN make",
/// "[3/4] COPY . .", "[internal] load build context", "exporting to image".
void nameBuildKitStep(BuildProgress *progress, int index, const QString &name);
/// A line of `docker buildx build` that is of no step.
void takeStrayBuildxLine(BuildProgress *progress, const QString &line);

} // namespace Gantry
