// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "postgres/consoleplace.h"
#include "postgres/databaselogin.h"
#include "postgres/databaseroute.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace Gantry {

/// A route that can be connected to: a tunnel has its folder as host, as long as guard lives.
struct OpenRoute
{
    DatabaseRoute route;
    std::shared_ptr<QObject> guard;
};

/// What a ConsoleConnection needs to know and to have done about a container. Futures fail with EngineError.
class ConsoleBackend : public QObject
{
    Q_OBJECT

public:
    enum class Presence {
        EngineAway, ///< not connected to an engine: nothing is known
        Missing, ///< no such container
        Stopped,
        Paused, ///< its processes are frozen: connections stay, nothing answers
        Running,
    };

    using QObject::QObject;
    ~ConsoleBackend() override;

    /// Finds the place's container as it is now and brings id and name in \a place up to date.
    virtual Presence find(ConsolePlace *place) const = 0;
    /// False when the container is known to run without the addresses that \a route leads to.
    virtual bool hasRoute(const QString &containerId, const DatabaseRoute &route) const = 0;
    /// Reads user, password and database from the environment of the container.
    virtual QFuture<DatabaseLogin> login(const QString &containerId) = 0;
    /// The safe ways of the \a allowed kinds to port \a port of it, the best first.
    virtual QFuture<QList<DatabaseRoute>> routes(const QString &containerId, quint16 port, DatabaseRoute::Kinds allowed)
        = 0;
    /// Opens a tunnel; for other routes there is nothing to do.
    virtual QFuture<OpenRoute> open(const QString &containerId, quint16 port, const DatabaseRoute &route) = 0;

Q_SIGNALS:
    /// A container came, went, started, stopped or was paused, or the engine came or went.
    void presenceChanged();
};

} // namespace Gantry
