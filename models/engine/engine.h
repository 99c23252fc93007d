// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/containerstore.h"
#include "engine/endpoint.h"
#include "engine/endpointdiscovery.h"
#include "engine/engineclient.h"

#include <QObject>

namespace Gantry {

class ObjectLists;

/// The connection to one engine over time: finds it, negotiates, keeps the lists live through /events, and comes back
/// after a loss (backoff 0.25 s to 10 s, new list, no ghost and no duplicate).
class Engine : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Searching, ///< no engine reached yet; lastProblem() says why
        Connecting,
        Connected,
        Lost, ///< was connected; the lists show what was last known
    };
    Q_ENUM(State)

    explicit Engine(QObject *parent = nullptr);
    ~Engine() override;

    /// Begins (again) with the endpoints that were found, in order.
    void start(const EndpointDiscovery::Found &found);
    /// Tries again at once instead of after the backoff.
    void retryNow();

    State state() const { return m_state; }
    /// The one in use, or the first one tried.
    const Endpoint &endpoint() const { return m_endpoint; }
    const EngineInfo &info() const;
    /// The failures of the last round, one for each endpoint tried.
    const QList<EngineError> &problems() const { return m_problems; }
    /// Null unless connected.
    EngineClient *client() const { return m_client.get(); }

    ContainerStore *containers() const { return m_containers; }
    /// Images, volumes and networks: listed when connected, and again (coalesced) after an event of their type.
    const QList<ImageSummary> &images() const { return m_images; }
    const QList<Volume> &volumes() const { return m_volumes; }
    const QList<Network> &networks() const { return m_networks; }

Q_SIGNALS:
    void stateChanged(Gantry::Engine::State state);
    void imagesChanged();
    void volumesChanged();
    void networksChanged();
    /// A container event as it came, for details that are open (after the store was told to refresh).
    void containerEvent(const Gantry::EngineEvent &event);

private:
    State m_state = State::Searching;
    Endpoint m_endpoint;
    QList<EngineError> m_problems;
    std::unique_ptr<EngineClient> m_client;
    ContainerStore *m_containers;
    QList<ImageSummary> m_images;
    QList<Volume> m_volumes;
    QList<Network> m_networks;
};

} // namespace Gantry
