// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/endpoint.h"

#include <QCoreApplication>
#include <QFuture>
#include <QIODevice>

#include <functional>
#include <memory>

namespace Gantry {

/// Opens connected byte streams to one endpoint. Above it nothing knows whether bytes travel through a Unix socket,
/// TCP, and later TLS or ssh.
class Transport
{
    Q_DECLARE_TR_FUNCTIONS(Gantry::Transport)

public:
    virtual ~Transport() = default;

    /// A connected, readable and writable device owned by \a parent. Fails with EngineError (Unreachable,
    /// PermissionDenied, ConnectionLost after \a timeoutMs).
    virtual QFuture<QIODevice *> open(QObject *parent, int timeoutMs = 10000) = 0;
    /// Sends what was written at once instead of at the next turn of the event loop: the engine works while we do.
    virtual void flush(QIODevice *device) = 0;
    /// Closes at once, without what is still to be sent.
    virtual void abort(QIODevice *device) = 0;
    /// Off: what comes waits in the system, and the event loop does not ask for it. Only of a device from which not all
    /// was read, and only where the transport can.
    virtual void setListening(QIODevice *, bool) { }
    /// Sends the end of the stream and leaves the reading side open (half-close).
    virtual void closeWriting(QIODevice *device) = 0;

    /// The implementation for the kind of \a endpoint.
    static std::unique_ptr<Transport> create(const Endpoint &endpoint);

protected:
    /// Bytes that a device takes from the system ahead of its reader: beyond them the sender feels back-pressure.
    static constexpr qint64 readAhead = 512 * 1024;

    /// shutdown(2) for a socket, after what was written to \a device has left it.
    static void shutDownWriting(QIODevice *device, const std::function<qintptr()> &descriptor);
};

} // namespace Gantry
