// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/operationmodel.h"
#include "look/surface.h"

class QAction;

namespace Gantry {

/// The strip above the status line: the word Operations, which opens and closes the panel, and the latest operations.
class OperationsStrip : public Surface
{
    Q_OBJECT

public:
    /// \a toggle is the checkable action that shows the panel (Ctrl+L).
    OperationsStrip(OperationModel *model, QAction *toggle, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(Gantry::Operation *operation);
};

} // namespace Gantry
