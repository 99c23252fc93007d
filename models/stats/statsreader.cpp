// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/statsreader.h"

#include "stats/statsparser.h"

#include <QDateTime>
#include <QSet>

namespace Gantry {

namespace {

constexpr int SampleAgainMs = 2000;

} // namespace

StatsReader::StatsReader(Engine *engine, StatsStore *store, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_store(store)
{
    m_again.setSingleShot(true);
    m_again.setInterval(SampleAgainMs);
    connect(&m_again, &QTimer::timeout, this, &StatsReader::update);
    connect(engine, &Engine::stateChanged, this, [this] {
        // What is left of the connection before speaks no more.
        const QStringList opened = m_streams.keys();
        for (const QString &id : opened)
            close(id);
        update();
    });
    connect(engine->containers(), &ContainerStore::changed, this, &StatsReader::update);
}

void StatsReader::want(const QObject *viewer, const QStringList &ids)
{
    const bool isNew = !m_wanted.contains(viewer);
    if (m_wanted.value(viewer) == ids)
        return;
    m_wanted.insert(viewer, ids);
    if (isNew) {
        connect(viewer, &QObject::destroyed, this, [this, viewer] {
            m_wanted.remove(viewer);
            update();
        });
    }
    update();
}

void StatsReader::setPaused(bool paused)
{
    if (m_paused == paused)
        return;
    m_paused = paused;
    update();
}

void StatsReader::update()
{
    QSet<QString> wanted;
    if (!m_paused && m_engine->client()) {
        const QHash<QString, ContainerSummary> &known = m_engine->containers()->containers();
        for (const QStringList &ids : std::as_const(m_wanted)) {
            for (const QString &id : ids) {
                const auto found = known.constFind(id);
                if (found != known.cend()
                    && (found->state == ContainerState::Running || found->state == ContainerState::Paused))
                    wanted.insert(id);
            }
        }
    }
    const QStringList opened = m_streams.keys();
    for (const QString &id : opened) {
        if (!wanted.contains(id))
            close(id);
    }
    for (const QString &id : std::as_const(wanted)) {
        if (!m_streams.contains(id))
            open(id);
    }
}

void StatsReader::open(const QString &id)
{
    StatsStream *stream = m_engine->client()->stats(id, this);
    m_streams.insert(id, stream);
    connect(stream, &StatsStream::arrived, this, [this, id](const QByteArray &json) {
        if (std::optional<StatsSample> sample = StatsParser::parse(json)) {
            sample->time = QDateTime::currentMSecsSinceEpoch();
            m_store->append(id, *sample);
        }
    });
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

} // namespace Gantry
