// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/networkmodel.h"

#include "items/humanize.h"

namespace Gantry {

using namespace Qt::StringLiterals;

bool NetworkRow::isPredefined() const
{
    return network.name == u"bridge" || network.name == u"host" || network.name == u"none" || network.name == u"podman"
        || network.name == u"ingress";
}

NetworkModel::NetworkModel(const ContainerStore *containers, QObject *parent)
    : KeyedRows<NetworkRow>(parent)
    , m_usage(containers, UsageIndex::Of::Networks)
{
    connect(&m_usage, &UsageIndex::changed, this, &NetworkModel::refresh);
}

void NetworkModel::setNetworks(const QList<Network> &networks)
{
    m_networks = networks;
    refresh();
}

void NetworkModel::refresh()
{
    QList<NetworkRow> rows;
    rows.reserve(m_networks.size());
    for (const Network &network : std::as_const(m_networks))
        rows.append({network, m_usage.usage(network.name)});
    setRows(rows);
}

QString NetworkModel::keyOf(const NetworkRow &row) const
{
    // Names of networks are not unique, ids are.
    return row.network.id;
}

int NetworkModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString NetworkModel::text(const NetworkRow &row, int column) const
{
    switch (column) {
    case NameColumn:
        return row.network.name;
    case ProjectColumn:
        return Humanize::orAbsent(row.usage.projectsText(row.network.project()));
    case UsedByColumn:
        return Humanize::orAbsent(row.usage.containersText());
    case DriverColumn:
        return row.network.driver;
    case SubnetColumn: {
        QStringList subnets;
        for (const NetworkSubnet &subnet : row.network.subnets)
            subnets.append(subnet.subnet);
        return subnets.join(u", "_s);
    }
    case CreatedColumn:
        return Humanize::ago(row.network.created);
    default:
        return {};
    }
}

QVariant NetworkModel::sortValue(const NetworkRow &row, int column) const
{
    if (column == CreatedColumn)
        return row.network.created;
    if (column == UsedByColumn)
        return row.usage.containers.size();
    return text(row, column);
}

QVariant NetworkModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const NetworkRow &entry = row(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(entry, column);
    case Qt::ToolTipRole:
        switch (column) {
        case NameColumn:
            return QString(entry.network.name + u'\n' + entry.network.id);
        case UsedByColumn:
            return entry.usage.containers.join(u'\n');
        case SubnetColumn: {
            QStringList lines;
            for (const NetworkSubnet &subnet : entry.network.subnets)
                lines.append(subnet.gateway.isEmpty() ? subnet.subnet
                                                      : tr("%1, gateway %2").arg(subnet.subnet, subnet.gateway));
            return lines.join(u'\n');
        }
        case CreatedColumn:
            return Humanize::exactTime(entry.network.created);
        default:
            return {};
        }
    case CellKindRole:
        if (column == NameColumn)
            return int(CellKind::Name);
        return int(column == SubnetColumn ? CellKind::Mono : CellKind::Text);
    case SortRole:
        return sortValue(entry, column);
    case FilterTextRole:
        return QString(entry.network.name + u' ' + entry.network.id + u' ' + text(entry, ProjectColumn) + u' '
                       + entry.usage.containers.join(u' ') + u' ' + entry.network.driver + u' '
                       + text(entry, SubnetColumn));
    default:
        return {};
    }
}

QVariant NetworkModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Name");
    case ProjectColumn:
        return tr("Project");
    case UsedByColumn:
        return tr("Used by");
    case DriverColumn:
        return tr("Driver");
    case SubnetColumn:
        return tr("Subnet");
    case CreatedColumn:
        return tr("Created");
    default:
        return {};
    }
}

} // namespace Gantry
