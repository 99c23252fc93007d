// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compose/project.h"
#include "items/cellroles.h"
#include "items/keyedrows.h"
#include "items/publishedport.h"

#include <QSet>

namespace Gantry {

/// A row of ServiceModel.
struct ServiceRow
{
    ProjectService service;
    QString busy; ///< what an operation does to one of its containers; empty if none does
    bool database = false; ///< its lead container is a PostgreSQL database

    friend bool operator==(const ServiceRow &, const ServiceRow &) = default;
};

/// The services of one project as a table.
class ServiceModel : public KeyedRows<ServiceRow>
{
    Q_OBJECT

public:
    enum Column {
        NameColumn,
        StateColumn,
        InstancesColumn,
        ImageColumn,
        PortsColumn,
        WaitsColumn,
        LinkColumn, ///< "SQL console" for a database, "Why did it stop?" for a failed service
        ActionsColumn, ///< start, stop, restart, painted by the view's delegate
        ColumnCount
    };
    enum Role {
        ServiceRole = FirstFreeRole, ///< QString: the service's name
        RowRole, ///< the ServiceRow
    };

    using KeyedRows::KeyedRows;

    void setServices(const QList<ServiceRow> &rows) { setRows(rows); }

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    QString keyOf(const ServiceRow &row) const override { return row.service.name; }

private:
    static QString text(const ServiceRow &row, int column);
};

} // namespace Gantry

Q_DECLARE_METATYPE(Gantry::ServiceRow)
