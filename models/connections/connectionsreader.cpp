// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connections/connectionsreader.h"

#include "engine/onanswer.h"
#include "postgres/databasefinder.h"

#include <QNetworkInterface>

#include <utility>

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
    const QMap<QString, Known> before = project.name == m_project ? std::exchange(m_known, {}) : QMap<QString, Known>();
    m_known.clear();
    m_project = project.name;
    m_waiting = 1; // until all were asked
    for (const ProjectService &service : project.services) {
        if (service.leadContainer.isEmpty())
            continue;
        const Known known = before.value(service.name);
        if (known.isWhole && known.listed == listed(service.leadContainer))
            m_known.insert(service.name, known);
        else
            ask(generation, service.name, service.leadContainer);
    }
    answered(generation);
}

ContainerSummary ConnectionsReader::listed(const QString &container) const
{
    ContainerSummary summary = m_engine->containers()->container(container);
    summary.id = container;
    summary.status.clear();
    summary.health = Health::None;
    summary.configuredPorts.reset(); // the inspection has its own
    return summary;
}

void ConnectionsReader::ask(quint64 generation, const QString &service, const QString &container)
{
    ++m_waiting;
    m_known[service].listed = listed(container);
    onAnswer<EngineError>(
        m_engine->client()->inspectContainer(container), this,
        [this, generation, service](const ContainerDetails &details) {
            if (generation == m_generation)
                readLogin(generation, service, details);
        },
        [this, generation, service](const EngineError &error) { failed(generation, service, error); });
}

void ConnectionsReader::readLogin(quint64 generation, const QString &service, const ContainerDetails &details)
{
    Known &known = m_known[service];
    known.container = ServiceContainer{service, details, {}};
    if (!DatabaseFinder::isDatabase(details) || !m_engine->client()) {
        known.isWhole = true;
        answered(generation);
        return;
    }
    onAnswer<EngineError>(
        DatabaseFinder::login(m_engine->client(), details), this,
        [this, generation, service](const DatabaseLogin &login) { take(generation, service, login); },
        [this, generation, service](const EngineError &error) { failed(generation, service, error); });
}

void ConnectionsReader::take(quint64 generation, const QString &service, const DatabaseLogin &login)
{
    if (generation != m_generation)
        return;
    Known &known = m_known[service];
    known.container->login = login;
    known.problems = login.problems;
    known.isWhole = login.problems.isEmpty();
    answered(generation);
}

void ConnectionsReader::failed(quint64 generation, const QString &service, const EngineError &error)
{
    if (generation != m_generation)
        return;
    if (!error.isNotFound()) // one that went meanwhile is no problem: its end is an event, and what is not known is
                             // asked again
        m_known[service].problems << error.sentence();
    answered(generation);
}

void ConnectionsReader::answered(quint64 generation)
{
    if (generation != m_generation || --m_waiting > 0)
        return;
    QStringList problems;
    QList<ServiceContainer> containers;
    for (const Known &known : std::as_const(m_known)) {
        problems << known.problems;
        if (known.container)
            containers << *known.container;
    }
    m_problem = problems.join(QLatin1Char('\n'));
    m_addresses = serviceAddresses(containers, m_engine->endpoint(), QNetworkInterface::allAddresses());
    Q_EMIT changed();
}

} // namespace Gantry
