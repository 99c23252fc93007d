// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/transport.h"

namespace Gantry {

/// Connections through a Unix socket.
class UnixTransport : public Transport
{
public:
    explicit UnixTransport(QString path);

    QFuture<QIODevice *> open(QObject *parent, int timeoutMs) override;
    void flush(QIODevice *device) override;
    void abort(QIODevice *device) override;
    void setListening(QIODevice *device, bool listening) override;
    void closeWriting(QIODevice *device) override;

private:
    QString m_path;
};

} // namespace Gantry
