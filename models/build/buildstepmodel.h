// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "build/buildstep.h"

#include <QAbstractTableModel>

namespace Gantry {

/// The steps of a build as rows.
class BuildStepModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NumberColumn, InstructionColumn, LineColumn, StateColumn, TimeColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    const QList<BuildStep> &steps() const { return m_steps; }
    /// Rows are added for new steps; of those that were there, the \a changed ones are told.
    void update(const QList<BuildStep> &steps, const QList<int> &changed);
    void clear();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    static QString text(const BuildStep &step, int column);
    QVariant looks(const BuildStep &step, int column, int role) const;

    QList<BuildStep> m_steps;
};

} // namespace Gantry
