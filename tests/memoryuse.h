// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>

/// Memory of this process, in bytes, as the kernel counts it.
namespace Gantry::MemoryUse {

inline qint64 statusValue(QByteArrayView name)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith(name))
            return line.sliced(name.size()).simplified().split(' ').value(0).toLongLong() * 1024;
    }
    return 0;
}

inline qint64 resident()
{
    return statusValue("VmRSS:");
}

/// Whether less than \a limit has been added to what was resident \a before. Sanitizers keep what was freed, or a
/// shadow of it: there nothing can be told.
inline bool grewLess(qint64 before, qint64 limit)
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    Q_UNUSED(before);
    Q_UNUSED(limit);
    return true;
#else
    return resident() - before < limit;
#endif
}

/// Of all times so far.
inline qint64 highest()
{
    return statusValue("VmHWM:");
}

} // namespace Gantry::MemoryUse
