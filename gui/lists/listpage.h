// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/objectcommands.h"
#include "shell/actionregistry.h"
#include "shell/page.h"

#include <QTimer>

class QAbstractItemModel;
class QStackedWidget;

namespace Gantry {

class Label;
class PageHeader;
class SearchField;
class TableView;
class TextFilter;
class Workbench;

/// A plain live list of things of one kind, with a filter, copy and remove: images, volumes, networks.
class ListPage : public Page
{
    Q_OBJECT

public:
    QString icon() const override { return m_kind.icon; }
    QString title() const override { return m_kind.title; }
    int count() const override;
    QWidget *focusTarget() override;
    void updateActions() override;
    bool startFiltering() override;

protected:
    /// What differs between the kinds; texts are translated.
    struct Kind
    {
        QString id; ///< "images"
        QString icon;
        QString title; ///< "Images"; also the table's accessible name, from the English source
        QString filterPlaceholder;
        QString nothing; ///< said when there is none
        ActionRegistry::Menu menu = ActionRegistry::Menu::Tools;
        QString copyName; ///< texts of the actions in menus: "Copy volume name"
        QString copyId; ///< empty where the name is the id
        QString remove; ///< "Remove volumes…"
    };

    ListPage(Workbench *workbench, Kind kind, QAbstractItemModel *model, QWidget *parent);

    Workbench *workbench() const { return m_workbench; }
    ObjectCommands *commands() const { return m_commands; }
    /// Places for what a kind has besides copy and remove.
    PageHeader *header() const { return m_header; }
    TableView *table() const { return m_table; }
    /// Chosen rows of the model, in the order of the view.
    QList<int> chosenRows() const;
    /// Call when the number or the sum of the objects changed.
    void refresh();

    /// One muted fact beside the title.
    virtual QString fact() const = 0;
    virtual QStringList names(const QList<int> &rows) const = 0;
    virtual QStringList ids(const QList<int> &rows) const { return names(rows); }
    /// Why these cannot be removed now, translated; empty if they can.
    virtual QString removeObstacle(const QList<int> &rows) const = 0;
    /// Asks once, then removes.
    virtual void remove(const QList<int> &rows) = 0;

private:
    void registerActions();
    void build();
    void copy(bool ids);
    void showContextMenu(const QPoint &position);
    QString actionId(const QString &name) const;

    Workbench *m_workbench;
    Kind m_kind;
    QAbstractItemModel *m_model;
    ObjectCommands *m_commands;
    TextFilter *m_filter = nullptr;
    PageHeader *m_header = nullptr;
    SearchField *m_field = nullptr;
    TableView *m_table = nullptr;
    QStackedWidget *m_stack = nullptr;
    QWidget *m_empty = nullptr;
    Label *m_emptyText = nullptr;
    QAction *m_clearFilter = nullptr;
    bool m_wasEmpty = true;
    QTimer m_clock; ///< relative times grow while the page is shown

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    /// Widths of the columns relative to each other; call it once, in the constructor.
    void setColumnWeights(const QList<int> &weights);
};

} // namespace Gantry
