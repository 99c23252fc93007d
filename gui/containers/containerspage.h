// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "containers/containerdetailspane.h"
#include "items/containerfilter.h"
#include "shell/page.h"

#include <QTimer>

class QMenu;
class QSplitter;
class QStackedWidget;

namespace Gantry {

class Chip;
class ContainerActions;
class ContainerModel;
class ContainerTree;
class PageHeader;
class SearchField;
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
    QFuture<void> settle() override;
    QStringList quittingLoses() const override;
    QFuture<void> leave() override;
    void detach() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void addViewActions();
    QWidget *buildList();
    QWidget *buildBar();
    QWidget *buildNoMatch();
    void buildTree();
    void fillViewMenu(QMenu *menu);
    void connectRequests();
    void setGrouped(bool grouped);
    void setShow(ContainerFilter::Show show);
    void clearFilter();
    void showDetails(bool show);
    void showDetails(ContainerDetailsPane::Tab tab);
    /// The details and the actions speak of what is selected now.
    void followSelection();
    void refresh();
    /// Words the relative times in view anew, and again when the first of them changes; what else is to be known of the
    /// rows in view is looked up.
    void tick();
    void tickSoon();
    void fitBar();
    void placeDetails();
    static QString splitterKey(Qt::Orientation orientation);
    void turnSplitter(Qt::Orientation orientation);
    /// As long as the user has not moved it.
    void setSplitterSizes();
    void select(const QString &id);
    /// As far as the engine is known: what was open when the program ended.
    void restoreOpen();
    void keepOpen();
    void keepTerminals();
    void offerDetaching();
    void attachIfListed();
    void activate(const QModelIndex &index);
    void showContextMenu(const QPoint &position);

    Workbench *m_workbench;
    ContainerModel *m_model;
    ContainerFilter *m_filter;
    ContainerActions *m_actions;
    PageHeader *m_header = nullptr;
    QWidget *m_bar = nullptr;
    SearchField *m_field = nullptr;
    QActionGroup *m_shows = nullptr; ///< the same in the menu
    QList<Chip *> m_chips; ///< in the order of ContainerFilter::Show
    ContainerTree *m_tree = nullptr;
    QSplitter *m_splitter = nullptr;
    QStackedWidget *m_stack = nullptr; ///< list and details, or the welcome
    QStackedWidget *m_listStack = nullptr; ///< the tree, or that nothing matches
    WelcomePanel *m_welcome = nullptr;
    ContainerDetailsPane *m_details = nullptr;
    bool m_restored = false; ///< what was open is open again
    QVariantList m_otherTerminals; ///< of the last run, on other engines
    QString m_attaching; ///< a container that may not be listed yet
    QTimer m_clock; ///< only while the page is shown
};

} // namespace Gantry
