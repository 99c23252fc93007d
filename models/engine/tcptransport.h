// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/transport.h"

namespace Gantry {

/// Connections through plain TCP.
class TcpTransport : public Transport
{
public:
    TcpTransport(QString host, quint16 port);

    QFuture<QIODevice *> open(QObject *parent, int timeoutMs) override;
    void flush(QIODevice *device) override;
    void abort(QIODevice *device) override;
    void closeWriting(QIODevice *device) override;

private:
    QString m_host;
    quint16 m_port;
};

} // namespace Gantry
