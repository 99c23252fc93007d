// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "postgres/resultstore.h"

#include <QAbstractTableModel>

namespace Gantry {

/// The columns of a result for the QHeaderView of a ResultView: names and types, no rows.
class ResultColumnsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role { TypeRole = Qt::UserRole + 1, NumericRole };

    using QAbstractTableModel::QAbstractTableModel;

    /// As many columns as before only change; another number resets the model.
    void setColumns(const QList<ResultColumn> &columns);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<ResultColumn> m_columns;
};

} // namespace Gantry
