// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/container.h"

#include <QCoreApplication>
#include <QVariant>

namespace Gantry {

class StatsStore;

/// What the CPU and Memory columns of ContainerModel say. Of a group they are the sums, where each of its containers
/// that run is known; a container that failed has the way to its cause there.
class UsageCells
{
    Q_DECLARE_TR_FUNCTIONS(Gantry::UsageCells)

public:
    /// \a stats may be null.
    explicit UsageCells(const StatsStore *stats)
        : m_stats(stats)
    {
    }

    /// Nothing where any other column would answer the same.
    QVariant item(const ContainerSummary &container, int column, int role) const;
    QVariant group(const QList<const ContainerSummary *> &containers, int column, int role) const;

    /// The same as long as a cell of a container looks the same.
    size_t looks(const ContainerSummary &container, int column) const;

private:
    QVariant cpu(const ContainerSummary &container, int role) const;
    QVariant memory(const ContainerSummary &container, int role) const;
    /// From 0 to 1, oldest first; NaN where nothing is known.
    QList<qreal> line(const QString &id) const;

    const StatsStore *m_stats;
};

} // namespace Gantry
