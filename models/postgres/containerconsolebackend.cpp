// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/containerconsolebackend.h"

#include "engine/answer.h"
#include "engine/onanswer.h"
#include "postgres/databasefinder.h"
#include "postgres/exectunnel.h"

#include <algorithm>

namespace Gantry {

namespace {

/// The container that stands for a place now: of a service one that runs, if any, and the same one as before, if it
/// can.
std::optional<ContainerSummary> containerOf(const ContainerStore &store, const ConsolePlace &place)
{
    if (place.project.isEmpty()) {
        if (store.contains(place.containerId))
            return store.container(place.containerId);
        const auto &all = store.containers();
        const auto named = std::find_if(all.cbegin(), all.cend(), [&place](const ContainerSummary &container) {
            return container.name == place.containerName;
        });
        return named == all.cend() ? std::nullopt : std::optional(*named);
    }
    QList<ContainerSummary> candidates = store.ofProject(place.project);
    candidates.removeIf([&place](const ContainerSummary &container) { return container.service() != place.service; });
    if (candidates.isEmpty())
        return {};
    const auto rank = [&place](const ContainerSummary &container) {
        return std::make_tuple(!container.isRunning(), container.id != place.containerId,
                               container.name != place.containerName, container.name);
    };
    return *std::min_element(candidates.cbegin(), candidates.cend(),
                             [&rank](const auto &a, const auto &b) { return rank(a) < rank(b); });
}

template <typename T> QFuture<T> engineIsAway(const QString &attempted)
{
    const Answer<T> answer;
    answer.fail(
        {EngineError::Kind::ConnectionLost, attempted, ContainerConsoleBackend::tr("the engine is not connected")});
    return answer.future();
}

} // namespace

ContainerConsoleBackend::ContainerConsoleBackend(Engine *engine, QObject *parent)
    : ConsoleBackend(parent)
    , m_engine(engine)
{
    connect(m_engine, &Engine::stateChanged, this, &ConsoleBackend::presenceChanged);
    connect(m_engine->containers(), &ContainerStore::changed, this, &ConsoleBackend::presenceChanged);
}

ConsoleBackend::Presence ContainerConsoleBackend::find(ConsolePlace *place) const
{
    if (m_engine->state() != Engine::State::Connected || !m_engine->client()) // which goes before the list does
        return Presence::EngineAway;
    const std::optional<ContainerSummary> container = containerOf(*m_engine->containers(), *place);
    if (!container)
        return Presence::Missing;
    place->containerId = container->id;
    place->containerName = container->name;
    if (container->state == ContainerState::Paused)
        return Presence::Paused;
    return container->state == ContainerState::Running ? Presence::Running : Presence::Stopped;
}

bool ContainerConsoleBackend::hasRoute(const QString &containerId, const DatabaseRoute &route) const
{
    const ContainerStore *store = m_engine->containers();
    if (m_engine->state() != Engine::State::Connected || !store->contains(containerId))
        return true;
    const ContainerSummary container = store->container(containerId);
    return container.state != ContainerState::Running || route.leadsInto(container.networks);
}

QFuture<DatabaseLogin> ContainerConsoleBackend::login(const QString &containerId)
{
    if (!m_engine->client())
        return engineIsAway<DatabaseLogin>(tr("read the environment of the container"));
    const Answer<DatabaseLogin> answer;
    const auto fail = [answer](const EngineError &error) { answer.fail(error); };
    onAnswer<EngineError>(
        m_engine->client()->inspectContainer(containerId), this,
        [this, answer, fail](const ContainerDetails &details) {
            onAnswer<EngineError>(
                m_engine->client() ? DatabaseFinder::login(m_engine->client(), details)
                                   : engineIsAway<DatabaseLogin>(tr("read the environment of the container")),
                this, [answer](const DatabaseLogin &login) { answer.succeed(login); }, fail);
        },
        fail);
    return answer.future();
}

QFuture<QList<DatabaseRoute>> ContainerConsoleBackend::routes(const QString &containerId, quint16 port,
                                                              DatabaseRoute::Kinds allowed)
{
    if (!m_engine->client())
        return engineIsAway<QList<DatabaseRoute>>(tr("read the addresses of the container"));
    const Answer<QList<DatabaseRoute>> answer;
    onAnswer<EngineError>(
        m_engine->client()->inspectContainer(containerId), this,
        [answer, port, allowed, endpoint = m_engine->endpoint()](const ContainerDetails &details) {
            answer.succeed(DatabaseRoute::find(details, port, endpoint, allowed));
        },
        [answer](const EngineError &error) { answer.fail(error); });
    return answer.future();
}

QFuture<OpenRoute> ContainerConsoleBackend::open(const QString &containerId, quint16 port, const DatabaseRoute &route)
{
    const Answer<OpenRoute> answer;
    if (route.kind != DatabaseRoute::ExecTunnel) {
        answer.succeed(OpenRoute{route, {}});
        return answer.future();
    }
    const auto tunnel = std::make_shared<ExecTunnel>(m_engine->endpoint(), containerId, port);
    // Until it has answered the connections keep the tunnel; then they go, with the answer, whose result keeps it too.
    connect(tunnel.get(), &ExecTunnel::ready, this, [this, answer, route, tunnel] {
        OpenRoute opened{route, tunnel};
        opened.route.host = tunnel->directory();
        opened.route.port = 5432; // of the socket's name, whatever the port in the container is
        answer.succeed(opened);
        disconnect(tunnel.get(), nullptr, this, nullptr);
    });
    connect(tunnel.get(), &ExecTunnel::failed, this, [this, answer, tunnel](const QString &sentence) {
        answer.fail({EngineError::Kind::Refused, tr("open a tunnel into the container"), sentence});
        disconnect(tunnel.get(), nullptr, this, nullptr);
        // Not here: the tunnel is in the middle of telling.
        QTimer::singleShot(0, this, [tunnel] {});
    });
    tunnel->start();
    return answer.future();
}

} // namespace Gantry
