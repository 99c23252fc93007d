// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engine.h"

#include "engine/answerwatch.h"
#include "engine/httprequest.h"
#include "engine/livecontainers.h"
#include "engine/objectlists.h"
#include "engine/onanswer.h"
#include "engine/portreader.h"

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr int shortestBackoffMs = 250;
constexpr int longestBackoffMs = 10'000;
/// A connection that lasted as long was one: the next loss begins with the shortest backoff again.
constexpr int steadyMs = 10'000;
/// Beside the kinds of ObjectLists.
constexpr int ContainerList = -1;

/// A client may be dropped from inside one of its own signals.
void dropLater(std::unique_ptr<EngineClient> &client)
{
    if (EngineClient *old = client.release())
        old->deleteLater();
}

} // namespace

Engine::Engine(QObject *parent)
    : QObject(parent)
    , m_containers(new ContainerStore(this))
    , m_patienceMs(HttpRequest::UsualPatienceMs)
    , m_backoffMs(shortestBackoffMs)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &Engine::beginRound);
}

Engine::~Engine()
{
    delete m_watch;
    delete m_live;
    delete m_lists;
    delete m_ports;
}

void Engine::start(const EndpointDiscovery &discovery, const QString &host)
{
    m_find = [discovery, host] { return discovery.find(host); };
    begin(m_find());
}

void Engine::start(const EndpointDiscovery::Found &found)
{
    m_find = nullptr;
    begin(found);
}

void Engine::begin(const EndpointDiscovery::Found &found)
{
    drop();
    m_containers->clear();
    m_images.clear();
    m_volumes.clear();
    m_networks.clear();
    Q_EMIT imagesChanged();
    Q_EMIT volumesChanged();
    Q_EMIT networksChanged();
    m_found = found;
    m_endpoint = found.endpoints.value(0);
    m_info = {};
    m_passedOver.clear();
    m_backoffMs = shortestBackoffMs;
    setAttempts({});
    m_state = State::Connecting;
    Q_EMIT stateChanged(m_state);
    beginRound();
}

void Engine::setPatienceMs(int ms)
{
    m_patienceMs = ms;
    for (EngineClient *client : {m_client.get(), m_candidate.get()}) {
        if (client)
            client->setPatienceMs(ms);
    }
}

void Engine::retryNow()
{
    if (m_state == State::Connected || m_candidate)
        return;
    m_backoffMs = shortestBackoffMs;
    if (m_state == State::Searching)
        setState(State::Connecting);
    beginRound();
}

void Engine::refresh()
{
    if (m_state != State::Connected) {
        retryNow();
        return;
    }
    m_live->refresh();
    m_lists->listAll();
}

void Engine::wantPorts(const QStringList &ids)
{
    if (m_ports)
        m_ports->want(ids);
}

void Engine::wantNetworks()
{
    if (m_state == State::Connected)
        m_lists->wantNetworks();
}

bool Engine::isSilent() const
{
    return m_state == State::Connected && m_watch && m_watch->isSilent();
}

QList<EngineError> Engine::problems() const
{
    QList<EngineError> problems;
    for (const FailedAttempt &attempt : m_attempts)
        problems << attempt.error;
    return problems;
}

QString Engine::nameOf(const QString &id) const
{
    QString name = m_containers->container(id).name;
    if (!name.isEmpty())
        return name;
    const auto network
        = std::find_if(m_networks.cbegin(), m_networks.cend(), [&id](const Network &each) { return each.id == id; });
    return network == m_networks.cend() ? QString() : network->name;
}

QStringList Engine::commandPrefix() const
{
    const bool podman = m_info.isPodman();
    QStringList prefix{podman ? u"podman"_s : u"docker"_s};
    if (!m_endpoint.shellReachesIt && m_state != State::Searching)
        prefix << (podman ? u"--url"_s : u"-H"_s) << m_endpoint.address();
    return prefix;
}

void Engine::beginRound()
{
    m_retry.stop();
    m_roundAttempts.clear();
    // After a loss only the same engine will do: another one would show other containers under the same window.
    if (m_state != State::Lost && m_find)
        m_found = m_find();
    tryEndpoint(0);
}

void Engine::tryEndpoint(qsizetype index)
{
    dropLater(m_candidate);
    QList<Endpoint> endpoints = m_found.endpoints;
    if (m_state == State::Lost)
        endpoints = {m_endpoint};
    else if (m_found.explicitly)
        endpoints = endpoints.mid(0, 1);
    if (index >= endpoints.size()) {
        roundFailed();
        return;
    }

    const Endpoint endpoint = endpoints[index];
    if (index == 0)
        m_endpoint = endpoint;
    m_candidate = std::make_unique<EngineClient>(endpoint);
    EngineClient *candidate = m_candidate.get();
    candidate->setPatienceMs(m_patienceMs);
    const auto failed = [this, index, endpoint](const EngineError &error) {
        m_roundAttempts << FailedAttempt{endpoint, error};
        tryEndpoint(index + 1);
    };
    onAnswer<EngineError>(
        candidate->negotiate(), this,
        [this, candidate, endpoint](const EngineInfo &info) {
            if (m_candidate.get() != candidate)
                return;
            m_endpoint = endpoint;
            connected(info);
        },
        [this, candidate, failed](const EngineError &error) {
            if (m_candidate.get() == candidate)
                failed(error);
        });
}

