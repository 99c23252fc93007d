// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connections/serviceaddress.h"
#include "items/cellroles.h"
#include "items/keyedrows.h"

namespace Gantry {

/// The addresses of a project's services as a table: a row for each port and each side that it is reached from.
class ConnectionModel : public KeyedRows<ServiceAddress>
{
    Q_OBJECT

public:
    enum Column {
        ServiceColumn,
        FromColumn, ///< the network, or this machine
        AddressColumn,
        UrlColumn, ///< its password is masked until setPasswordsShown()
        UsedByColumn,
        CopyColumn, ///< link "Copy"
        ColumnCount
    };
    enum Role {
        AddressRole = FirstFreeRole, ///< the ServiceAddress
        CopyTextRole, ///< QString: what Copy takes from the row, the ready URL or else the address; may hold a password
    };

    using KeyedRows::KeyedRows;

    void setAddresses(const QList<ServiceAddress> &addresses) { setRows(addresses); }
    void setPasswordsShown(bool shown);
    bool hasPasswords() const;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    QString keyOf(const ServiceAddress &address) const override;

private:
    QString text(const ServiceAddress &address, int column) const;

    bool m_passwordsShown = false;
};

} // namespace Gantry
