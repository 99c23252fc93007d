// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/imagemodel.h"

#include "items/humanize.h"

namespace Gantry {

using namespace Qt::StringLiterals;

ImageModel::ImageModel(const ContainerStore *containers, QObject *parent)
    : KeyedRows<ImageRow>(parent)
    , m_usage(containers, UsageIndex::Of::Images)
{
    connect(&m_usage, &UsageIndex::changed, this, &ImageModel::refresh);
}

void ImageModel::setImages(const QList<ImageSummary> &images)
{
    m_images = images;
    refresh();
}

void ImageModel::setUniqueSizes(const QHash<QString, qint64> &sizes)
{
    m_uniqueSizes = sizes;
    refresh();
    Q_EMIT headerDataChanged(Qt::Horizontal, UniqueColumn, UniqueColumn);
}

void ImageModel::refresh()
{
    QList<ImageRow> rows;
    rows.reserve(m_images.size());
    for (const ImageSummary &image : std::as_const(m_images)) {
        const Usage usage = m_usage.usage(image.id);
        const qint64 unique = m_uniqueSizes.value(image.id, -1);
        if (image.tags.isEmpty())
            rows.append({image, {}, usage, unique});
        for (const QString &tag : image.tags)
            rows.append({image, tag, usage, unique});
    }
    setRows(rows);
}

QString ImageModel::keyOf(const ImageRow &row) const
{
    // A tag that moves to a newly built image is another row: id and tag together make the row.
    return row.image.id + u' ' + row.tag;
}

int ImageModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ImageModel::text(const ImageRow &row, int column) const
{
    switch (column) {
    case NameColumn:
        return row.tag.isEmpty() ? tr("no name") : row.tag;
    case IdColumn:
        return row.image.shortId();
    case ProjectColumn:
        return Humanize::orAbsent(row.usage.projectsText(row.image.labels.value(u"com.docker.compose.project"_s)));
    case UsedByColumn:
        return Humanize::orAbsent(row.usage.containersText());
    case SizeColumn:
        return Humanize::size(row.image.size).number;
    case UniqueColumn:
        return row.uniqueSize < 0 ? Humanize::absent() : Humanize::size(row.uniqueSize).number;
    case CreatedColumn:
        return Humanize::ago(row.image.created);
    default:
        return {};
    }
}

QVariant ImageModel::sortValue(const ImageRow &row, int column) const
{
    switch (column) {
    case SizeColumn:
        return row.image.size;
    case UniqueColumn:
        return row.uniqueSize;
    case CreatedColumn:
        return row.image.created;
    case UsedByColumn:
        return row.usage.containers.size();
    default:
        return text(row, column);
    }
}

QVariant ImageModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ImageRow &entry = row(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(entry, column);
    case Qt::ToolTipRole:
        switch (column) {
        case NameColumn:
            return entry.reference();
        case IdColumn:
            return entry.image.id;
        case UsedByColumn:
            return entry.usage.containers.join(u'\n');
        case CreatedColumn:
            return Humanize::exactTime(entry.image.created);
        case SizeColumn:
            return entry.uniqueSize < 0 ? QVariant()
                                        : tr("%1 of its own, %2 shared with other images", "sizes")
                                              .arg(Humanize::sizeText(entry.uniqueSize),
                                                   Humanize::sizeText(entry.image.size - entry.uniqueSize));
        default:
            return {};
        }
    case Qt::AccessibleTextRole:
        if (column == SizeColumn)
            return Humanize::sizeText(entry.image.size);
        return column == UniqueColumn && entry.uniqueSize >= 0 ? Humanize::sizeText(entry.uniqueSize)
                                                               : text(entry, column);
    case CellKindRole:
        if (column == NameColumn)
            return int(CellKind::Name);
        if (column == IdColumn)
            return int(CellKind::Mono);
        return int(column == SizeColumn || column == UniqueColumn ? CellKind::Number : CellKind::Text);
    case UnitRole:
        if (column == SizeColumn)
            return Humanize::size(entry.image.size).unit;
        return column == UniqueColumn ? Humanize::size(qMax<qint64>(0, entry.uniqueSize)).unit : QVariant();
    case ToneRole:
        return column == NameColumn && entry.tag.isEmpty() ? QVariant(int(Tone::Faint)) : QVariant();
    case SortRole:
        return sortValue(entry, column);
    case FilterTextRole:
        return QString(text(entry, NameColumn) + u' ' + entry.image.id + u' ' + text(entry, ProjectColumn) + u' '
                       + entry.usage.containers.join(u' '));
    default:
        return {};
    }
}

QVariant ImageModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && (section == SizeColumn || section == UniqueColumn))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Name");
    case IdColumn:
        return tr("ID");
    case ProjectColumn:
        return tr("Project");
    case UsedByColumn:
        return tr("Used by");
    case SizeColumn:
        return tr("Size");
    case UniqueColumn:
        return m_uniqueSizes.isEmpty() ? QString() : tr("Unshared");
    case CreatedColumn:
        return tr("Created");
    default:
        return {};
    }
}

} // namespace Gantry
