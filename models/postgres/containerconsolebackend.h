// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"
#include "postgres/consolebackend.h"

namespace Gantry {

/// Does for consoles what they need of the engine: finds their containers in its list, inspects them (GET
/// /containers/{id}/json, API 1.41), opens tunnels into them.
class ContainerConsoleBackend : public ConsoleBackend
{
    Q_OBJECT

public:
    /// \a engine outlives the backend.
    explicit ContainerConsoleBackend(Engine *engine, QObject *parent = nullptr);

    Presence find(ConsolePlace *place) const override;
    bool hasRoute(const QString &containerId, const DatabaseRoute &route) const override;
    QFuture<DatabaseLogin> login(const QString &containerId) override;
    QFuture<QList<DatabaseRoute>> routes(const QString &containerId, quint16 port,
                                         DatabaseRoute::Kinds allowed) override;
    QFuture<OpenRoute> open(const QString &containerId, quint16 port, const DatabaseRoute &route) override;

private:
    Engine *m_engine;
};

} // namespace Gantry
