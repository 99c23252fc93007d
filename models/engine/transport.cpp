// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/transport.h"

#include "engine/tcptransport.h"
#include "engine/unixtransport.h"

#include <sys/socket.h>

namespace Gantry {

std::unique_ptr<Transport> Transport::create(const Endpoint &endpoint)
{
    switch (endpoint.kind) {
    case Endpoint::Kind::UnixSocket:
        return std::make_unique<UnixTransport>(endpoint.path);
    case Endpoint::Kind::Tcp:
        return std::make_unique<TcpTransport>(endpoint.host, endpoint.port);
    }
    Q_UNREACHABLE();
}

void Transport::shutDownWriting(QIODevice *device, const std::function<qintptr()> &descriptor)
{
    const auto shutDown = [descriptor] {
        if (const qintptr socket = descriptor(); socket >= 0)
            ::shutdown(int(socket), SHUT_WR);
    };
    if (device->bytesToWrite() == 0) {
        shutDown();
        return;
    }
    QObject::connect(device, &QIODevice::bytesWritten, device, [device, shutDown] {
        if (device->bytesToWrite() == 0)
            shutDown();
    });
}

} // namespace Gantry
