// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/columnshares.h"

#include <QTimer>

namespace Gantry {

class TableView;

/// The columns of a plain list. One without a name is not shown. Each has its part of the width, however wide the list is, and at least what its rows
/// hold; where that is too much, the first one gives way.
class ListColumns : public ColumnShares
{
    Q_OBJECT

public:
    /// The table has its model already, and owns this. \a weights are the widths relative to each other; the state's
    /// keys start with \a id.
    ListColumns(TableView *table, UiState *state, const QString &id, const QList<int> &weights);

    /// Call it when what the rows say grew without a word of the model, as times do.
    void measure();

protected:
    QList<Share> wantedShares() const override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void measureSoon();

    TableView *m_table;
    QList<int> m_weights;
    QList<int> m_widest; ///< what rows held in each column
    QTimer m_measure;
};

} // namespace Gantry
