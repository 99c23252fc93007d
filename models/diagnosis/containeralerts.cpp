// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/containeralerts.h"

#include "engine/engine.h"
#include "operations/operationlog.h"

#include <QTimer>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

/// Who ends by a signal that others read their settings anew by does it so soon.
constexpr qint64 reloadNano = 10'000'000'000;
const QSet<QString> reloadSignals{u"1"_s, u"10"_s, u"12"_s}; // SIGHUP, SIGUSR1, SIGUSR2

} // namespace

ContainerAlerts::ContainerAlerts(const Engine *engine, const OperationLog *operations, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_operations(operations)
{
    connect(engine, &Engine::containerEvent, this, &ContainerAlerts::take);
    connect(engine, &Engine::stateChanged, this, [this] {
        m_kills.clear();
        m_outOfMemory.clear();
        m_deaths.clear();
    });
}

void ContainerAlerts::take(const EngineEvent &event)
{
    // Until the list is there nobody knows whether it is news.
    if (m_engine->state() != Engine::State::Connected)
        return;
    const QString &id = event.id;
    if (event.action == "kill"_L1) {
        m_kills.insert(id, {event.timeNano, reloadSignals.contains(event.attributes.value(u"signal"_s))});
    } else if (event.action == "oom"_L1) {
        m_outOfMemory.insert(id);
    } else if (event.action == "die"_L1 || event.action == "died"_L1) {
        takeDeath(event);
    } else if (event.action == "start"_L1) {
        m_kills.remove(id);
        m_outOfMemory.remove(id);
    } else if (event.action == "stop"_L1 || event.action == "restart"_L1) {
        m_deaths.remove(id);
    } else if (event.action == "destroy"_L1) {
        // Podman's removal by force says nothing before; what ended by itself and was to be removed then goes as well.
        if (const int code = m_deaths.value(id).exitCode; code == 137 || code == 143)
            m_deaths.remove(id);
        m_kills.remove(id);
        m_outOfMemory.remove(id);
    } else if (event.action.startsWith("health_status"_L1)) {
        const bool isNews = event.probed
            ? event.probed == Health::Unhealthy && m_engine->containers()->container(id).health != Health::Unhealthy
            : event.action == "health_status: unhealthy"_L1;
        if (isNews)
            Q_EMIT turnedUnhealthy(id, nameOf(event));
    }
}

void ContainerAlerts::takeDeath(const EngineEvent &event)
{
    const QString &id = event.id;
    const auto kill = m_kills.constFind(id);
    const bool isWanted
        = (kill != m_kills.cend() && (!kill->mayReload || event.timeNano - kill->timeNano < reloadNano)) || isBusy(id);
    m_kills.remove(id);
    const bool outOfMemory = m_outOfMemory.remove(id);
    const int code = event.attributes.value(u"exitCode"_s).toInt();
    if (isWanted || code == 0)
        return;
    m_deaths.insert(id, {nameOf(event), code, outOfMemory});
    QTimer::singleShot(m_patienceMs, this, [this, id] { tell(id); });
}

void ContainerAlerts::tell(const QString &id)
{
    const auto found = m_deaths.constFind(id);
    if (found == m_deaths.cend())
        return;
    const Death death = *found;
    m_deaths.erase(found);
    Q_EMIT died(id, death.name, death.exitCode, death.outOfMemory);
}

bool ContainerAlerts::isBusy(const QString &id) const
{
    const QString project = m_engine->containers()->container(id).project();
    return m_operations->isBusy(id) || (!project.isEmpty() && m_operations->isBusy(u"project:"_s + project));
}

QString ContainerAlerts::nameOf(const EngineEvent &event) const
{
    const QString listed = m_engine->containers()->container(event.id).name;
    const QString name = listed.isEmpty() ? event.attributes.value(u"name"_s) : listed;
    return name.isEmpty() ? event.id.left(12) : name;
}

} // namespace Gantry
