// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/image.h"
#include "items/cellroles.h"
#include "items/keyedrows.h"
#include "items/usageindex.h"

namespace Gantry {

class ContainerStore;

/// A row of ImageModel: one name of an image, as `docker images` lists them.
struct ImageRow
{
    ImageSummary image;
    QString tag; ///< "postgres:16"; empty for an image without a name
    Usage usage;
    qint64 uniqueSize = -1; ///< bytes that only it takes; -1 until they were measured

    bool isDangling() const { return tag.isEmpty(); }
    /// What `docker rmi` takes: the tag, or the id of an image without a name.
    QString reference() const { return tag.isEmpty() ? image.id : tag; }
    friend bool operator==(const ImageRow &, const ImageRow &) = default;
};

/// The images of the engine, one row a name, with the containers and projects that use them. The column of what was
/// measured has no name, and is not shown, until it was.
class ImageModel : public KeyedRows<ImageRow>
{
    Q_OBJECT

public:
    enum Column {
        NameColumn,
        IdColumn,
        ProjectColumn,
        UsedByColumn,
        SizeColumn,
        UniqueColumn,
        CreatedColumn,
        ColumnCount
    };

    /// \a containers is not owned and outlives the model.
    explicit ImageModel(const ContainerStore *containers, QObject *parent = nullptr);

    void setImages(const QList<ImageSummary> &images);
    /// What was measured: bytes that only the image of that id takes.
    void setUniqueSizes(const QHash<QString, qint64> &sizes);
    /// Images, not names.
    int imageCount() const { return int(m_images.size()); }

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    QString keyOf(const ImageRow &row) const override;

private:
    void refresh();
    QString text(const ImageRow &row, int column) const;
    QVariant sortValue(const ImageRow &row, int column) const;
    static QVariant sizeToolTip(const ImageRow &row);

    UsageIndex m_usage;
    QList<ImageSummary> m_images;
    QHash<QString, qint64> m_uniqueSizes;
};

} // namespace Gantry
