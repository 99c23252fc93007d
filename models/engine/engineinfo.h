// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/apiversion.h"
#include "engine/enginetraits.h"

#include <QString>

namespace Gantry {

/// GET /version, and what of GET /info the window shows (API 1.41).
struct EngineInfo
{
    QString product; ///< "Docker" or "Podman"
    QString version; ///< "20.10.24"
    ApiVersion api; ///< negotiated
    ApiVersion minimumApi; ///< of the engine
    ApiVersion maximumApi; ///< of the engine
    QString operatingSystem;
    QString architecture;
    QString storageDriver;
    QString rootDirectory;
    int cpus = 0;
    qint64 memory = 0; ///< bytes
    bool rootless = false;
    EngineTraits traits;

    bool isPodman() const { return product == QLatin1String("Podman"); }
};

} // namespace Gantry
