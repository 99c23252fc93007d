// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/container.h"
#include "engine/image.h"
#include "run/runrequest.h"

namespace Gantry {

/// What `docker run` would be told to make a container like one that is there, without its name.
struct RunAgain
{
    RunRequest request;
    QStringList leftOut; ///< options of docker run that the container was made with and a request does not have

    /// From GET /containers/{id}/json (API 1.41). What \a image has by itself is not said again; where nothing is known
    /// of it, all is.
    static RunAgain of(const ContainerDetails &container, const ImageDetails &image);
};

} // namespace Gantry
