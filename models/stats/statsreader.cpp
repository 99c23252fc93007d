// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/statsreader.h"

#include "engine/onanswer.h"
#include "stats/statsparser.h"

#include <QDateTime>
#include <QSet>

namespace Gantry {

namespace {

constexpr int SampleAgainMs = 2000;
/// A share needs two readings: the second one of a container that was not known follows soon.
constexpr int SecondReadingMs = 1000;
constexpr int CallsAtOnce = 4;
/// More streams than that are read together: the loop's question whether one of two hundred has something takes longer
/// than reading it. As often as samples come, so that the time between two is right.
constexpr int FewStreams = 8;
constexpr int GatherMs = 1000;
constexpr int ListenMs = 4;

} // namespace

StatsReader::StatsReader(Engine *engine, StatsStore *store, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_store(store)
{
    m_again.setSingleShot(true);
    m_again.setInterval(SampleAgainMs);
    connect(&m_again, &QTimer::timeout, this, &StatsReader::update);
    m_gather.setInterval(GatherMs);
    connect(&m_gather, &QTimer::timeout, this, &StatsReader::listen);
    m_round.setInterval(UnattendedMs);
    connect(&m_round, &QTimer::timeout, this, [this] { ask(m_unhurried.values()); });
    connect(engine, &Engine::stateChanged, this, [this] {
        // What is left of the connection before speaks no more.
        const QStringList opened = m_streams.keys();
        for (const QString &id : opened)
            close(id);
        setUnhurried({});
        update();
    });
    connect(engine->containers(), &ContainerStore::changed, this, &StatsReader::update);
}

void StatsReader::want(const QObject *viewer, const QStringList &ids, Pace pace)
{
    const auto known = m_viewers.constFind(viewer);
    const Viewer wanted{ids, pace};
    if (known != m_viewers.cend() && *known == wanted)
        return;
    if (known == m_viewers.cend()) {
        connect(viewer, &QObject::destroyed, this, [this, viewer] {
            m_viewers.remove(viewer);
            update();
        });
    }
    m_viewers.insert(viewer, wanted);
    update();
}

void StatsReader::setPaused(bool paused)
{
    if (std::exchange(m_paused, paused) != paused)
        update();
}

void StatsReader::setAttended(bool attended)
{
    if (std::exchange(m_attended, attended) != attended)
        update();
}

void StatsReader::update()
{
    QSet<QString> followed;
    QSet<QString> unhurried;
    if (!m_paused && m_engine->client()) {
        followed = wanted(Pace::EverySecond);
        if (m_attended || !m_engine->client()->info().traits.answersSingleStats)
            followed += wanted(Pace::WhileAttended);
        else
            unhurried = wanted(Pace::WhileAttended) - followed;
    }
    const QStringList opened = m_streams.keys();
    for (const QString &id : opened) {
        if (!followed.contains(id))
            close(id);
    }
    for (const QString &id : std::as_const(followed)) {
        if (!m_streams.contains(id))
            open(id);
    }
    gather();
    setUnhurried(unhurried);
}

void StatsReader::gather()
{
    const bool many = m_streams.size() > FewStreams;
    if (many == m_gather.isActive())
        return;
    if (many) {
        m_gather.start();
        return;
    }
    m_gather.stop();
    for (StatsStream *stream : std::as_const(m_streams))
        stream->setGathering(false);
}

/// For a moment, in which all that has come is read.
void StatsReader::listen()
{
    for (StatsStream *stream : std::as_const(m_streams)) {
        stream->setGathering(true);
        stream->setListening(true);
    }
    QTimer::singleShot(ListenMs, this, [this] {
        if (!m_gather.isActive())
            return;
        for (StatsStream *stream : std::as_const(m_streams))
            stream->setListening(false);
    });
}

QSet<QString> StatsReader::wanted(Pace pace) const
{
    QSet<QString> ids;
    const QHash<QString, ContainerSummary> &known = m_engine->containers()->containers();
    for (const Viewer &viewer : m_viewers) {
        if (viewer.pace != pace)
            continue;
        for (const QString &id : viewer.ids) {
            const auto found = known.constFind(id);
            if (found != known.cend()
                && (found->state == ContainerState::Running || found->state == ContainerState::Paused))
                ids.insert(id);
        }
    }
    return ids;
}

void StatsReader::open(const QString &id)
{
    StatsStream *stream = m_engine->client()->stats(id, this);
    m_streams.insert(id, stream);
    connect(stream, &StatsStream::arrived, this, [this, id](const QByteArray &json) { take(id, json); });
    // The list tells of a container that ended; for anything else it is tried again.
    const auto ended = [this, id] {
        close(id);
        m_again.start();
    };
    connect(stream, &EngineStream::finished, this, ended);
    connect(stream, &EngineStream::failed, this, ended);
}

void StatsReader::close(const QString &id)
{
    StatsStream *stream = m_streams.take(id);
    stream->disconnect(this);
    stream->cancel();
    stream->deleteLater();
}

void StatsReader::setUnhurried(const QSet<QString> &ids)
{
    QStringList unknown;
    for (const QString &id : ids) {
        if (!m_unhurried.contains(id) && !m_store->present(id))
            unknown << id;
    }
    m_unhurried = ids;
    if (ids.isEmpty())
        m_round.stop();
    else if (!m_round.isActive())
        m_round.start();
    ask(unknown);
}

void StatsReader::ask(const QStringList &ids)
{
    for (const QString &id : ids) {
        if (!m_toAsk.contains(id))
            m_toAsk << id;
    }
    while (m_asked < CallsAtOnce && !m_toAsk.isEmpty())
        askNext();
}

void StatsReader::askNext()
{
    const QString id = m_toAsk.takeFirst();
    if (!m_unhurried.contains(id) || !m_engine->client())
        return;
    ++m_asked;
    const auto answered = [this] {
        --m_asked;
        ask({});
    };
    onAnswer<EngineError>(
        m_engine->client()->singleStats(id), this,
        [this, id, answered](const QByteArray &json) {
            const bool known = m_store->present(id);
            take(id, json);
            if (!known)
                QTimer::singleShot(SecondReadingMs, this, [this, id] { ask({id}); });
            answered();
        },
        // The list tells of a container that ended; anything else is tried again with the next round.
        [answered](const EngineError &) { answered(); }, answered);
}

void StatsReader::take(const QString &id, const QByteArray &json)
{
    if (std::optional<StatsSample> sample = StatsParser::parse(json, m_store->present(id))) {
        sample->time = QDateTime::currentMSecsSinceEpoch();
        m_store->append(id, *sample);
    }
}

} // namespace Gantry
