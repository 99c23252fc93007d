// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/event.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace Gantry {

class Engine;
class OperationLog;

/// What happens to containers that nobody asked for, as the engine's events tell it while it is connected: they end by
/// themselves with an error, or turn unhealthy. What was so before is not told.
class ContainerAlerts : public QObject
{
    Q_OBJECT

public:
    /// Neither is owned; both outlive this.
    ContainerAlerts(const Engine *engine, const OperationLog *operations, QObject *parent = nullptr);

    /// How long to wait for what says after an end that somebody wanted it: Podman tells of a stop when it is done.
    void setPatience(int milliseconds) { m_patienceMs = milliseconds; }

Q_SIGNALS:
    /// Ended with an error, and neither stopped, killed nor removed by anyone.
    void died(const QString &id, const QString &name, int exitCode, bool outOfMemory);
    void turnedUnhealthy(const QString &id, const QString &name);

private:
    struct Kill
    {
        qint64 timeNano = 0;
        bool mayReload = false; ///< by a signal that many programs go on after
    };
    struct Death
    {
        QString name;
        int exitCode = 0;
        bool outOfMemory = false;
    };

    void take(const EngineEvent &event);
    void takeDeath(const EngineEvent &event);
    void tell(const QString &id);
    bool isBusy(const QString &id) const;
    QString nameOf(const EngineEvent &event) const;

    const Engine *m_engine;
    const OperationLog *m_operations;
    int m_patienceMs = 1000;
    QHash<QString, Kill> m_kills; ///< of those that run still
    QSet<QString> m_outOfMemory; ///< of those that run still
    QHash<QString, Death> m_deaths; ///< that are to be told
};

} // namespace Gantry
