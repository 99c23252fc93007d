// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/containerstore.h"
#include "stats/statshistory.h"

#include <QObject>
#include <QTimer>

#include <unordered_map>

namespace Gantry {

/// What is known of the use of each container: the last hour, as far as anybody looked. Kept as long as the container
/// is known.
class StatsStore : public QObject
{
    Q_OBJECT

public:
    explicit StatsStore(const ContainerStore *containers, QObject *parent = nullptr);

    /// Null where nothing is known; valid until the next change.
    const StatsHistory *history(const QString &id) const;
    /// The newest sample of a container that runs, unless it is too old to be told as present; else null.
    const StatsSample *present(const QString &id) const;
    /// Of a container that is known; of others it is dropped.
    void append(const QString &id, const StatsSample &sample);

Q_SIGNALS:
    /// Samples of a quarter of a second at a time.
    void changed(const QStringList &ids);

private:
    const ContainerStore *m_containers;
    std::unordered_map<QString, StatsHistory> m_histories; ///< by id
    QStringList m_changed;
    QTimer m_tell;
};

} // namespace Gantry
