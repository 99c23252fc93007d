// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/container.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace Gantry {

/// The containers of one engine as it last reported them, keyed by id. Written by Engine alone; everybody else reads
/// and follows the signals, which name exactly what changed.
class ContainerStore : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    const QHash<QString, ContainerSummary> &containers() const { return m_containers; }
    bool contains(const QString &id) const { return m_containers.contains(id); }
    ContainerSummary container(const QString &id) const { return m_containers.value(id); }
    QList<ContainerSummary> ofProject(const QString &project) const;
    int size() const { return int(m_containers.size()); }
    /// Whether an engine has told what is here and what is not: not so after clear(), when one was left.
    bool isListed() const { return m_listed; }
    /// Neither paused nor restarting ones, as in every count that a user reads.
    int runningCount() const { return m_running; }

    /// Makes the store equal to \a list with the fewest changes.
    void replaceAll(const QList<ContainerSummary> &list);
    /// Brings the containers \a ids up to date: those in \a list are inserted or changed, the others are removed.
    void update(const QStringList &ids, const QList<ContainerSummary> &list);
    /// What a container publishes when it runs; kept as long as there is the container, which cannot change it.
    void setConfiguredPorts(const QString &id, const QList<ContainerPort> &ports);
    /// Whether one that was created could not be started; forgotten once it runs.
    void setStartFailed(const QString &id, bool failed);
    void clear();

Q_SIGNALS:
    /// One signal per batch; a batch holds each id at most once, removed ones first.
    void changed(const QStringList &inserted, const QStringList &updated, const QStringList &removed);

private:
    void insert(const ContainerSummary &container);
    ContainerSummary take(const QString &id);

    QHash<QString, ContainerSummary> m_containers;
    QHash<QString, QSet<QString>> m_ofProject; ///< ids by project
    int m_running = 0;
    bool m_listed = false;
};

} // namespace Gantry
