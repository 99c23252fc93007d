// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"
#include "operations/batchrun.h"
#include "operations/enginecall.h"
#include "operations/operationlog.h"

#include <QObject>

#include <functional>

namespace Gantry {

/// What a user can do to images, volumes and networks. Each call makes one visible operation for all the objects given
/// (they run side by side; each failure is named; what is gone already counts as removed), with the equivalent docker
/// command.
class ObjectCommands : public QObject
{
    Q_OBJECT

public:
    /// What the engine is asked for, and what the user reads.
    using Target = BatchRun::Item;

    /// \a engine and \a log are not owned and outlive this.
    ObjectCommands(Engine *engine, OperationLog *log, QObject *parent = nullptr);

    /// `docker rmi`: DELETE /images/{name} (API 1.41); a name is only untagged while the image has others. \a force:
    /// also where a stopped container uses it.
    Operation *removeImages(const QList<Target> &images, bool force = false);
    /// `docker tag`: POST /images/{name}/tag (API 1.41).
    Operation *tagImage(const Target &image, const QString &tag);
    /// `docker volume create`: POST /volumes/create (API 1.41).
    Operation *createVolume(const QString &name, const QMap<QString, QString> &labels);
    /// `docker network create`: POST /networks/create (API 1.41).
    Operation *createNetwork(const NetworkConfig &config);
    /// `docker network connect`: POST /networks/{id}/connect (API 1.41).
    Operation *connectNetwork(const Target &network, const Target &container, const QStringList &aliases);
    /// `docker network disconnect`: POST /networks/{id}/disconnect (API 1.41).
    Operation *disconnectNetwork(const Target &network, const QList<Target> &containers);
    /// `docker volume rm`: DELETE /volumes/{name} (API 1.41).
    Operation *removeVolumes(const QList<Target> &volumes);
    /// `docker network rm`: DELETE /networks/{id} (API 1.41).
    Operation *removeNetworks(const QList<Target> &networks);

    /// The removal of volumes as the last part of another operation, and its command.
    BatchRun::Step volumeStep(const QList<Target> &volumes);
    QStringList volumeCommand(const QList<Target> &volumes) const;

private:
    struct Removal
    {
        QStringList words; ///< of the command line
        std::function<QString(int count, const QString &name)> title;
        EngineCall call;
    };

    Operation *remove(const QList<Target> &targets, const Removal &removal);
    /// One call for \a target as an operation, which can be retried.
    Operation *runOne(const QString &title, const QStringList &command, const Target &target, const EngineCall &call);
    BatchRun::Step step(const QList<Target> &targets, const EngineCall &call);
    QStringList command(const QStringList &words, const QList<Target> &targets) const;

    Engine *m_engine;
    OperationLog *m_log;
};

} // namespace Gantry
