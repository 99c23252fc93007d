// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/columnshares.h"

#include <QSet>
#include <QTimer>

class QMenu;
class QTreeView;

namespace Gantry {

class UiState;

/// The columns of the tree of containers: which are wanted is remembered, too. Where all have given way, those that
/// matter least are left out.
class ContainerColumns : public ColumnShares
{
    Q_OBJECT

public:
    /// The tree has its model already.
    ContainerColumns(QTreeView *tree, UiState *state);

    /// Project and service have columns of their own in the flat list only.
    void setGrouped(bool grouped);
    void setWanted(int column, bool wanted);
    /// Adds an action for each column that can be hidden.
    void addChoices(QMenu *menu);

protected:
    QList<Share> wantedShares() const override;

private:
    bool isOfThisList(int column) const;
    void measurePorts();
    void showMenu(const QPoint &position);

    QTreeView *m_tree;
    UiState *m_state;
    bool m_grouped = true;
    QSet<int> m_unwanted;
    int m_widestPorts = 0;
    int m_usualName; ///< in the language in use
    int m_usualState;
    int m_usualCreated;
    int m_usualStatus;
    QTimer m_measure; ///< runs after what may have brought ports
};

} // namespace Gantry
