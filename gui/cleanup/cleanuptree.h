// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "look/treeview.h"

namespace Gantry {

class CleanupModel;
class UiState;

/// The list of what can go, by kind, with check boxes.
class CleanupTree : public TreeView
{
    Q_OBJECT

public:
    /// \a model and \a state are not owned and outlive the tree.
    CleanupTree(CleanupModel *model, UiState *state, QWidget *parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void toggleSelection();
    void fitColumns();

    CleanupModel *m_model;
};

} // namespace Gantry
