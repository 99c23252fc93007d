// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engineclient.h"

#include <QObject>
#include <QTimer>

namespace Gantry {

/// Tells a silent engine from a slow answer: while a call waits, it asks the engine for a sign of life on a connection
/// of its own. Nothing is asked as long as no call waits; once the engine is silent, the question stays open until it
/// is answered. A stopped process still accepts connections, so that nothing else would tell.
class AnswerWatch : public QObject
{
    Q_OBJECT

public:
    /// \a client is not owned and outlives the watch.
    AnswerWatch(EngineClient *client, QObject *parent);

    bool isSilent() const { return m_silent; }

    /// The engine's time for a sign of life.
    static constexpr int PatienceMs = 3000;

Q_SIGNALS:
    void silentChanged(bool silent);

private:
    void ask();
    void setSilent(bool silent);

    EngineClient *m_client;
    QTimer m_patience;
    QTimer m_again;
    bool m_asking = false;
    bool m_silent = false;
};

} // namespace Gantry
