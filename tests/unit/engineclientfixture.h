// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engineclient.h"
#include "fakeengine.h"

#include <QObject>

#include <memory>

namespace Gantry {

/// A client and the engine that it talks to, which the test plays.
class EngineClientFixture : public QObject
{
protected:
    void begin()
    {
        m_engine = std::make_unique<FakeEngine>();
        m_engine->answerBasics();
        m_client = std::make_unique<EngineClient>(m_engine->endpoint());
    }
    void end()
    {
        m_client.reset();
        m_engine.reset();
    }

    std::unique_ptr<FakeEngine> m_engine;
    std::unique_ptr<EngineClient> m_client;
};

} // namespace Gantry
