// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/container.h"
#include "engine/endpoint.h"

#include <QUrl>

namespace Gantry {

/// A port of the host behind which a container answers. The engine lists one entry for each address of the host; here
/// each port stands once.
struct PublishedPort
{
    QString address; ///< of the host; empty for all of them
    quint16 port = 0;
    quint16 privatePort = 0; ///< in the container
    QString protocol;

    /// By number; ports that are not published are left out.
    static QList<PublishedPort> of(const QList<ContainerPort> &ports);
    /// "8000", "53/udp"; several joined by commas, three and more neighbours as "8000–8004".
    QString text() const;
    static QString text(const QList<PublishedPort> &ports);
    /// Whether a browser can be sent there.
    bool isTcp() const { return protocol != QLatin1String("udp") && protocol != QLatin1String("sctp"); }
    /// Where a browser reaches it, seen from this machine: https for the ports 443 and 8443, else http.
    QUrl url(const Endpoint &engine) const;

    friend bool operator==(const PublishedPort &, const PublishedPort &) = default;
};

} // namespace Gantry

Q_DECLARE_METATYPE(Gantry::PublishedPort)
