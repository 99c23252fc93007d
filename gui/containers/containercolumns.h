// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QObject>
#include <QSet>
#include <QTimer>

class QHeaderView;
class QMenu;
class QTreeView;

namespace Gantry {

class UiState;

/// The columns of the tree of containers: which are wanted and how wide is remembered. They always fill the width.
/// Where it is short all give way, and those that matter least are left out once none can give any more.
class ContainerColumns : public QObject
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
    /// Call it when the width changed.
    void fit();

private:
    struct Share;

    bool isOfThisList(int column) const;
    QList<Share> columnsWithRoom() const;
    /// The same while the user makes \a resized wider or narrower: those before it stay.
    void fit(int resized);
    int lastShown() const;
    void takeWidth(int column, int width);
    void measurePorts();
    void showMenu(const QPoint &position);

    QTreeView *m_tree;
    QHeaderView *m_header;
    UiState *m_state;
    bool m_grouped = true;
    bool m_fitting = false;
    QSet<int> m_unwanted;
    QMap<int, int> m_widths; ///< by column, of those that the user made wider or narrower
    int m_roomThen = 0; ///< how wide the tree was then
    int m_widestPorts = 0;
    QTimer m_measure; ///< runs after what may have brought ports
};

} // namespace Gantry
