// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/portreader.h"

#include "engine/onanswer.h"

namespace Gantry {

namespace {

constexpr int MostAtOnce = 4;

} // namespace

PortReader::PortReader(EngineClient *client, ContainerStore *store, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_store(store)
{
}

void PortReader::want(const QStringList &ids)
{
    for (const QString &id : ids) {
        const ContainerSummary container = m_store->container(id);
        if (container.id.isEmpty() || container.isRunning() || container.configuredPorts || m_asked.contains(id))
            continue;
        m_asked.insert(id);
        m_queue.append(id);
    }
    askNext();
}

void PortReader::follow(const EngineEvent &event)
{
    // A start that fails is told by the network alone, which the container leaves.
    const bool mayBeIt = event.type == "network"_L1 ? event.action == "disconnect"_L1
                                                    : event.type == "container"_L1 && event.action.startsWith("die"_L1);
    const QString id = event.type == "network"_L1 ? event.attributes.value(u"container"_s) : event.id;
    if (!mayBeIt || !m_asked.contains(id) || m_queue.contains(id)
        || m_store->container(id).state != ContainerState::Created)
        return;
    m_queue.append(id);
    askNext();
}

void PortReader::askNext()
{
    while (m_asking < MostAtOnce && !m_queue.isEmpty()) {
        ++m_asking;
        const QString id = m_queue.takeFirst();
        onAnswer<EngineError>(
            m_client->inspectContainer(id), this,
            [this, id](const ContainerDetails &details) {
                --m_asking;
                m_store->setConfiguredPorts(id, details.configuredPorts);
                m_store->setStartFailed(id, details.exitCode != 0 || !details.error.isEmpty());
                askNext();
            },
            [this](const EngineError &) {
                --m_asking;
                askNext();
            });
    }
}

} // namespace Gantry
