// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/livecontainers.h"

#include "engine/onanswer.h"

#include <QHash>
#include <QSet>
#include <QThreadPool>

#include <algorithm>
#include <utility>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

/// Bursts of events become one update a frame.
constexpr qint64 frameMs = 16;
/// Beyond this, the whole list is cheaper than its filter.
constexpr qsizetype mostIdsInFilter = 200;
constexpr int repeatAfterMs = 1000;
/// No event tells of a row that was harmed on its way: a whole list is fetched once more to be sure of it.
constexpr int confirmAfterMs = 1000;
/// What follows from a change of so many is done in well under a frame.
constexpr qsizetype containersAtOnce = 25;
/// After more at once there is a rest of so long for each, so that a storm leaves time for the window; nobody follows
/// hundreds of rows by the frame.
constexpr qint64 restMs = 1;
constexpr qint64 longestRestMs = 250;
constexpr int openTimeoutMs = 30'000;

/// To read a whole list takes several times what is kept of it, in threads that may never need it again.
void giveBackMemory()
{
#ifdef __GLIBC__
    QThreadPool::globalInstance()->start([] { ::malloc_trim(0); });
#endif
}

} // namespace

LiveContainers::LiveContainers(EngineClient *client, ContainerStore *store, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_store(store)
    , m_events(client->events(this))
{
    m_clock.start();
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &LiveContainers::fetchDue);
    m_openTimer.setSingleShot(true);
    connect(&m_openTimer, &QTimer::timeout, this, [this] {
        lose(EngineError(EngineError::Kind::ConnectionLost, tr("follow the engine's events"),
                         tr("no answer for %n second(s)", nullptr, openTimeoutMs / 1000)));
    });
    m_openTimer.start(openTimeoutMs);

    connect(m_events, &EngineStream::opened, this, [this] {
        m_openTimer.stop();
        listAll();
    });
    connect(m_events, &EventStream::arrived, this, &LiveContainers::take);
    connect(m_events, &EngineStream::failed, this, &LiveContainers::lose);
    connect(m_events, &EngineStream::finished, this, [this] {
        lose(EngineError(EngineError::Kind::ConnectionLost, tr("follow the engine's events"),
                         tr("the engine ended the stream")));
    });
}

void LiveContainers::refresh()
{
    m_allDue = m_clock.elapsed();
    m_confirms = true;
    plan();
}

void LiveContainers::take(const EngineEvent &message)
{
    if (!message.changesLists())
        return;
    const bool known = message.probed && m_store->container(message.id).health == *message.probed;
    if (message.type == "container"_L1 && !message.id.isEmpty() && !known) {
        m_schedule.note(message, m_clock.elapsed());
        plan();
    } else if (message.type == "network"_L1) {
        const QString container = message.attributes.value(u"container"_s);
        if (!container.isEmpty()) {
            m_schedule.note(container, m_clock.elapsed());
            plan();
        }
    }
    Q_EMIT arrived(message);
}

void LiveContainers::listAll()
{
    onAnswer<EngineError>(
        m_client->containers(), this,
        [this](const QList<ContainerSummary> &list) {
            if (m_lost)
                return;
            m_store->replaceAll(list);
            m_listed = true;
            m_allDue = m_clock.elapsed() + confirmAfterMs;
            Q_EMIT ready();
            // Events that came since the subscription: the list may be older or newer than each.
            plan();
        },
        [this](const EngineError &error) { lose(error); });
    Q_EMIT asked();
}

void LiveContainers::plan()
{
    if (!m_listed || m_fetching || m_lost)
        return;
    const qint64 now = m_clock.elapsed();
    std::optional<qint64> due = m_schedule.nextDue(now);
    if (m_allDue) {
        const qint64 untilAll = std::max<qint64>(0, *m_allDue - now);
        due = std::min(due.value_or(untilAll), untilAll);
    }
    if (!due) {
        m_timer.stop();
        return;
    }
    const int wait = int(std::max({frameMs, *due, m_restUntil - now}));
    // A timer that is due sooner stays: a stream of events must not put the update off for ever.
    if (!m_timer.isActive() || m_timer.remainingTime() > wait)
        m_timer.start(wait);
}

void LiveContainers::fetchDue()
{
    const QStringList ids = m_schedule.takeDue(m_clock.elapsed());
    const bool wanted = m_allDue && *m_allDue <= m_clock.elapsed();
    const bool confirms = wanted && std::exchange(m_confirms, false);
    if (wanted)
        m_allDue.reset();
    if (confirms)
        m_allDue = m_clock.elapsed() + confirmAfterMs;
    const bool all = wanted || ids.size() > mostIdsInFilter;
    if (ids.isEmpty() && !all) {
        plan();
        return;
    }
    m_fetching = true;
    onAnswer<EngineError>(
        m_client->containers(all ? QStringList() : ids), this,
        [this, ids, all, wanted](QList<ContainerSummary> list) {
            QSet<QString> gone;
            if (all)
                gone = QSet<QString>(m_store->containers().keyBegin(), m_store->containers().keyEnd());
            else
                gone = QSet<QString>(ids.begin(), ids.end());
            // Nobody asked for others: what has an id like that is no container.
            if (!all)
                list.removeIf([&gone](const ContainerSummary &container) { return !gone.contains(container.id); });
            for (const ContainerSummary &container : std::as_const(list))
                gone.remove(container.id);
            m_store->update(gone.values(), {});
            apply(list, 0, [this, ids, list, wanted] {
                applied(ids, list);
                if (wanted && !m_allDue)
                    QTimer::singleShot(0, this, &giveBackMemory); // when this list is gone, too
            });
        },
        [this, ids, wanted, confirms](const EngineError &error) {
            m_fetching = false;
            if (error.kind() != EngineError::Kind::Refused) {
                lose(error);
                return;
            }
            for (const QString &id : ids)
                m_schedule.failed(id, m_clock.elapsed());
            if (wanted) {
                m_allDue = m_clock.elapsed() + repeatAfterMs;
                m_confirms = confirms;
            }
            Q_EMIT fetchFailed(error);
            plan();
        });
}

void LiveContainers::apply(const QList<ContainerSummary> &list, qsizetype first, const std::function<void()> &done)
{
    if (m_lost)
        return;
    const QList<ContainerSummary> slice = list.mid(first, containersAtOnce);
    QStringList ids;
    for (const ContainerSummary &container : slice)
        ids << container.id;
    m_store->update(ids, slice);
    if (first + containersAtOnce >= list.size())
        done();
    else
        QTimer::singleShot(0, this, [this, list, first, done] { apply(list, first + containersAtOnce, done); });
}

void LiveContainers::applied(const QStringList &ids, const QList<ContainerSummary> &list)
{
    m_fetching = false;
    const qint64 now = m_clock.elapsed();
    if (list.size() > containersAtOnce)
        m_restUntil = now + std::min(longestRestMs, list.size() * restMs);
    QHash<QString, ContainerState> states;
    for (const ContainerSummary &container : list)
        states.insert(container.id, container.state);
    for (const QString &id : ids) {
        const auto it = states.constFind(id);
        m_schedule.applied(id, it == states.cend() ? std::nullopt : std::optional(*it), now);
    }
    Q_EMIT fetched();
    plan();
}

void LiveContainers::lose(const EngineError &error)
{
    if (std::exchange(m_lost, true))
        return;
    m_timer.stop();
    m_openTimer.stop();
    m_events->cancel();
    Q_EMIT lost(error);
}

} // namespace Gantry
