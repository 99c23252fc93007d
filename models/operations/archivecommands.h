// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"
#include "operations/operationlog.h"

#include <QObject>

namespace Gantry {

/// Images to a file and back, each as a visible operation with its progress and its equivalent docker command.
class ArchiveCommands : public QObject
{
    Q_OBJECT

public:
    /// \a engine and \a log are not owned and outlive this.
    ArchiveCommands(Engine *engine, OperationLog *log, QObject *parent = nullptr);

    /// `docker save`: GET /images/get (API 1.41). \a names are tags, or ids of images without one; \a expected is about
    /// how many bytes there will be. The file has its name only when it is whole.
    Operation *save(const QStringList &names, const QString &path, qint64 expected);
    /// `docker load`: POST /images/load (API 1.41).
    Operation *load(const QString &path);

private:
    /// Ends \a operation unless an engine is connected.
    EngineClient *clientFor(Operation *operation) const;

    Engine *m_engine;
    OperationLog *m_log;
};

} // namespace Gantry
