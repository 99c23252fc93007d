// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"
#include "operations/operationlog.h"

#include <QObject>

namespace Gantry {

/// What a user can do to containers. Each call makes one visible operation for all the containers given (they run side
/// by side; each failure is named), with the equivalent docker command. The lists change only when the engine says so.
class ContainerCommands : public QObject
{
    Q_OBJECT

public:
    ContainerCommands(Engine *engine, OperationLog *log, QObject *parent = nullptr);

    Operation *start(const QStringList &ids);
    Operation *stop(const QStringList &ids);
    Operation *restart(const QStringList &ids);
    Operation *pause(const QStringList &ids);
    Operation *unpause(const QStringList &ids);
    Operation *kill(const QStringList &ids);
    Operation *rename(const QString &id, const QString &name);
    /// \a volumes are removed after the containers (by name; anonymous ones go with their container).
    Operation *remove(const QStringList &ids, bool anonymousVolumes, const QStringList &volumes = {});

private:
    Engine *m_engine;
    OperationLog *m_log;
};

} // namespace Gantry
