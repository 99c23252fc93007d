// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"
#include "operations/operationlog.h"

#include <QObject>

#include <functional>

namespace Gantry {

/// What a user can do to images, volumes and networks. Each call makes one visible operation for all the objects given
/// (they run side by side; each failure is named), with the equivalent docker command.
class ObjectCommands : public QObject
{
    Q_OBJECT

public:
    /// What the engine is asked for, and what the user reads.
    struct Target
    {
        QString id;
        QString name;
    };

    /// \a engine and \a log are not owned and outlive this.
    ObjectCommands(Engine *engine, OperationLog *log, QObject *parent = nullptr);

    /// `docker rmi`: DELETE /images/{name} (API 1.41); a name is only untagged while the image has others.
    Operation *removeImages(const QList<Target> &images);
    /// `docker volume rm`: DELETE /volumes/{name} (API 1.41).
    Operation *removeVolumes(const QList<Target> &volumes);
    /// `docker network rm`: DELETE /networks/{id} (API 1.41).
    Operation *removeNetworks(const QList<Target> &networks);

private:
    using Call = std::function<QFuture<void>(EngineClient *client, const QString &id)>;
    /// Calls once for each target and ends the operation when all have answered.
    void run(Operation *operation, const QList<Target> &targets, const Call &call);
    Operation *begin(const QString &title, QStringList command, const QList<Target> &targets);

    Engine *m_engine;
    OperationLog *m_log;
};

} // namespace Gantry
