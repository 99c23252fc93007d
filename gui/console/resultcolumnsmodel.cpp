// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/resultcolumnsmodel.h"

#include "look/plaintooltip.h"
#include "postgres/typenames.h"

namespace Gantry {

void ResultColumnsModel::setColumns(const QList<ResultColumn> &columns)
{
    if (columns.size() == m_columns.size()) {
        m_columns = columns;
        if (!m_columns.isEmpty())
            Q_EMIT headerDataChanged(Qt::Horizontal, 0, int(m_columns.size()) - 1);
        return;
    }
    beginResetModel();
    m_columns = columns;
    endResetModel();
}

int ResultColumnsModel::rowCount(const QModelIndex &parent) const
{
    Q_UNUSED(parent)
    return 0;
}

int ResultColumnsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant ResultColumnsModel::data(const QModelIndex &index, int role) const
{
    Q_UNUSED(index)
    Q_UNUSED(role)
    return {};
}

QVariant ResultColumnsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size())
        return {};
    const ResultColumn &column = m_columns.at(section);
    switch (role) {
    case Qt::DisplayRole:
        return column.name;
    case Qt::ToolTipRole:
        return plainToolTip((column.name + QLatin1Char('\n') + column.typeName).trimmed());
    case TypeRole:
        return TypeNames::shortened(column.typeName);
    case NumericRole:
        return column.isNumeric();
    default:
        return {};
    }
}

} // namespace Gantry
