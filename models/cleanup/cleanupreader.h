// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cleanup/cleanupfacts.h"
#include "engine/answer.h"
#include "engine/engineclient.h"

#include <QObject>
#include <QPointer>

namespace Gantry {

/// Reads what a clean-up must know, once, and deletes itself. Cancelling the answer takes back what is being asked.
class CleanupReader : public QObject
{
    Q_OBJECT

public:
    /// The lists, with all sizes. It takes as long as the engine measures.
    static QFuture<CleanupFacts> measure(EngineClient *client);
    /// The lists alone, at once.
    static QFuture<CleanupFacts> look(EngineClient *client);

private:
    explicit CleanupReader(EngineClient *client);

    void readSizes();
    void readLists();
    void readLayers();
    void finish();
    void fail(const EngineError &error);
    /// Goes on with \a then when \a call has answered, unless it was cancelled.
    template <typename T, typename Then> void ask(const QFuture<T> &call, Then then);

    QPointer<EngineClient> m_client;
    Answer<CleanupFacts> m_answer;
    CleanupFacts m_facts;
    DiskUsage m_sizes;
    bool m_measures = false;
    int m_waiting = 0;
};

} // namespace Gantry
