// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compose/project.h"
#include "engine/containerstore.h"
#include "engine/engineclient.h"
#include "operations/operation.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace Gantry {

/// Starts, stops and takes down a project through the Engine API alone, in the order of its dependencies: for machines
/// without Compose and for projects whose files are not here. Reports to one operation and deletes itself when that has
/// ended.
class EngineRoute : public QObject
{
    Q_OBJECT

public:
    /// \a containers outlives \a parent.
    EngineRoute(EngineClient *client, ContainerStore *containers, const Project &project, Operation *operation,
                QObject *parent);

    /// Dependencies first; waits for healthy and for completed where a dependency says so.
    void start();
    void stop();
    void restart();
    /// Stops, removes containers (one-off ones too) and the project's networks; with \a volumes its volumes.
    void down(bool volumes);
    /// Only the instances of one service, whatever the others do.
    void startService(const QString &service);
    void stopService(const QString &service);
    void restartService(const QString &service);

private:
    using Call = std::function<QFuture<void>(EngineClient *)>;
    struct Wait
    {
        QString container;
        ServiceDependency::Condition condition;
    };
    /// Calls that run side by side, or waits, or something that adds further steps and then calls next().
    struct Step
    {
        QString phase;
        QList<Call> calls;
        QList<Wait> waits;
        std::function<void()> look;
    };

    /// \a stopped: they were stopped by an earlier step, so that none is paused.
    void addStart(const QStringList &services, bool stopped);
    void addStop(const QStringList &services);
    void addRemoval(bool volumes);
    /// Of what the project owns in the list of the engine, which is asked for when the step comes.
    template <typename T>
    void addRemovalOf(const QString &phase, QFuture<QList<T>> (EngineClient::*list)(),
                      std::function<Call(const T &)> removal);
    void addNetworks();
    void addVolumes();
    void insertNext(const Step &step);
    QString namesOf(const QStringList &ids) const;

    void run();
    void next();
    void call(const Step &step);
    void checkWaits();
    /// Nothing while the wait goes on; else an empty string when it is over, or what went wrong.
    std::optional<QString> outcome(const Wait &wait, const ContainerDetails &details) const;
    void end();
    void fail(const Failure &failure);
    /// With what the calls of the current step answered.
    void failAll();

    QPointer<EngineClient> m_client;
    ContainerStore *m_containers;
    Project m_project;
    QPointer<Operation> m_operation;
    QList<Step> m_steps;
    int m_pendingCalls = 0; ///< of the current step
    QList<EngineError> m_failures; ///< of the current step
    QList<Wait> m_waits;
    bool m_checking = false;
    bool m_checkAgain = false;
};

} // namespace Gantry
