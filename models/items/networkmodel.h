// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/network.h"
#include "items/cellroles.h"
#include "items/keyedrows.h"
#include "items/usageindex.h"

namespace Gantry {

class ContainerStore;

/// A row of NetworkModel.
struct NetworkRow
{
    Network network;
    Usage usage;

    /// The engine's own networks (bridge, host, none; podman) cannot be removed.
    bool isPredefined() const;
    friend bool operator==(const NetworkRow &, const NetworkRow &) = default;
};

/// The networks of the engine with the containers and projects that use them.
class NetworkModel : public KeyedRows<NetworkRow>
{
    Q_OBJECT

public:
    enum Column { NameColumn, ProjectColumn, UsedByColumn, DriverColumn, SubnetColumn, CreatedColumn, ColumnCount };

    /// \a containers is not owned and outlives the model.
    explicit NetworkModel(const ContainerStore *containers, QObject *parent = nullptr);

    void setNetworks(const QList<Network> &networks);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    QString keyOf(const NetworkRow &row) const override;

private:
    void refresh();
    QString text(const NetworkRow &row, int column) const;
    QVariant sortValue(const NetworkRow &row, int column) const;

    UsageIndex m_usage;
    QList<Network> m_networks;
};

} // namespace Gantry
