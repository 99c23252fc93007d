// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"
#include "lab/labenvironment.h"

#include <QTest>

#include <memory>

namespace Gantry {

/// A live test's connection to the lab's engine.
class LabEngine
{
public:
    /// Connects anew; the test fails where that cannot be done.
    void connect()
    {
        QVERIFY2(Lab::isUp(), Lab::notUp);
        m_engine = std::make_unique<Engine>();
        m_engine->start({{*Endpoint::parse(Lab::dockerHost())}, true, {}});
        QTRY_COMPARE_WITH_TIMEOUT(m_engine->state(), Engine::State::Connected, 60'000);
    }
    void reset() { m_engine.reset(); }

    Engine *get() const { return m_engine.get(); }
    Engine *operator->() const { return get(); }
    Engine &operator*() const { return *m_engine; }

private:
    std::unique_ptr<Engine> m_engine;
};

} // namespace Gantry
