// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/diskmeter.h"

#include "engine/onanswer.h"

namespace Gantry {

using namespace Qt::StringLiterals;

DiskMeter::DiskMeter(Engine *engine, OperationLog *log, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_log(log)
{
    connect(engine, &Engine::stateChanged, this, [this](Engine::State state) {
        // What was measured elsewhere must not be taken for this one's.
        if (state == Engine::State::Connected && m_engine->endpoint().address() != m_address
            && !(m_volumes.isEmpty() && m_images.isEmpty()))
            take({});
    });
}

Operation *DiskMeter::measure()
{
    if (isMeasuring())
        return m_operation;
    Operation *operation
        = m_log->begin(tr("Measure sizes"), m_engine->commandPrefix() << u"system"_s << u"df"_s << u"-v"_s);
    m_operation = operation;
    operation->setRetry([this] { measure(); });
    EngineClient *client = m_engine->client();
    if (!client) {
        operation->fail(Failure::of(EngineError(EngineError::Kind::Unreachable, EngineClient::tr("reach the engine"),
                                                EngineClient::tr("not connected"))));
        return operation;
    }
    operation->setProgress(-1, tr("The engine measures; large volumes take their time"));
    const QFuture<DiskUsage> answer = client->diskUsage();
    operation->setCanceller([operation, answer = answer]() mutable {
        answer.cancel();
        operation->setCancelled();
    });
    onAnswer<EngineError>(
        answer, operation,
        [this, operation](const DiskUsage &usage) {
            operation->setRetry({});
            take(usage);
            operation->succeed();
        },
        [operation](const EngineError &error) { operation->fail(Failure::of(error)); });
    return operation;
}

void DiskMeter::take(const DiskUsage &usage)
{
    m_address = m_engine->endpoint().address();
    m_volumes.clear();
    m_images.clear();
    for (const VolumeUsage &entry : usage.volumes) {
        if (entry.size >= 0)
            m_volumes.insert(entry.volume.name, entry.size);
    }
    for (const ImageUsage &entry : usage.images) {
        if (entry.uniqueSize() >= 0)
            m_images.insert(entry.image.id, entry.uniqueSize());
    }
    Q_EMIT measured();
}

} // namespace Gantry
