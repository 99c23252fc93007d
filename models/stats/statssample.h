// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <limits>

namespace Gantry {

/// What a container uses at a moment: GET /containers/{id}/stats (API 1.41), in the terms of `docker stats`.
struct StatsSample
{
    qint64 time = 0; ///< of arrival, milliseconds since 1970
    double cpu = std::numeric_limits<double>::quiet_NaN(); ///< per cent of one core; NaN where no earlier one is known
    quint64 cpuUsed = 0; ///< nanoseconds since it started
    quint64 cpuPassed = 0; ///< nanoseconds of all cores; 0 where the engine does not tell
    qint64 memory = 0; ///< bytes, without the page cache that can be given back
    qint64 memoryLimit = 0; ///< bytes: its own, or what the machine has; 0 where unknown
    qint64 received = 0; ///< bytes from all networks since it started, as the others below
    qint64 sent = 0;
    qint64 read = 0;
    qint64 written = 0;
    int processes = 0;
    int processLimit = 0; ///< 0 for none
};

} // namespace Gantry
