// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/servicemodel.h"

#include "items/humanize.h"
#include "items/projectwords.h"

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

bool isFailed(const ProjectService &service)
{
    const StateLook look = ProjectWords::look(service);
    return look == StateLook::Failed || look == StateLook::Dead || look == StateLook::Unhealthy
        || look == StateLook::Restarting;
}

} // namespace

int ServiceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ServiceModel::text(const ServiceRow &row, int column)
{
    const ProjectService &service = row.service;
    switch (column) {
    case NameColumn:
        return service.name;
    case StateColumn:
        return row.busy.isEmpty() ? ProjectWords::state(service) : row.busy;
    case InstancesColumn:
        if (service.leftOut && !service.exists())
            return Humanize::absent();
        return tr("%1 / %2", "running and expected instances").arg(service.running).arg(service.instances());
    case ImageColumn:
        if (service.image.isEmpty())
            return service.built ? tr("built from its folder") : Humanize::absent();
        return service.image;
    case PortsColumn: {
        const QString ports = PublishedPort::text(PublishedPort::of(service.ports));
        return ports.isEmpty() ? Humanize::absent() : ports;
    }
    case WaitsColumn: {
        const QString waits = ProjectWords::waitsFor(service);
        return waits.isEmpty() ? Humanize::absent() : waits;
    }
    case LinkColumn:
        if (row.database && service.running > 0)
            return tr("SQL console");
        return isFailed(service) ? tr("Why did it stop?") : QString();
    default:
        return {};
    }
}

QVariant ServiceModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ServiceRow &row = this->row(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::AccessibleDescriptionRole:
        return column == NameColumn ? text(row, StateColumn) : QVariant();
    case Qt::ToolTipRole:
        return column == StateColumn ? ProjectWords::explanation(row.service) : QVariant();
    case Qt::TextAlignmentRole:
        if (column == InstancesColumn || column == LinkColumn)
            return int(Qt::AlignRight | Qt::AlignVCenter);
        return {};
    case CellKindRole:
        switch (column) {
        case NameColumn:
            return int(CellKind::Name);
        case StateColumn:
            return int(CellKind::State);
        case PortsColumn:
            // A service that does not run answers at no port.
            return int(row.service.running > 0 && text(row, column) != Humanize::absent() ? CellKind::Link
                                                                                          : CellKind::Text);
        case LinkColumn:
            return int(CellKind::Link);
        default:
            return int(CellKind::Text);
        }
    case StateLookRole:
        if (column != StateColumn)
            return {};
        return int(row.busy.isEmpty() ? ProjectWords::look(row.service) : StateLook::Starting);
    case ToneRole:
        if (column == InstancesColumn && isFailed(row.service) && row.service.running < row.service.instances())
            return int(Tone::Error);
        return {};
    case TrailingSymbolRole:
        return column == PortsColumn && row.service.running > 0 && text(row, column) != Humanize::absent()
            ? QVariant(u"open-external"_s)
            : QVariant();
    case ServiceRole:
        return row.service.name;
    case RowRole:
        return QVariant::fromValue(row);
    case SortRole:
        return text(row, column);
    default:
        return {};
    }
}

QVariant ServiceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == InstancesColumn)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Service");
    case StateColumn:
        return tr("State");
    case InstancesColumn:
        return tr("Instances");
    case ImageColumn:
        return tr("Image");
    case PortsColumn:
        return tr("Ports");
    case WaitsColumn:
        return tr("Waits for");
    default:
        return QString();
    }
}

} // namespace Gantry
