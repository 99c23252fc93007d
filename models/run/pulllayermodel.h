// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/pullprogress.h"

#include <QAbstractTableModel>

namespace Gantry {

/// The layers of an image that is pulled, one a row: id, what happens to it, how far it is.
class PullLayerModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { LayerColumn, StateColumn, ProgressColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// Layers only come, and change.
    void setLayers(const QList<PullLayer> &layers);
    void clear();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static QString state(const PullLayer &layer);
    static QString progress(const PullLayer &layer);

    QList<PullLayer> m_layers;
};

} // namespace Gantry
