// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "look/treeview.h"

#include <QSet>

namespace Gantry {

class ContainerColumns;
class ContainerFilter;
class UiState;

/// The tree of containers: which projects are folded is remembered, and a container that goes away never hands its
/// selection to another one.
class ContainerTree : public TreeView
{
    Q_OBJECT

public:
    ContainerTree(ContainerFilter *filter, UiState *state, QWidget *parent = nullptr);

    /// The model turned to groups or to the flat list.
    void setGrouped(bool grouped);
    /// Ids of the selected containers; a selected group means its containers that are shown.
    QStringList selectedIds() const;
    /// Makes one container the selection and shows it; false when the filter hides it or there is none.
    bool select(const QString &id);
    void select(const QStringList &ids);
    /// Of the containers whose rows are in view.
    QStringList idsInView() const;
    /// Of the containers whose use the list tells: those in view, or all where their use decides what is in view.
    QStringList idsToSample() const;
    /// The times that these rows tell in relative words.
    QList<QDateTime> shownTimes() const;

    ContainerColumns *columns() const { return m_columns; }

protected:
    void rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void chooseScrolling();
    void unfold(int first, int last);
    void rememberFolding(const QModelIndex &group, bool folded);

    ContainerFilter *m_filter;
    UiState *m_state;
    ContainerColumns *m_columns = nullptr;
    bool m_grouped = true;
    QSet<QString> m_folded; ///< projects
};

} // namespace Gantry
