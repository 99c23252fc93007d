// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compose/project.h"
#include "connections/serviceaddress.h"
#include "engine/engine.h"

#include <QMap>
#include <QObject>

namespace Gantry {

/// Finds out where the services of a project are reached: inspects one container of each (GET /containers/{id}/json,
/// API 1.41), and reads the login of PostgreSQL servers from their environment.
class ConnectionsReader : public QObject
{
    Q_OBJECT

public:
    explicit ConnectionsReader(Engine *engine, QObject *parent = nullptr);

    /// Reads anew; what is still on its way of an earlier reading is dropped.
    void read(const Project &project);
    /// Of services without a container nothing is known. Sorted by service; valid after changed().
    const QList<ServiceAddress> &addresses() const { return m_addresses; }
    /// Why something is missing, one translated sentence a line; empty when all could be read.
    const QString &problem() const { return m_problem; }
    bool isReading() const { return m_waiting > 0; }

Q_SIGNALS:
    void changed();

private:
    void readLogin(quint64 generation, const QString &service, const ContainerDetails &details);
    void answered(quint64 generation);
    void failed(quint64 generation, const EngineError &error);

    Engine *m_engine;
    quint64 m_generation = 0;
    int m_waiting = 0;
    QMap<QString, ServiceContainer> m_containers; ///< by service, as they come
    QStringList m_problems;
    QList<ServiceAddress> m_addresses;
    QString m_problem;
};

} // namespace Gantry
