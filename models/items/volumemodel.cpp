// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/volumemodel.h"

#include "items/humanize.h"
#include "items/sizecell.h"

namespace Gantry {

using namespace Qt::StringLiterals;

VolumeModel::VolumeModel(const ContainerStore *containers, QObject *parent)
    : KeyedRows<VolumeRow>(parent)
    , m_usage(containers, UsageIndex::Of::Volumes)
{
    connect(&m_usage, &UsageIndex::changed, this, &VolumeModel::refresh);
}

void VolumeModel::setVolumes(const QList<Volume> &volumes)
{
    m_volumes = volumes;
    refresh();
}

void VolumeModel::setSizes(const QHash<QString, qint64> &sizes)
{
    m_sizes = sizes;
    refresh();
}

void VolumeModel::refresh()
{
    QList<VolumeRow> rows;
    rows.reserve(m_volumes.size());
    for (const Volume &volume : std::as_const(m_volumes))
        rows.append({volume, m_usage.usage(volume.name), m_sizes.value(volume.name, -1)});
    setRows(rows);
}

QString VolumeModel::keyOf(const VolumeRow &row) const
{
    return row.volume.name;
}

int VolumeModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString VolumeModel::text(const VolumeRow &row, int column) const
{
    switch (column) {
    case NameColumn:
        return row.volume.name;
    case ProjectColumn:
        return Humanize::orAbsent(row.usage.projectsText(row.volume.project()));
    case UsedByColumn:
        return Humanize::orAbsent(row.usage.containersText());
    case DriverColumn:
        return row.volume.driver;
    case CreatedColumn:
        return Humanize::ago(row.volume.created);
    default:
        return {};
    }
}

QVariant VolumeModel::sortValue(const VolumeRow &row, int column) const
{
    if (column == CreatedColumn)
        return row.volume.created;
    if (column == UsedByColumn)
        return row.usage.containers.size();
    return text(row, column);
}

QVariant VolumeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const VolumeRow &entry = row(index.row());
    const int column = index.column();
    if (column == SizeColumn)
        return SizeCell::data(entry.size, role);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text(entry, column);
    case Qt::ToolTipRole:
        switch (column) {
        case NameColumn:
            return QString(entry.volume.name + u'\n' + entry.volume.mountpoint);
        case UsedByColumn:
            return entry.usage.containers.join(u'\n');
        case CreatedColumn:
            return Humanize::exactTime(entry.volume.created);
        default:
            return {};
        }
    case CellKindRole:
        return int(column == NameColumn ? CellKind::Name : CellKind::Text);
    case SortRole:
        return sortValue(entry, column);
    case FilterTextRole:
        return QString(entry.volume.name + u' ' + text(entry, ProjectColumn) + u' ' + entry.usage.containers.join(u' ')
                       + u' ' + entry.volume.driver + u' ' + entry.volume.labels.keys().join(u' '));
    default:
        return {};
    }
}

QVariant VolumeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return SizeCell::header(section == SizeColumn, orientation, role);
    switch (section) {
    case NameColumn:
        return tr("Name");
    case ProjectColumn:
        return tr("Project");
    case UsedByColumn:
        return tr("Used by");
    case DriverColumn:
        return tr("Driver");
    case SizeColumn:
        return tr("Size");
    case CreatedColumn:
        return tr("Created");
    default:
        return {};
    }
}

} // namespace Gantry
