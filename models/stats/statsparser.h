// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stats/statssample.h"

#include <QByteArrayView>

#include <optional>

namespace Gantry {

/// Reads the answers of GET /containers/{id}/stats (API 1.41). With 200 containers on screen one comes every 5 ms:
/// bytes are scanned once and nothing is kept of what is not shown.
class StatsParser
{
public:
    /// Nothing for what is no JSON object, and for the empty answers about a container that does not run. Where the
    /// answer itself holds no earlier reading, the processor's share is that since \a before, if there is one.
    static std::optional<StatsSample> parse(QByteArrayView json, const StatsSample *before = nullptr);
};

} // namespace Gantry
