// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/httprequest.h"

#include "gantryversion.h"

namespace Gantry {

QByteArray HttpRequest::toBytes() const
{
    QByteArray bytes;
    bytes.reserve(256 + target.size() + body.size());
    bytes += method + ' ' + target + " HTTP/1.1\r\nHost: localhost\r\nUser-Agent: Gantry/" + gantryVersion().toUtf8()
        + "\r\n";
    if (upgrade)
        bytes += "Connection: Upgrade\r\nUpgrade: tcp\r\n";
    if (!registryAuth.isEmpty())
        bytes += "X-Registry-Auth: " + registryAuth + "\r\n";
    if (!registryConfig.isEmpty())
        bytes += "X-Registry-Config: " + registryConfig + "\r\n";
    if (!body.isEmpty())
        bytes += "Content-Type: application/json\r\n";
    if (isChunked)
        bytes += "Content-Type: application/x-tar\r\nTransfer-Encoding: chunked\r\n";
    else if (hasArchive())
        bytes += "Content-Type: application/x-tar\r\nContent-Length: " + QByteArray::number(archiveSize) + "\r\n";
    else if (!body.isEmpty() || (method != "GET" && method != "HEAD" && method != "DELETE"))
        bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    bytes += "\r\n";
    bytes += body;
    return bytes;
}

} // namespace Gantry
