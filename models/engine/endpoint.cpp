// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/endpoint.h"

#include <QUrl>

namespace Gantry {

using namespace Qt::StringLiterals;

std::optional<Endpoint> Endpoint::parse(const QString &address)
{
    Endpoint endpoint;
    if (address.startsWith("unix://"_L1))
        endpoint.path = address.mid(7);
    else if (address.startsWith(u'/'))
        endpoint.path = address;
    if (endpoint.path.startsWith(u'/'))
        return endpoint;

    // "http" is what Podman and older tools write for the same thing.
    if (!address.startsWith("tcp://"_L1) && !address.startsWith("http://"_L1))
        return std::nullopt;
    const QUrl url(address, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty()
        || !(url.path().isEmpty() || url.path() == "/"_L1) || url.hasQuery() || url.hasFragment())
        return std::nullopt;
    endpoint.kind = Kind::Tcp;
    endpoint.host = url.host();
    endpoint.port = quint16(url.port(2375));
    return endpoint;
}

QString Endpoint::address() const
{
    if (kind == Kind::UnixSocket)
        return "unix://"_L1 + path;
    const QString shown = host.contains(u':') ? u'[' + host + u']' : host;
    return "tcp://"_L1 + shown + u':' + QString::number(port);
}

} // namespace Gantry
