// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/operationmodel.h"

#include <QTimer>
#include <QWidget>

namespace Gantry {

class OperationEntry;
class Separator;

/// The latest operations side by side, newest first, as many as fit. What runs and what is newest gets the room: where
/// there is not enough, the oldest that have ended go first.
class OperationsRow : public QWidget
{
    Q_OBJECT

public:
    /// \a model is not owned and outlives the row.
    explicit OperationsRow(OperationModel *model, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(Gantry::Operation *operation);

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void refresh();
    void arrange();
    /// Rows of the model, the most important first.
    QList<int> candidates() const;

    OperationModel *m_model;
    QList<OperationEntry *> m_entries; ///< of the candidates, in their order
    QList<Separator *> m_separators; ///< each before the entry of the same place in the row
    QTimer m_clock; ///< only while something runs and the row is shown
};

} // namespace Gantry
