// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transferpool.h"

#include <QThreadPool>

namespace Gantry {

QThreadPool *transferPool()
{
    // They sleep most of the time.
    constexpr int mostThreads = 16;
    static QThreadPool pool;
    static const bool once = [] {
        pool.setMaxThreadCount(mostThreads);
        return true;
    }();
    Q_UNUSED(once)
    return &pool;
}

} // namespace Gantry
