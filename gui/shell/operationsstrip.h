// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/operationmodel.h"
#include "look/surface.h"

#include <QTimer>

class QHBoxLayout;
class QPushButton;

namespace Gantry {

class ElidedLabel;
class OperationEntry;
class Separator;

/// The strip above the status line: the word Operations, which opens and closes the panel, and the latest operations,
/// newest first, as many as fit.
class OperationsStrip : public Surface
{
    Q_OBJECT

public:
    /// \a toggle is the checkable action that shows the panel (Ctrl+L).
    OperationsStrip(OperationModel *model, QAction *toggle, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(Gantry::Operation *operation);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    int capacity() const;

    OperationModel *m_model;
    QAction *m_toggle;
    QPushButton *m_button;
    ElidedLabel *m_nothing;
    QList<OperationEntry *> m_entries;
    QList<Separator *> m_separators;
    QTimer m_clock; ///< only while something runs
};

} // namespace Gantry
