// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"
#include "files/copyout.h"
#include "operations/operationlog.h"

#include <QObject>

namespace Gantry {

class CopyIn;

/// Files to a container and back, each as a visible operation with its progress and its equivalent docker command.
class FileCommands : public QObject
{
    Q_OBJECT

public:
    /// \a engine and \a log are not owned and outlive this.
    FileCommands(Engine *engine, OperationLog *log, QObject *parent = nullptr);

    /// `docker cp CONTAINER:PATH FOLDER`. What is in the folder already makes place if \a overwrite, else it fails.
    Operation *copyOut(const QString &containerId, const QList<CopyOut::Item> &items, const QString &folder,
                       bool overwrite);
    /// `docker cp FILE CONTAINER:FOLDER`. What is there already makes place.
    Operation *copyIn(const QString &containerId, const QStringList &sources, const QByteArray &folder);

private:
    EngineClient *clientFor(Operation *operation) const;
    /// As the command line calls it.
    QString nameOf(const QString &containerId) const;
    static void report(const CopyOut *copy, Operation *operation);
    static void report(const CopyIn *copy, Operation *operation);

    Engine *m_engine;
    OperationLog *m_log;
};

} // namespace Gantry
