// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/connectionmodel.h"

#include "items/humanize.h"

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

void ConnectionModel::setPasswordsShown(bool shown)
{
    if (m_passwordsShown == shown)
        return;
    m_passwordsShown = shown;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, UrlColumn), index(rowCount() - 1, UrlColumn));
}

bool ConnectionModel::hasPasswords() const
{
    return std::any_of(rows().begin(), rows().end(), [](const ServiceAddress &address) {
        return !address.host.isEmpty() && !address.login.password.isEmpty();
    });
}

QString ConnectionModel::keyOf(const ServiceAddress &address) const
{
    return address.service + u'\n' + QString::number(address.containerPort) + u'/' + address.protocol
        + (address.from == ServiceAddress::From::Network ? u" 1"_s : u" 2"_s);
}

int ConnectionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ConnectionModel::text(const ServiceAddress &address, int column) const
{
    switch (column) {
    case ServiceColumn:
        return address.service;
    case FromColumn:
        if (address.from == ServiceAddress::From::Machine)
            return tr("This machine");
        return address.networks.isEmpty() ? tr("No network") : address.networks.join(u", "_s);
    case AddressColumn:
        if (!address.host.isEmpty())
            return address.address();
        return address.from == ServiceAddress::From::Machine ? tr("Port %1 is not published").arg(address.containerPort)
                                                             : Humanize::absent();
    case UrlColumn: {
        const QString url
            = address.url(m_passwordsShown ? ServiceAddress::Password::Shown : ServiceAddress::Password::Masked);
        return url.isEmpty() ? Humanize::absent() : url;
    }
    case UsedByColumn:
        return address.usedBy.isEmpty() ? Humanize::absent() : address.usedBy.join(u", "_s);
    case CopyColumn:
        return address.host.isEmpty() ? QString() : tr("Copy");
    default:
        return {};
    }
}

QVariant ConnectionModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ServiceAddress &address = row(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(address, column);
    case Qt::ToolTipRole:
        if (column == CopyColumn && !address.host.isEmpty())
            return address.login.password.isEmpty() ? tr("Copy the address") : tr("Copy the URL with its password");
        if (column == AddressColumn && address.from == ServiceAddress::From::Machine && address.host.isEmpty())
            return tr("Programs of this machine do not reach it. Gantry's SQL console needs no published port.");
        if (column == AddressColumn && address.from == ServiceAddress::From::Machine && !address.isPublished)
            return tr("The container's own address: it changes when the container is made anew.");
        return {};
    case Qt::TextAlignmentRole:
        return column == CopyColumn ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case CellKindRole:
        if (column == ServiceColumn)
            return int(CellKind::Name);
        if (column == CopyColumn)
            return int(CellKind::Link);
        return int(column == UrlColumn || (column == AddressColumn && !address.host.isEmpty()) ? CellKind::Mono
                                                                                               : CellKind::Text);
    case ToneRole:
        if (column == AddressColumn && address.host.isEmpty())
            return int(Tone::Faint);
        return {};
    case CellElisionRole:
        return int(column == UsedByColumn ? CellElision::Items : CellElision::Middle);
    case SortRole:
        return keyOf(address);
    case AddressRole:
        return QVariant::fromValue(address);
    case CopyTextRole: {
        const QString url = address.url(ServiceAddress::Password::Shown);
        return url.isEmpty() ? address.address() : url;
    }
    default:
        return {};
    }
}

QVariant ConnectionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case ServiceColumn:
        return tr("Service");
    case FromColumn:
        return tr("Reached from");
    case AddressColumn:
        return tr("Address");
    case UrlColumn:
        return tr("URL");
    case UsedByColumn:
        return tr("Used by");
    default:
        return QString();
    }
}

} // namespace Gantry
