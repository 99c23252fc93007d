// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connections/connectionsreader.h"

#include "engine/onanswer.h"
#include "postgres/databasefinder.h"

#include <QNetworkInterface>

namespace Gantry {

ConnectionsReader::ConnectionsReader(Engine *engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
{
}

void ConnectionsReader::read(const Project &project)
{
    const quint64 generation = ++m_generation;
    m_waiting = 0;
    if (!m_engine->client()) {
        m_problem = tr("The engine is not connected. This is what was known last.");
        Q_EMIT changed();
        return;
    }
    m_containers.clear();
    m_problems.clear();
    m_waiting = 1; // until all were asked
    for (const ProjectService &service : project.services) {
        if (service.leadContainer.isEmpty())
            continue;
        ++m_waiting;
        onAnswer<EngineError>(
            m_engine->client()->inspectContainer(service.leadContainer), this,
            [this, generation, name = service.name](const ContainerDetails &details) {
                if (generation == m_generation)
                    readLogin(generation, name, details);
            },
            [this, generation](const EngineError &error) { failed(generation, error); });
    }
    answered(generation);
}

void ConnectionsReader::readLogin(quint64 generation, const QString &service, const ContainerDetails &details)
{
    m_containers.insert(service, {service, details, {}});
    if (!DatabaseFinder::isDatabase(details) || !m_engine->client()) {
        answered(generation);
        return;
    }
    onAnswer<EngineError>(
        DatabaseFinder::login(m_engine->client(), details), this,
        [this, generation, service](const DatabaseLogin &login) {
            if (generation != m_generation)
                return;
            m_containers[service].login = login;
            m_problems += login.problems;
            answered(generation);
        },
        [this, generation](const EngineError &error) { failed(generation, error); });
}

void ConnectionsReader::failed(quint64 generation, const EngineError &error)
{
    if (generation != m_generation)
        return;
    if (!error.isNotFound()) // one that went meanwhile is no problem: its end is an event that lets all be read anew
        m_problems << error.sentence();
    answered(generation);
}

void ConnectionsReader::answered(quint64 generation)
{
    if (generation != m_generation || --m_waiting > 0)
        return;
    m_problem = m_problems.join(QLatin1Char('\n'));
    m_addresses = serviceAddresses(m_containers.values(), m_engine->endpoint(), QNetworkInterface::allAddresses());
    Q_EMIT changed();
}

} // namespace Gantry
