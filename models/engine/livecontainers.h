// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/containerstore.h"
#include "engine/engineclient.h"
#include "engine/refreshschedule.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>

namespace Gantry {

/// Keeps a ContainerStore true over one connection: follows /events first, then lists, and from then on fetches what
/// events name, all that is due together, one fetch at a time. Lives as long as the connection.
class LiveContainers : public QObject
{
    Q_OBJECT

public:
    LiveContainers(EngineClient *client, ContainerStore *store, QObject *parent);

    /// Fetches the whole list again, whether events asked for it or not.
    void refresh();

Q_SIGNALS:
    /// The engine has been asked for its list, which will take a while.
    void asked();
    /// The store shows the engine's list for the first time.
    void ready();
    /// The connection is of no use any more; emitted once.
    void lost(const Gantry::EngineError &error);
    /// Any event that changes a list, after its container was marked.
    void arrived(const Gantry::EngineEvent &event);
    /// A fetch was refused; it will be repeated.
    void fetchFailed(const Gantry::EngineError &error);
    /// A fetch succeeded.
    void fetched();

private:
    void take(const EngineEvent &event);
    void listAll();
    void plan();
    void fetchDue();
    /// To a fetch; the store is brought up to date with it a piece at a time.
    struct Answer
    {
        QList<ContainerSummary> list;
        qsizetype applied = 0; ///< so many of them
        QStringList missing; ///< that were asked for
        bool isWhole = false; ///< all containers were wanted, not only because a filter would be too long
    };
    void apply(const std::shared_ptr<Answer> &answer);
    void finish(const std::shared_ptr<Answer> &answer);
    void lose(const EngineError &error);

    EngineClient *m_client;
    ContainerStore *m_store;
    EventStream *m_events;
    RefreshSchedule m_schedule;
    QElapsedTimer m_clock;
    std::optional<qint64> m_allDue; ///< when the whole list is to be fetched, by m_clock; not for events
    bool m_confirms = false; ///< once more after that
    qint64 m_restUntil = 0; ///< by m_clock
    QTimer m_timer;
    QTimer m_openTimer;
    bool m_listed = false;
    bool m_fetching = false;
    bool m_lost = false;
};

} // namespace Gantry
