// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cleanup/cleanuplists.h"

#include "engine/engine.h"

namespace Gantry {

namespace {

constexpr int burstMs = 100;

} // namespace

CleanupLists::CleanupLists(Engine *engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(burstMs);
    connect(&m_timer, &QTimer::timeout, this, &CleanupLists::changed);
    const auto note = [this](List list) {
        return [this, list] {
            m_changed[list] = true;
            if (!m_timer.isActive())
                m_timer.start();
        };
    };
    connect(engine->containers(), &ContainerStore::changed, this, note(Containers));
    connect(engine, &Engine::imagesChanged, this, note(Images));
    connect(engine, &Engine::volumesChanged, this, note(Volumes));
    connect(engine, &Engine::networksChanged, this, note(Networks));
}

void CleanupLists::bring(CleanupFacts *facts) const
{
    if (m_changed[Containers])
        facts->setContainers(m_engine->containers()->containers().values());
    if (m_changed[Images])
        facts->setImages(m_engine->images());
    if (m_changed[Volumes])
        facts->setVolumes(m_engine->volumes());
    if (m_changed[Networks])
        facts->networks = m_engine->networks();
}

} // namespace Gantry
