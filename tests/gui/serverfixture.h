// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "consolefixture.h"
#include "live/postgrescontainer.h"

#include <optional>

namespace Gantry {

/// The page "Databases" with a server of the test's own in a container.
class ServerFixture : public ConsoleFixture
{
protected:
    void beginServer(const QString &name)
    {
        beginConsoles();
        m_server.emplace(name);
        QVERIFY2(!m_server->id().isEmpty(), m_server->problem());
    }
    /// Right after the container was started the server may not answer yet: the console waits.
    bool opens(const QString &id)
    {
        m_page->openConsole(id);
        return QTest::qWaitFor([this] { return connected(); }, 2 * Patience);
    }
    void endServer()
    {
        endConsoles();
        m_server.reset();
    }

    std::optional<PostgresContainer> m_server;
};

} // namespace Gantry
