// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/container.h"
#include "items/cellroles.h"
#include "items/keyedrows.h"

namespace Gantry {

/// A container's place in a network.
struct NetworkMemberRow
{
    QString id; ///< of the container
    QString name;
    bool running = false;
    QString address; ///< empty while it does not run
    QString address6;
    QStringList aliases; ///< what else reaches it by name in that network

    friend bool operator==(const NetworkMemberRow &, const NetworkMemberRow &) = default;
};

/// The containers of a network with their addresses and the names that reach them.
class NetworkMembersModel : public KeyedRows<NetworkMemberRow>
{
    Q_OBJECT

public:
    enum Column { NameColumn, AddressColumn, AliasesColumn, ColumnCount };

    explicit NetworkMembersModel(QObject *parent = nullptr)
        : KeyedRows<NetworkMemberRow>(parent)
    {
    }

    void setMembers(const QList<NetworkMemberRow> &members) { setRows(members); }
    /// Of \a containers those in \a network, whose aliases are not known from a list.
    static QList<NetworkMemberRow> membersOf(const QString &network, const QList<ContainerSummary> &containers);
    /// What an inspection says of a container's names in \a network, without its id.
    static QStringList aliasesOf(const QString &network, const ContainerDetails &container);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    QString keyOf(const NetworkMemberRow &row) const override { return row.id; }
};

} // namespace Gantry
