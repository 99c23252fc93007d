// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "processmemory.h"

#include <QFile>

namespace Gantry {

qint64 processMemory(QByteArrayView name)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf('\n' + name.toByteArray() + ':') + name.size() + 2;
    return text.mid(at, text.indexOf(" kB", at) - at).trimmed().toLongLong() * 1024;
}

bool forgetPeakOfMemory()
{
    QFile peak(QStringLiteral("/proc/self/clear_refs"));
    return peak.open(QIODevice::WriteOnly) && peak.write("5") == 1;
}

} // namespace Gantry
