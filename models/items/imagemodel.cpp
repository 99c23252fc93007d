// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/imagemodel.h"

#include "items/humanize.h"
#include "items/sizecell.h"

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
    case CreatedColumn:
        return Humanize::ago(row.image.created);
    default:
        return {};
    }
}

QVariant ImageModel::sortValue(const ImageRow &row, int column) const
{
    if (column == CreatedColumn)
        return row.image.created;
    if (column == UsedByColumn)
        return row.usage.containers.size();
    return text(row, column);
}

QVariant ImageModel::sizeToolTip(const ImageRow &row)
{
    if (row.uniqueSize < 0)
        return {};
    return tr("%1 of its own, %2 shared with other images", "sizes")
        .arg(Humanize::sizeText(row.uniqueSize), Humanize::sizeText(row.image.size - row.uniqueSize));
}

QVariant ImageModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ImageRow &entry = row(index.row());
    const int column = index.column();
    if (column == UniqueColumn)
        return SizeCell::data(entry.uniqueSize, role);
    if (column == SizeColumn)
        return role == Qt::ToolTipRole ? sizeToolTip(entry) : SizeCell::data(entry.image.size, role);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
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
        default:
            return {};
        }
    case CellKindRole:
        if (column == NameColumn)
            return int(CellKind::Name);
        if (column == IdColumn)
            return int(CellKind::Mono);
        return int(CellKind::Text);
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
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return SizeCell::header(section == SizeColumn || section == UniqueColumn, orientation, role);
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
