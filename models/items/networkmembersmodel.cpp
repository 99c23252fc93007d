// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/networkmembersmodel.h"

#include "items/humanize.h"

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

QList<NetworkMemberRow> NetworkMembersModel::membersOf(const QString &network,
                                                       const QList<ContainerSummary> &containers)
{
    QList<NetworkMemberRow> members;
    for (const ContainerSummary &container : containers) {
        for (const ContainerNetwork &place : container.networks) {
            if (place.name == network) {
                members.append(
                    {container.id, container.name, container.isRunning(), place.address, place.address6, {}});
            }
        }
    }
    std::sort(members.begin(), members.end(),
              [](const NetworkMemberRow &a, const NetworkMemberRow &b) { return a.name < b.name; });
    return members;
}

QStringList NetworkMembersModel::aliasesOf(const QString &network, const ContainerDetails &container)
{
    QStringList aliases;
    for (const ContainerNetwork &place : container.networks) {
        if (place.name == network)
            aliases = place.aliases;
    }
    aliases.removeAll(container.id.left(12));
    aliases.removeDuplicates();
    return aliases;
}

int NetworkMembersModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant NetworkMembersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const NetworkMemberRow &entry = row(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        if (column == NameColumn)
            return entry.name;
        return Humanize::orAbsent(column == AddressColumn ? entry.address : entry.aliases.join(u", "_s));
    case Qt::ToolTipRole:
        if (column == AddressColumn)
            return entry.running ? QVariant(entry.address6) : tr("It does not run: it gets an address when it starts.");
        return column == AliasesColumn ? QVariant(entry.aliases.join(u'\n')) : QVariant();
    case CellKindRole:
        return int(column == NameColumn ? CellKind::Name : CellKind::Mono);
    case CellElisionRole:
        return int(column == AliasesColumn ? CellElision::Items : CellElision::Middle);
    case StateLookRole:
        return column == NameColumn ? QVariant(int(entry.running ? StateLook::Running : StateLook::Exited))
                                    : QVariant();
    default:
        return {};
    }
}

QVariant NetworkMembersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Container");
    case AddressColumn:
        return tr("Address");
    case AliasesColumn:
        return tr("Also named");
    default:
        return {};
    }
}

} // namespace Gantry
