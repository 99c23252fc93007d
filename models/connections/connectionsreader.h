// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compose/project.h"
#include "connections/serviceaddress.h"
#include "engine/engine.h"

#include <QMap>
#include <QObject>

#include <optional>

namespace Gantry {

/// Finds out where the services of a project are reached: inspects one container of each (GET /containers/{id}/json,
/// API 1.41), and reads the login of PostgreSQL servers from their environment. Whose container is in the list as it
/// was is not asked again.
class ConnectionsReader : public QObject
{
    Q_OBJECT

public:
    explicit ConnectionsReader(Engine *engine, QObject *parent = nullptr);

    /// Reads what changed since the last time; what is still on its way of an earlier reading is dropped.
    void read(const Project &project);
    /// Of services without a container nothing is known. Sorted by service; valid after changed().
    const QList<ServiceAddress> &addresses() const { return m_addresses; }
    /// Why something is missing, one translated sentence a line; empty when all could be read.
    const QString &problem() const { return m_problem; }
    bool isReading() const { return m_waiting > 0; }

Q_SIGNALS:
    void changed();

private:
    /// A service, as far as it was read.
    struct Known
    {
        ContainerSummary listed; ///< when it was asked, without what addresses do not depend on
        std::optional<ServiceContainer> container;
        QStringList problems;
        bool isWhole = false; ///< nothing failed, nothing is on its way
    };

    ContainerSummary listed(const QString &container) const;
    void ask(quint64 generation, const QString &service, const QString &container);
    void readLogin(quint64 generation, const QString &service, const ContainerDetails &details);
    void take(quint64 generation, const QString &service, const DatabaseLogin &login);
    void answered(quint64 generation);
    void failed(quint64 generation, const QString &service, const EngineError &error);

    Engine *m_engine;
    quint64 m_generation = 0;
    int m_waiting = 0;
    QString m_project;
    QMap<QString, Known> m_known; ///< by service
    QList<ServiceAddress> m_addresses;
    QString m_problem;
};

} // namespace Gantry
