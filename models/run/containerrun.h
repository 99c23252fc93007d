// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/failure.h"
#include "run/runrequest.h"

#include <QFuture>
#include <QObject>

namespace Gantry {

class Engine;
class EngineClient;
class EngineError;
class ImagePull;
class Operation;
class OperationLog;

/// `docker run` as one operation: the image is pulled where the engine has none, then the container is created and
/// started. One that cannot be started is removed again, unlike docker's, so that its name is free for the next try.
/// Belongs to its operation.
class ContainerRun : public QObject
{
    Q_OBJECT

public:
    /// Begins at once. \a engine and \a log are not owned.
    ContainerRun(Engine *engine, OperationLog *log, const RunRequest &request);

    Operation *operation() const { return m_operation; }
    const RunRequest &request() const { return m_request; }
    /// The pull, while there is one.
    const ImagePull *pull() const { return m_pull; }

Q_SIGNALS:
    /// A change of pull()'s progress.
    void pulling();
    void started(const QString &containerId);
    /// The operation has failed; \a failure says it, too.
    void failed(const Gantry::Failure &failure);
    void cancelled();

private:
    /// The client, or nothing after it has told that there is none.
    EngineClient *client();
    void lookForImage();
    void pullImage();
    void create();
    void start();
    void startFailed(const EngineError &error);
    /// Removes what was created; \a then hears whether that worked.
    void undo(const std::function<void(bool removed)> &then);
    void cancel();
    void endCancelled();
    void fail(const Failure &failure);

    Engine *m_engine;
    RunRequest m_request;
    Operation *m_operation;
    ImagePull *m_pull = nullptr;
    QString m_id; ///< of the container, once created
    QFuture<void> m_starting;
    bool m_creating = false;
    bool m_cancelled = false;
};

} // namespace Gantry
