// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/volume.h"
#include "items/cellroles.h"
#include "items/keyedrows.h"
#include "items/usageindex.h"

namespace Gantry {

class ContainerStore;

/// A row of VolumeModel.
struct VolumeRow
{
    Volume volume;
    Usage usage;
    qint64 size = -1; ///< bytes; -1 until it was measured

    friend bool operator==(const VolumeRow &, const VolumeRow &) = default;
};

/// The volumes of the engine with the containers and projects that use them.
class VolumeModel : public KeyedRows<VolumeRow>
{
    Q_OBJECT

public:
    enum Column { NameColumn, ProjectColumn, UsedByColumn, DriverColumn, SizeColumn, CreatedColumn, ColumnCount };

    /// \a containers is not owned and outlives the model.
    explicit VolumeModel(const ContainerStore *containers, QObject *parent = nullptr);

    void setVolumes(const QList<Volume> &volumes);
    /// What was measured: bytes by name.
    void setSizes(const QHash<QString, qint64> &sizes);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    QString keyOf(const VolumeRow &row) const override;

private:
    void refresh();
    QString text(const VolumeRow &row, int column) const;
    QVariant sortValue(const VolumeRow &row, int column) const;

    UsageIndex m_usage;
    QList<Volume> m_volumes;
    QHash<QString, qint64> m_sizes;
};

} // namespace Gantry
