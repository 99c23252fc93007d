// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/stopevidence.h"

namespace Gantry {

/// Which programs of this machine listen at TCP ports, from Linux's /proc. Reads many small files: call it in the pool.
class PortHolders
{
public:
    /// One for each of \a ports that somebody listens at. \a proc is for tests.
    static QList<PortHolder> of(const QList<quint16> &ports, const QString &proc = QStringLiteral("/proc"));

    /// The sockets that listen at \a ports by their inode, from a table such as /proc/net/tcp.
    static QHash<QByteArray, quint16> listeners(const QByteArray &table, const QList<quint16> &ports);
};

} // namespace Gantry
