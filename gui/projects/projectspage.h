// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/page.h"

#include <QTimer>

class QSplitter;
class QStackedWidget;

namespace Gantry {

class EmptyState;
class PageHeader;
class ProjectActions;
class ProjectModel;
class ProjectView;
class TreeView;
class Workbench;

/// Compose projects: a tree of them with their services, and the chosen one beside it.
class ProjectsPage : public Page
{
    Q_OBJECT

public:
    explicit ProjectsPage(Workbench *workbench, QWidget *parent = nullptr);

    QString title() const override { return tr("Projects"); }
    QString icon() const override { return QStringLiteral("project"); }
    int count() const override;
    /// Those that were opened from files are known without one.
    bool needsEngine() const override { return count() == 0; }
    QWidget *focusTarget() override;
    void detach() override;
    void updateActions() override;
    bool startFiltering() override;

    /// Selects a project, and a service of it.
    void select(const QString &project, const QString &service = {});

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildTree();
    void fitTree();
    /// Measuring every row costs more than all else that a change makes: once for what changes within a frame, and not
    /// while nobody sees it.
    void fitTreeSoon();
    /// Of the list beside a project, for the longest state that is usual, in whatever language.
    int listWidth();
    void buildEmptyState();
    void connectStore();
    void onCurrentChanged(const QModelIndex &current);
    void onStoreChanged();
    /// What Compose refused may be right by now, though the file did not change: it names others.
    void judgeAgain();
    /// The shown project is about to go from the list. Another one in its place would take the clicks that were meant
    /// for it.
    void onGoing();
    /// Chooses one where the user has chosen none, but not after one that is gone.
    void chooseFirst();
    void keepCollapsed();
    void offerDetaching();
    void showMenu(const QPoint &globalPosition);
    /// Runs the action that a key stands for; false for other keys.
    bool handleKey(int key);
    QString actionOf(int key) const;
    void trigger(const QString &id);
    QString leadContainer() const;
    bool hasConsoles() const;
    bool isDatabaseChosen() const;

    Workbench *m_workbench;
    ProjectActions *m_actions;
    ProjectModel *m_model;
    QSplitter *m_splitter;
    QWidget *m_list;
    PageHeader *m_header;
    TreeView *m_tree;
    ProjectView *m_view;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    QString m_gone; ///< the project that was shown and is gone; until another is chosen
    QString m_wanted; ///< to be selected as soon as it is known
    bool m_emptyIsBuilt = false;
    QTimer m_fit; ///< runs from a change to fitTree()
};

} // namespace Gantry
