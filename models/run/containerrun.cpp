// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/containerrun.h"

#include "engine/engine.h"
#include "engine/middleleftout.h"
#include "engine/onanswer.h"
#include "operations/operationlog.h"
#include "quoted.h"
#include "run/imagepull.h"

#include <QPointer>

namespace Gantry {

using namespace Qt::StringLiterals;

ContainerRun::ContainerRun(Engine *engine, OperationLog *log, const RunRequest &request)
    : m_engine(engine)
    , m_request(request)
    , m_operation(log->begin(tr("Run %1").arg(middleLeftOut(request.name.isEmpty() ? request.image : request.name)),
                             request.toCommand(engine->commandPrefix(), false)))
{
    setParent(m_operation);
    m_operation->setCanceller([this] { cancel(); });
    m_operation->setRetry([engine = QPointer<Engine>(engine), log = QPointer<OperationLog>(log), request] {
        if (engine && log)
            new ContainerRun(engine, log, request);
    });
    // Later, so that the caller can connect.
    QMetaObject::invokeMethod(this, &ContainerRun::lookForImage, Qt::QueuedConnection);
}

EngineClient *ContainerRun::client()
{
    if (!m_engine->client())
        fail({tr("Could not run %1.").arg(middleLeftOut(m_request.image)), {}, tr("The engine is not connected.")});
    return m_engine->client();
}

void ContainerRun::lookForImage()
{
    EngineClient *engine = m_cancelled ? nullptr : client();
    if (!engine)
        return;
    m_operation->setProgress(-1, tr("Looking for the image %1").arg(middleLeftOut(m_request.image)));
    onAnswer<EngineError>(
        engine->inspectImage(m_request.image), this,
        [this](const ImageDetails &) {
            if (!m_cancelled)
                create();
        },
        [this](const EngineError &error) {
            if (m_cancelled)
                return;
            if (error.isNotFound())
                pullImage();
            else
                fail(Failure::of(error));
        });
}

void ContainerRun::pullImage()
{
    const std::optional<ImageReference> reference = ImageReference::parse(m_request.image);
    if (!reference) {
        fail({tr("There is no image %1.").arg(quoted(middleLeftOut(m_request.image))),
              {},
              tr("The engine has none of this name, and a registry can have none: check how it is written.")});
        return;
    }
    m_pull = new ImagePull(m_engine, *reference, m_operation, this);
    connect(m_pull, &ImagePull::progressed, this, &ContainerRun::pulling);
    connect(m_pull, &ImagePull::succeeded, this, &ContainerRun::create);
    connect(m_pull, &ImagePull::failed, this, &ContainerRun::fail);
    Q_EMIT pulling();
}

void ContainerRun::create()
{
    EngineClient *engine = client();
    if (!engine)
        return;
    m_operation->setProgress(-1, tr("Creating the container"));
    m_creating = true;
    onAnswer<EngineError>(
        engine->createContainer(m_request.name, m_request.toJson()), this,
        [this](const QString &id) {
            m_creating = false;
            m_id = id;
            m_operation->setSubjects({id});
            if (m_cancelled)
                endCancelled();
            else
                start();
        },
        [this](const EngineError &error) {
            if (m_cancelled)
                endCancelled();
            else
                fail(Failure::of(error));
        });
}

void ContainerRun::start()
{
    EngineClient *engine = client();
    if (!engine)
        return;
    m_operation->setProgress(-1, tr("Starting the container"));
    m_starting = engine->startContainer(m_id);
    onAnswer<EngineError>(
        m_starting, this,
        [this] {
            m_operation->succeed();
            Q_EMIT started(m_id);
        },
        [this](const EngineError &error) {
            if (!m_cancelled)
                startFailed(error);
        });
}

void ContainerRun::startFailed(const EngineError &error)
{
    Failure failure = Failure::of(error);
    failure.fact = tr("Could not start the container.");
    undo([this, failure](bool removed) mutable {
        const QString left = removed ? tr("It was removed again, so that its name is free.")
                                     : tr("It was created and is still there.");
        failure.advice = (failure.advice.isEmpty() ? QString() : failure.advice + u' ') + left;
        fail(failure);
    });
}

void ContainerRun::undo(const std::function<void(bool)> &then)
{
    EngineClient *engine = m_engine->client();
    if (!engine) {
        then(false);
        return;
    }
    onAnswer<EngineError>(
        engine->removeContainer(m_id, true, true), this, [then] { then(true); },
        [then](const EngineError &error) { then(error.isNotFound()); });
}

void ContainerRun::cancel()
{
    m_cancelled = true;
    if (m_pull)
        m_pull->cancel();
    m_starting.cancel();
    // An answer to the creation is waited for: what it made must go.
    if (!m_creating)
        endCancelled();
}

void ContainerRun::endCancelled()
{
    const auto end = [this](bool) {
        m_operation->setCancelled();
        Q_EMIT cancelled();
    };
    if (m_id.isEmpty())
        end(true);
    else
        undo(end);
}

void ContainerRun::fail(const Failure &failure)
{
    m_operation->fail(failure);
    Q_EMIT failed(failure);
}

} // namespace Gantry
