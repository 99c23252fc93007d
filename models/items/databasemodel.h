// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/container.h"
#include "items/cellroles.h"
#include "items/keyedrows.h"

namespace Gantry {

class ContainerStore;
class DatabaseFinder;

/// The containers that are PostgreSQL servers, running or not.
class DatabaseModel : public KeyedRows<ContainerSummary>
{
    Q_OBJECT

public:
    enum Column { NameColumn, StateColumn, PlaceColumn, ImageColumn, PortsColumn, CreatedColumn, ColumnCount };

    /// Both outlive the model.
    DatabaseModel(const ContainerStore *containers, const DatabaseFinder *finder, QObject *parent = nullptr);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    QString keyOf(const ContainerSummary &row) const override { return row.id; }

private:
    void refresh();
    QString text(const ContainerSummary &container, int column) const;

    const ContainerStore *m_containers;
    const DatabaseFinder *m_finder;
};

} // namespace Gantry
