// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/containerfilter.h"
#include "shell/page.h"

#include <QTimer>

class QSplitter;
class QStackedWidget;

namespace Gantry {

class Chip;
class ContainerActions;
class ContainerDetailsPane;
class ContainerModel;
class PageHeader;
class SearchField;
class TreeView;
class WelcomePanel;
class Workbench;

/// All containers, live, by project or flat: filter, chips, the tree, and the details of what is selected.
class ContainersPage : public Page
{
    Q_OBJECT

public:
    explicit ContainersPage(Workbench *workbench, QWidget *parent = nullptr);

    QString title() const override;
    QString icon() const override { return QStringLiteral("container"); }
    int count() const override;
    QWidget *focusTarget() override;
    void updateActions() override;
    bool startFiltering() override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildHeader();
    QWidget *buildList();
    QWidget *buildBar();
    void buildTree();
    void buildEmpty();
    void addViewActions();
    void setGrouped(bool grouped);
    void showDetails(bool show);
    /// What the user folded stays folded; everything else is open.
    void expandGroups(int first, int last);
    void rememberFolding();
    void onSelectionChanged();
    void refresh();
    void select(const QString &id);
    void activate(const QModelIndex &index);
    void showContextMenu(const QPoint &position);
    QStringList selectedIds() const;

    Workbench *m_workbench;
    ContainerModel *m_model;
    ContainerFilter *m_filter;
    ContainerActions *m_actions;
    PageHeader *m_header = nullptr;
    SearchField *m_field = nullptr;
    QList<Chip *> m_chips;
    TreeView *m_tree = nullptr;
    QSplitter *m_splitter = nullptr;
    QStackedWidget *m_stack = nullptr; ///< list and details, or the welcome
    QStackedWidget *m_listStack = nullptr; ///< the tree, or that nothing matches
    QWidget *m_noMatch = nullptr;
    WelcomePanel *m_welcome = nullptr;
    ContainerDetailsPane *m_details = nullptr;
    QTimer m_clock;
    bool m_detailsWanted = true;
};

} // namespace Gantry
