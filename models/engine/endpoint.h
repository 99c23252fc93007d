// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

#include <optional>

namespace Gantry {

/// Where an engine listens, as in DOCKER_HOST: "unix:///var/run/docker.sock", "tcp://host:2375".
struct Endpoint
{
    enum class Kind { UnixSocket, Tcp };

    Kind kind = Kind::UnixSocket;
    QString path; ///< of a Unix socket
    QString host; ///< of a TCP endpoint
    quint16 port = 0;

    /// Why this endpoint was chosen, translated, for instance "from DOCKER_HOST".
    QString reason;
    /// Short name for the engine box: the Docker context's name, or "local".
    QString name;
    /// Whether a plain docker (or podman) command in the user's shell speaks to the same engine.
    bool shellReachesIt = false;
    /// Whether the user's current Docker context names it.
    bool fromContext = false;

    /// Reads an address; `/path` is a Unix socket. Nothing for schemes that are unknown or not supported yet.
    static std::optional<Endpoint> parse(const QString &address);
    /// The address as DOCKER_HOST would hold it.
    QString address() const;
    /// Whether this is the address of nothing.
    bool isEmpty() const { return path.isEmpty() && host.isEmpty(); }
    bool isLocalSocket() const { return kind == Kind::UnixSocket; }

    friend bool operator==(const Endpoint &a, const Endpoint &b) { return a.address() == b.address(); }
};

} // namespace Gantry

Q_DECLARE_METATYPE(Gantry::Endpoint)
