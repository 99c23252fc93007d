// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/mergedlogreader.h"

#include "engine/engine.h"
#include "engine/onanswer.h"

#include <algorithm>
#include <utility>

namespace Gantry {

MergedLogReader::MergedLogReader(Engine *engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_log(new MergedLog(this))
{
    connect(engine, &Engine::containerEvent, m_log, &MergedLog::apply);
    connect(engine, &Engine::stateChanged, this, [this](Engine::State state) {
        // Nobody knows what was missed.
        if (state == Engine::State::Connected && m_isOpen)
            open(m_beginning);
    });
}

void MergedLogReader::setContainers(const QList<Container> &containers)
{
    if (m_containers == containers)
        return;
    m_containers = containers;
    if (!m_isOpen)
        return;
    const auto isWanted = [&containers](const QString &id) {
        return std::any_of(containers.begin(), containers.end(),
                           [&id](const Container &each) { return each.id == id; });
    };
    const QSet<QString> read = m_read;
    for (const QString &id : read) {
        if (isWanted(id))
            continue;
        m_read.remove(id);
        m_log->leave(id);
    }
    for (const Container &container : containers) {
        if (!m_read.contains(container.id) && !m_asked.contains(container.id))
            ask(container);
    }
}

void MergedLogReader::open(const ReadLog::Beginning &beginning)
{
    close();
    m_beginning = beginning;
    m_isOpen = true;
    m_isGathering = true;
    for (const Container &container : std::as_const(m_containers))
        m_asked.insert(container.id); // all of them, before the first answers
    for (const Container &container : std::as_const(m_containers))
        ask(container);
    if (m_containers.isEmpty())
        openGathered();
}

void MergedLogReader::close()
{
    ++m_generation;
    m_asked.clear();
    m_read.clear();
    m_gathered.clear();
    m_isGathering = m_isOpen = false;
    m_log->close();
}

void MergedLogReader::ask(const Container &container)
{
    m_asked.insert(container.id);
    EngineClient *client = m_engine->client();
    if (!client) {
        answered(container, {});
        return;
    }
    const auto take = [this, container, generation = m_generation](const ContainerDetails &details) {
        if (generation == m_generation)
            answered(container, details);
    };
    // Whatever is wrong, reading the log will say it.
    onAnswer<EngineError>(
        client->inspectContainer(container.id), this, take, [take](const EngineError &) { take({}); },
        [take] { take({}); });
}

void MergedLogReader::answered(const Container &container, const ContainerDetails &details)
{
    m_asked.remove(container.id);
    const bool isWanted = m_containers.contains(container);
    if (isWanted) {
        MergedLog::Member member{container.key, sourceOf(container.id, details)};
        m_read.insert(container.id);
        if (m_isGathering) {
            m_gathered.append(member);
        } else {
            if (m_log->keys().contains(container.key))
                member.source.opening = tr("another container took its place");
            m_log->join(member);
        }
    }
    if (m_isGathering && m_asked.isEmpty())
        openGathered();
}

void MergedLogReader::openGathered()
{
    m_isGathering = false;
    // In the order of the containers, so that colours do not change with every time.
    const auto place = [this](const MergedLog::Member &member) {
        return std::find_if(m_containers.cbegin(), m_containers.cend(),
                            [&member](const Container &each) { return each.id == member.source.container; })
            - m_containers.cbegin();
    };
    std::sort(m_gathered.begin(), m_gathered.end(),
              [&place](const MergedLog::Member &a, const MergedLog::Member &b) { return place(a) < place(b); });
    m_log->open(std::exchange(m_gathered, {}), m_beginning);
}

ContainerLog::Source MergedLogReader::sourceOf(const QString &id, const ContainerDetails &details)
{
    ContainerLog::Source source;
    source.container = id;
    source.tty = details.tty;
    source.lifeBegins = details.lastLifeBegins();
    source.lifeEnded = details.lastLifeEnded();
    const ContainerSummary container = m_engine->containers()->container(id);
    if (!container.isRunning())
        source.exitCode = container.exitCode;
    source.open
        = [engine = QPointer(m_engine), id](const EngineClient::LogOptions &options, QObject *parent) -> LogStream * {
        return engine && engine->client() ? engine->client()->logs(id, options, parent) : nullptr;
    };
    return source;
}

} // namespace Gantry
