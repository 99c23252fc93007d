// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/runwatch.h"

#include "compose/composelabels.h"
#include "engine/engine.h"
#include "engine/onanswer.h"

#include <QCoreApplication>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

bool isWell(ContainerState state, Health health)
{
    return state == ContainerState::Running && (health == Health::None || health == Health::Healthy);
}

bool isOneOffRun(const ContainerSummary &container)
{
    return container.labels.value(ComposeLabel::oneOff).compare("true"_L1, Qt::CaseInsensitive) == 0;
}

} // namespace

RunWatch::RunWatch(Engine *engine, RunMemory *memory, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_memory(memory)
{
    m_look.setSingleShot(true);
    m_look.setInterval(m_settledMs);
    connect(&m_look, &QTimer::timeout, this, &RunWatch::look);
    connect(engine->containers(), &ContainerStore::changed, this,
            [this](const QStringList &, const QStringList &updated, const QStringList &removed) {
                leave(updated + removed);
                if (!m_look.isActive())
                    m_look.start();
            });
    connect(engine, &Engine::stateChanged, this, [this](Engine::State state) {
        if (state == Engine::State::Connected)
            m_look.start();
        else
            leaveAll(); // what happens from now on is not seen
    });
    connect(QCoreApplication::instance(), &QCoreApplication::aboutToQuit, this, &RunWatch::leaveAll);
}

ServiceKey RunWatch::keyOf(const Engine &engine, const ContainerSummary &container)
{
    return {engine.endpoint().address(), container.project(), container.service()};
}

void RunWatch::setSettledAfter(int milliseconds)
{
    m_settledMs = milliseconds;
    m_look.setInterval(milliseconds);
}

void RunWatch::look()
{
    const auto containers = m_engine->containers()->containers();
    for (const ContainerSummary &container : containers) {
        if (container.service().isEmpty() || isOneOffRun(container) || !isWell(container.state, container.health)
            || m_queue.contains(container.id))
            continue;
        const ServiceKey key = keyOf(*m_engine, container);
        const std::optional<SeenRun> before = m_noted.contains(container.id) ? std::nullopt : m_memory->run(key);
        if (before && before->container == container.id)
            m_noted.insert(container.id); // image, command and variables of a container stay
        if (m_noted.contains(container.id))
            m_well.insert(container.id, key);
        else
            m_queue.append(container.id);
    }
    askNext();
}

void RunWatch::leave(const QStringList &ids)
{
    for (const QString &id : ids) {
        const auto it = m_well.constFind(id);
        const ContainerSummary container = m_engine->containers()->container(id);
        if (it == m_well.cend() || isWell(container.state, container.health))
            continue;
        m_memory->seeAgain(*it, id);
        m_well.erase(it);
    }
}

void RunWatch::leaveAll()
{
    for (auto it = m_well.cbegin(); it != m_well.cend(); ++it)
        m_memory->seeAgain(*it, it.key());
    m_well.clear();
}

void RunWatch::askNext()
{
    EngineClient *client = m_engine->client();
    if (!client)
        m_queue.clear();
    if (m_asking || m_queue.isEmpty())
        return;
    m_asking = true;
    const ContainerSummary listed = m_engine->containers()->container(m_queue.takeFirst());
    onAnswer<EngineError>(
        client->inspectContainer(listed.id), this,
        [this, listed](const ContainerDetails &container) {
            m_asking = false;
            take(listed, container);
            askNext();
        },
        [this](const EngineError &) {
            m_asking = false;
            askNext();
        });
}

void RunWatch::take(const ContainerSummary &listed, const ContainerDetails &container)
{
    if (!isWell(container.state, container.health))
        return; // it comes again with its next change
    if (container.started.msecsTo(QDateTime::currentDateTimeUtc()) < m_settledMs) {
        m_look.start();
        return;
    }
    m_noted.insert(container.id);
    m_memory->note(keyOf(*m_engine, listed), container);
    m_well.insert(container.id, keyOf(*m_engine, listed));
}

} // namespace Gantry
