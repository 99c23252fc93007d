// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/imagelayer.h"
#include "items/cellroles.h"
#include "items/keyedrows.h"

namespace Gantry {

/// A step of an image's making, and its place.
struct ImageHistoryRow
{
    int number = 0; ///< 1 for the first step
    ImageLayer layer;

    friend bool operator==(const ImageHistoryRow &, const ImageHistoryRow &) = default;
};

/// The steps in which an image was made, the last one first, with what each added.
class ImageHistoryModel : public KeyedRows<ImageHistoryRow>
{
    Q_OBJECT

public:
    enum Column { NumberColumn, InstructionColumn, SizeColumn, ColumnCount };

    explicit ImageHistoryModel(QObject *parent = nullptr)
        : KeyedRows<ImageHistoryRow>(parent)
    {
    }

    void setLayers(const QList<ImageLayer> &layers);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    QString keyOf(const ImageHistoryRow &row) const override { return QString::number(row.number); }
};

} // namespace Gantry
