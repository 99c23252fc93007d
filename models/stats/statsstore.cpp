// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/statsstore.h"

#include <QDateTime>

namespace Gantry {

namespace {

/// The engine tells of all containers one after the other, once a second: they are painted together.
constexpr int TogetherMs = 250;
/// A loaded engine is late, and Podman tells one in five seconds.
constexpr qint64 PresentMs = 15'000;

} // namespace

StatsStore::StatsStore(const ContainerStore *containers, QObject *parent)
    : QObject(parent)
    , m_containers(containers)
{
    m_tell.setSingleShot(true);
    m_tell.setInterval(TogetherMs);
    connect(&m_tell, &QTimer::timeout, this, [this] { Q_EMIT changed(std::exchange(m_changed, {})); });
    connect(m_containers, &ContainerStore::changed, this,
            [this](const QStringList &, const QStringList &, const QStringList &removed) {
                for (const QString &id : removed)
                    m_histories.erase(id);
            });
}

const StatsHistory *StatsStore::history(const QString &id) const
{
    const auto found = m_histories.find(id);
    return found == m_histories.end() ? nullptr : &found->second;
}

const StatsSample *StatsStore::present(const QString &id) const
{
    const StatsHistory *known = history(id);
    if (!known || QDateTime::currentMSecsSinceEpoch() - known->last().time > PresentMs)
        return nullptr;
    return &known->last();
}

void StatsStore::append(const QString &id, const StatsSample &sample)
{
    if (!m_containers->contains(id))
        return;
    m_histories[id].append(sample);
    m_changed.append(id);
    if (!m_tell.isActive())
        m_tell.start();
}

} // namespace Gantry
