// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/containerstore.h"
#include "engine/endpoint.h"
#include "engine/endpointdiscovery.h"
#include "engine/engineclient.h"
#include "engine/failedattempt.h"

#include <QElapsedTimer>
#include <QMap>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace Gantry {

class AnswerWatch;
class LiveContainers;
class ObjectLists;
class PortReader;

/// The connection to one engine over time: finds it, negotiates, keeps the lists live through /events, and comes back
/// after a loss (backoff 0.25 s to 10 s, new list, no ghost and no duplicate).
class Engine : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Searching, ///< no engine reached yet; problems() says why, and rounds go on in the background
        Connecting,
        Connected,
        Lost, ///< was connected; the lists show what was last known
    };
    Q_ENUM(State)

    explicit Engine(QObject *parent = nullptr);
    ~Engine() override;

    /// Begins (again) with the endpoints that \a discovery finds for \a host, in order; each round looks anew.
    void start(const EndpointDiscovery &discovery, const QString &host = {});
    /// As above, with the endpoints given.
    void start(const EndpointDiscovery::Found &found);
    /// How long an engine may be silent before the end of an answer; half a minute unless told otherwise.
    void setPatienceMs(int ms);
    /// Tries again at once instead of after the backoff.
    void retryNow();
    /// Lists everything again; retryNow() unless connected. Never needed: the lists are live.
    void refresh();
    /// Looks up what stopped containers publish when they run (ContainerSummary::configuredPorts; startFailed, too),
    /// each once: for those in view.
    void wantPorts(const QStringList &ids);

    /// Lists the networks again where the engine does not tell of them: for those who look at them.
    void wantNetworks();

    State state() const { return m_state; }
    /// Whether this engine was ever connected, so that the lists are its own, now or as last known.
    bool isKnown() const { return m_state == State::Connected || m_state == State::Lost; }
    /// Whether the engine is connected and yet does not answer, not even whether it lives; comes and goes by itself.
    bool isSilent() const;
    /// The one in use, or the first one tried.
    const Endpoint &endpoint() const { return m_endpoint; }
    /// Of the engine that is or was connected.
    const EngineInfo &info() const { return m_info; }
    /// The failures of the last round, one for each endpoint tried, or why the connection was lost; empty when
    /// connected.
    QList<EngineError> problems() const;
    /// As problems(), each with its endpoint.
    const QList<FailedAttempt> &attempts() const { return m_attempts; }
    /// Why lists may not be true though the engine is connected: each one's last update, where it was refused. It is
    /// repeated by itself.
    QList<EngineError> refreshProblems() const { return m_refreshProblems.values(); }
    /// What discovery had to say, translated: unreadable contexts, unsupported addresses.
    const QStringList &discoveryProblems() const { return m_found.problems; }
    /// Why the engine that the user's Docker context names is not the one in use, translated; empty where it is, or
    /// none was named.
    QStringList passedOver() const { return m_found.problems + m_passedOver; }
    /// How a command line begins that speaks to this engine: "docker", "docker -H tcp://…", "podman".
    QStringList commandPrefix() const;
    /// Null unless connected.
    EngineClient *client() const { return m_client.get(); }

    ContainerStore *containers() const { return m_containers; }
    /// Images, volumes and networks: listed when connected, and again (coalesced) after an event of their type.
    const QList<ImageSummary> &images() const { return m_images; }
    const QList<Volume> &volumes() const { return m_volumes; }
    const QList<Network> &networks() const { return m_networks; }

Q_SIGNALS:
    /// Also when another engine is begun with in the same state.
    void stateChanged(Gantry::Engine::State state);
    /// While connecting: the engine has been asked for its containers and makes their list.
    void listAsked();
    /// isSilent() changed while connected; with another state it goes, too.
    void silentChanged();
    /// problems() changed; the state may have stayed.
    void problemsChanged();
    /// refreshProblems() changed, or an update was refused again.
    void refreshProblemsChanged();
    void imagesChanged();
    void volumesChanged();
    void networksChanged();
    /// A container event as it came, for details that are open (after the store was told to refresh).
    void containerEvent(const Gantry::EngineEvent &event);

private:
    void begin(const EndpointDiscovery::Found &found);
    void beginRound();
    void tryEndpoint(qsizetype index);
    void connected(const EngineInfo &info);
    void lost(const EngineError &error);
    void roundFailed();
    void retryLater();
    void drop();
    void setState(State state);
    void notePassedOver();
    void updated(int list);
    void updateRefused(int list, const EngineError &error);
    void setAttempts(const QList<FailedAttempt> &attempts);
    /// Of a container or network; empty where none of that id is listed.
    QString nameOf(const QString &id) const;

    State m_state = State::Searching;
    std::function<EndpointDiscovery::Found()> m_find;
    EndpointDiscovery::Found m_found;
    Endpoint m_endpoint;
    EngineInfo m_info;
    QStringList m_passedOver;
    QList<FailedAttempt> m_attempts;
    QList<FailedAttempt> m_roundAttempts;
    QMap<int, EngineError> m_refreshProblems; ///< by ObjectLists::Kind, and ContainerList
    std::unique_ptr<EngineClient> m_client; ///< of the connection in use
    std::unique_ptr<EngineClient> m_candidate; ///< being tried
    AnswerWatch *m_watch = nullptr;
    LiveContainers *m_live = nullptr;
    ObjectLists *m_lists = nullptr;
    PortReader *m_ports = nullptr;
    ContainerStore *m_containers;
    QList<ImageSummary> m_images;
    QList<Volume> m_volumes;
    QList<Network> m_networks;
    int m_patienceMs;
    QTimer m_retry;
    int m_backoffMs;
    QElapsedTimer m_connectedFor;
};

} // namespace Gantry