void Engine::connected(const EngineInfo &info)
{
    m_info = info;
    EngineClient *client = m_candidate.get();
    m_watch = new AnswerWatch(client, this);
    m_live = new LiveContainers(client, m_containers, this);
    m_lists = new ObjectLists(client, this);
    m_ports = new PortReader(client, m_containers, this);
    connect(m_live, &LiveContainers::ready, this, [this] {
        m_client = std::move(m_candidate);
        // What uses the client may be there a moment longer than this.
        m_client->setNames([engine = QPointer<const Engine>(this)](const QString &id) {
            return engine ? engine->nameOf(id) : QString();
        });
        if (m_state != State::Lost)
            m_backoffMs = shortestBackoffMs;
        m_connectedFor.start();
        setAttempts({});
        notePassedOver();
        m_lists->listAll();
        setState(State::Connected);
    });
    connect(m_live, &LiveContainers::asked, this, &Engine::listAsked);
    connect(m_watch, &AnswerWatch::silentChanged, this, &Engine::silentChanged);
    connect(m_live, &LiveContainers::lost, this, &Engine::lost);
    connect(m_live, &LiveContainers::arrived, m_lists, &ObjectLists::take);
    connect(m_live, &LiveContainers::arrived, m_ports, &PortReader::follow);
    connect(m_live, &LiveContainers::arrived, this, [this](const EngineEvent &event) {
        if (event.type == "container"_L1)
            Q_EMIT containerEvent(event);
    });
    connect(m_live, &LiveContainers::fetchFailed, this,
            [this](const EngineError &error) { updateRefused(ContainerList, error); });
    connect(m_live, &LiveContainers::fetched, this, [this] { updated(ContainerList); });
    connect(m_lists, &ObjectLists::failed, this, [this](ObjectLists::Kind kind, const EngineError &error) {
        if (error.kind() == EngineError::Kind::Refused || error.kind() == EngineError::Kind::Protocol)
            updateRefused(kind, error);
    });
    connect(m_lists, &ObjectLists::images, this, [this](const QList<ImageSummary> &list) {
        if (m_images != list) {
            m_images = list;
            Q_EMIT imagesChanged();
        }
        updated(ObjectLists::Images);
    });
    connect(m_lists, &ObjectLists::volumes, this, [this](const QList<Volume> &list) {
        if (m_volumes != list) {
            m_volumes = list;
            Q_EMIT volumesChanged();
        }
        updated(ObjectLists::Volumes);
    });
    connect(m_lists, &ObjectLists::networks, this, [this](const QList<Network> &list) {
        if (m_networks != list) {
            m_networks = list;
            Q_EMIT networksChanged();
        }
        updated(ObjectLists::Networks);
    });
}

void Engine::notePassedOver()
{
    // After a loss only the same engine was tried: what was said before still holds.
    if (m_state == State::Lost)
        return;
    m_passedOver.clear();
    for (const FailedAttempt &attempt : std::as_const(m_roundAttempts)) {
        if (attempt.endpoint.fromContext) {
            m_passedOver << EndpointDiscovery::tr("The Docker context “%1” points to %2: %3.")
                                .arg(attempt.endpoint.name, attempt.endpoint.address(), attempt.error.message());
        }
    }
}

void Engine::updated(int list)
{
    if (m_refreshProblems.remove(list) > 0)
        Q_EMIT refreshProblemsChanged();
}

void Engine::updateRefused(int list, const EngineError &error)
{
    m_refreshProblems.insert(list, error);
    Q_EMIT refreshProblemsChanged();
}

void Engine::lost(const EngineError &error)
{
    const bool wasConnected = m_state == State::Connected;
    drop();
    if (wasConnected) {
        setAttempts({{m_endpoint, error}});
        setState(State::Lost);
        if (m_connectedFor.hasExpired(steadyMs))
            m_backoffMs = shortestBackoffMs;
        retryLater();
        return;
    }
    // Answered, and then went away before the first list.
    m_roundAttempts << FailedAttempt{m_endpoint, error, m_info.product};
    roundFailed();
}

void Engine::roundFailed()
{
    if (m_roundAttempts.isEmpty()) {
        const QString reason = m_found.problems.isEmpty()
            ? tr("no socket of Docker or Podman was found on this machine")
            : m_found.problems.first();
        m_roundAttempts << FailedAttempt{{}, {EngineError::Kind::Unreachable, tr("find an engine"), reason}};
    }
    setAttempts(m_roundAttempts);
    if (m_state != State::Lost)
        setState(State::Searching);
    retryLater();
}

void Engine::retryLater()
{
    m_retry.start(m_backoffMs);
    m_backoffMs = std::min(m_backoffMs * 2, longestBackoffMs);
}

void Engine::drop()
{
    m_retry.stop();
    // From inside one of their signals: the objects go when that has returned, and say nothing until then.
    for (QObject *part : std::initializer_list<QObject *>{m_watch, m_live, m_lists, m_ports}) {
        if (part) {
            part->disconnect();
            part->deleteLater();
        }
    }
    m_watch = nullptr;
    m_live = nullptr;
    m_lists = nullptr;
    m_ports = nullptr;
    m_refreshProblems.clear();
    dropLater(m_candidate);
    dropLater(m_client);
}

void Engine::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

void Engine::setAttempts(const QList<FailedAttempt> &attempts)
{
    const auto same = [](const FailedAttempt &a, const FailedAttempt &b) {
        return a.endpoint == b.endpoint && a.error.kind() == b.error.kind() && a.error.sentence() == b.error.sentence();
    };
    if (std::equal(m_attempts.begin(), m_attempts.end(), attempts.begin(), attempts.end(), same))
        return;
    m_attempts = attempts;
    Q_EMIT problemsChanged();
}

} // namespace Gantry
