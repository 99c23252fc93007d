// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/livecontainers.h"

#include "engine/onanswer.h"

#include <QSet>
#include <QThreadPool>

#include <algorithm>
#include <iterator>
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
/// Of a list so many are taken at once, and as often as fits into a piece of time; most of them are as they were.
/// Between two pieces the thread rests: one that asks for all of a busy machine's time waits for it longest.
constexpr qsizetype containersAtOnce = 10;
constexpr qint64 pieceNs = 1'500'000;
constexpr int pieceRestMs = 3;
/// After more at once there is a rest of so long for each, so that a storm leaves time for the window; nobody follows
/// hundreds of rows by the frame.
constexpr qint64 restMs = 1;
constexpr qint64 longestRestMs = 250;

/// To read a whole list takes several times what is kept of it, in threads that may never need it again.
void giveBackMemory()
{
#ifdef __GLIBC__
    ::malloc_trim(0);
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
                         tr("no answer for %n second(s)", nullptr, m_openTimer.interval() / 1000)));
    });
    m_openTimer.start(client->patienceMs());

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
    const qint64 soonest = std::max(frameMs, m_restUntil - now);
    if (m_timer.isActive() && m_timer.remainingTime() <= soonest)
        return;
    std::optional<qint64> due = m_schedule.nextDue(now);
    if (m_allDue) {
        const qint64 untilAll = std::max<qint64>(0, *m_allDue - now);
        due = std::min(due.value_or(untilAll), untilAll);
    }
    if (!due) {
        m_timer.stop();
        return;
    }
    const int wait = int(std::max(soonest, *due));
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
        [this, ids, all, wanted](const QList<ContainerSummary> &list) {
            const auto answer = std::make_shared<Answer>();
            answer->isWhole = wanted;
            answer->list = list;
            // Nobody asked for others: what has an id like that is no container.
            if (!all)
                answer->list.removeIf(
                    [&ids](const ContainerSummary &container) { return !ids.contains(container.id); });
            QSet<QString> listed;
            listed.reserve(answer->list.size());
            for (const ContainerSummary &container : std::as_const(answer->list))
                listed.insert(container.id);
            const auto isMissing = [&listed](const QString &id) { return !listed.contains(id); };
            std::copy_if(ids.begin(), ids.end(), std::back_inserter(answer->missing), isMissing);
            QStringList gone = answer->missing;
            if (all) {
                const QHash<QString, ContainerSummary> &known = m_store->containers();
                std::copy_if(known.keyBegin(), known.keyEnd(), std::back_inserter(gone), isMissing);
            }
            m_store->update(gone, {});
            apply(answer);
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

void LiveContainers::apply(const std::shared_ptr<Answer> &answer)
{
    if (m_lost)
        return;
    const qint64 begin = m_clock.nsecsElapsed();
    do {
        const QList<ContainerSummary> piece = answer->list.mid(answer->applied, containersAtOnce);
        answer->applied += piece.size();
        m_store->update({}, piece);
        for (const ContainerSummary &container : piece)
            m_schedule.applied(container.id, container.state, m_clock.elapsed());
    } while (answer->applied < answer->list.size() && m_clock.nsecsElapsed() - begin < pieceNs);
    if (answer->applied == answer->list.size())
        finish(answer);
    else
        QTimer::singleShot(pieceRestMs, Qt::PreciseTimer, this, [this, answer] { apply(answer); });
}

void LiveContainers::finish(const std::shared_ptr<Answer> &answer)
{
    m_fetching = false;
    const qint64 now = m_clock.elapsed();
    for (const QString &missing : std::as_const(answer->missing))
        m_schedule.applied(missing, std::nullopt, now);
    if (answer->list.size() > containersAtOnce)
        m_restUntil = now + std::min(longestRestMs, answer->list.size() * restMs);
    // To free a long one takes longer than the window should stand still.
    QThreadPool::globalInstance()->start(
        [list = std::exchange(answer->list, {}), isLast = answer->isWhole && !m_allDue]() mutable {
            list = {};
            if (isLast)
                giveBackMemory();
        });
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
