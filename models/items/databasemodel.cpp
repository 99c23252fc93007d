// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/databasemodel.h"

#include "engine/containerstore.h"
#include "items/containerwords.h"
#include "items/humanize.h"
#include "postgres/databasefinder.h"

namespace Gantry {

DatabaseModel::DatabaseModel(const ContainerStore *containers, const DatabaseFinder *finder, QObject *parent)
    : KeyedRows<ContainerSummary>(parent)
    , m_containers(containers)
    , m_finder(finder)
{
    connect(containers, &ContainerStore::changed, this, &DatabaseModel::refresh);
    connect(finder, &DatabaseFinder::changed, this, &DatabaseModel::refresh);
    refresh();
}

void DatabaseModel::refresh()
{
    QList<ContainerSummary> rows;
    const QStringList ids = m_finder->databases();
    for (const QString &id : ids) {
        if (m_containers->contains(id))
            rows.append(m_containers->container(id));
    }
    setRows(rows);
}

int DatabaseModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString DatabaseModel::text(const ContainerSummary &container, int column) const
{
    switch (column) {
    case NameColumn:
        return container.name;
    case StateColumn:
        return ContainerWords::state(container);
    case PlaceColumn:
        return container.project().isEmpty() ? Humanize::absent()
                                             : container.project() + QStringLiteral(" / ") + container.service();
    case ImageColumn:
        return container.image;
    case PortsColumn: {
        QStringList ports;
        for (const ContainerPort &port : container.ports) {
            const QString number = QString::number(port.publicPort);
            if (port.publicPort != 0 && !ports.contains(number))
                ports.append(number);
        }
        return ports.isEmpty() ? Humanize::absent() : ports.join(QStringLiteral(", "));
    }
    case CreatedColumn:
        return Humanize::ago(container.created);
    default:
        return {};
    }
}

QVariant DatabaseModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ContainerSummary &container = row(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(container, column);
    case Qt::ToolTipRole:
        return column == CreatedColumn ? Humanize::exactTime(container.created) : text(container, column);
    case CellKindRole:
        if (column == NameColumn)
            return int(CellKind::Name);
        return int(column == StateColumn ? CellKind::State : CellKind::Text);
    case StateLookRole:
        return column == StateColumn ? QVariant(int(ContainerWords::look(container))) : QVariant();
    case SortRole:
        return column == CreatedColumn ? QVariant(container.created) : QVariant(text(container, column));
    case FilterTextRole:
        return QString(container.name + QLatin1Char(' ') + container.image + QLatin1Char(' ')
                       + text(container, PlaceColumn));
    default:
        return {};
    }
}

QVariant DatabaseModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Container");
    case StateColumn:
        return tr("State");
    case PlaceColumn:
        return tr("Project / service");
    case ImageColumn:
        return tr("Image");
    case PortsColumn:
        return tr("Published port");
    case CreatedColumn:
        return tr("Created");
    default:
        return {};
    }
}

} // namespace Gantry
