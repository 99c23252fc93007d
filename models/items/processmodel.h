// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/container.h"
#include "items/cellroles.h"
#include "items/keyedrows.h"

namespace Gantry {

/// The processes of a container as ps tells them, in the columns that ps has: numbers and times sort as such.
class ProcessModel : public KeyedRows<QStringList>
{
    Q_OBJECT

public:
    using KeyedRows::KeyedRows;

    /// Resets the model only when the columns are others.
    void setProcesses(const ContainerProcesses &processes);
    /// The columns stay.
    void clear() { setRows({}); }
    /// -1 where there is none.
    int columnOf(const QString &title) const { return int(m_titles.indexOf(title)); }

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    QString keyOf(const QStringList &row) const override;

private:
    enum class Kind { Text, Number, Kibibytes, Duration, Command };
    static Kind kindOf(const QString &title);

    QStringList m_titles;
};

} // namespace Gantry
