// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace Gantry {

/// One request of HTTP/1.1 to the engine.
struct HttpRequest
{
    static constexpr int UsualPatienceMs = 30'000;

    QByteArray method = "GET";
    QByteArray target; ///< path and query, percent-encoded
    QByteArray body; ///< JSON where not empty
    QByteArray registryAuth; ///< X-Registry-Auth; a secret
    QByteArray registryConfig; ///< X-Registry-Config; secrets
    qint64 archiveSize = -1; ///< bytes of a tar archive that HttpConnection::write() sends after the head; -1 for none
    QString attempted; ///< what for, in words: "stop container web"
    int stallTimeoutMs = UsualPatienceMs; ///< longest silence before the end of the answer; 0 for any
    bool isChunked = false; ///< an archive of unknown size follows the head, in chunks
    bool upgrade = false; ///< asks for the raw connection ("101 UPGRADED")
    bool isSignOfLife = false; ///< asks whether the engine answers at all: on a connection of its own

    bool hasArchive() const { return archiveSize >= 0 || isChunked; }
    /// May be sent again when a kept connection turns out to be dead.
    bool isRepeatable() const { return method == "GET" || method == "HEAD"; }
    /// As sent on the wire.
    QByteArray toBytes() const;
};

} // namespace Gantry
