// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/columnshares.h"

class QTreeView;

namespace Gantry {

/// The columns of the tree of files. What matters least goes first where there is no room.
class FileColumns : public ColumnShares
{
    Q_OBJECT

public:
    /// The tree has its model already, and owns this.
    FileColumns(QTreeView *tree, UiState *state);

protected:
    QList<Share> wantedShares() const override;

private:
    int titleWidth(int column) const;

    QTreeView *m_tree;
};

} // namespace Gantry
