// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/runmemory.h"

#include <QHash>
#include <QSet>
#include <QStringList>

namespace Gantry {

class Engine;

/// Notes in a RunMemory what each service of an engine runs with, once it has run for a while and is well: inspects
/// each of their containers once, one after the other. Until when each of them ran is noted at its end, and at that of
/// the connection.
class RunWatch : public QObject
{
    Q_OBJECT

public:
    RunWatch(Engine *engine, RunMemory *memory, QObject *parent = nullptr);

    static ServiceKey keyOf(const Engine &engine, const ContainerSummary &container);
    /// How long a container must have run to count as one that runs. An engine's own measure, too.
    void setSettledAfter(int milliseconds);

private:
    void look();
    /// Those that no longer run well.
    void leave(const QStringList &ids);
    void leaveAll();
    void askNext();
    void take(const ContainerSummary &listed, const ContainerDetails &container);

    Engine *m_engine;
    RunMemory *m_memory;
    QTimer m_look;
    int m_settledMs = 10'000;
    QStringList m_queue;
    QSet<QString> m_noted;
    QHash<QString, ServiceKey> m_well; ///< by id, those that were noted and run well now
    bool m_asking = false;
};

} // namespace Gantry
