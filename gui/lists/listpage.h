// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/objectcommands.h"
#include "shell/actionregistry.h"
#include "shell/page.h"

#include <QTimer>

class QAbstractItemModel;
class QHBoxLayout;
class QStackedWidget;

namespace Gantry {

class Chip;
class DetailsSplitter;
class Label;
class MenuButton;
class PageHeader;
class SearchField;
class TableView;
class TextFilter;
class Workbench;

/// A plain live list of things of one kind, with a filter, copy and remove, and the details of the chosen one beside
/// it: images, volumes, networks.
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

    // For the constructor of a derived class, in this order.
    /// A further action of the page, in the menu "More" of its header; one \a onSelection also in the list's own menu.
    QAction *addAction(const QString &name, const QString &text, const QString &shortText, const QString &toolTip,
                       const QString &icon, bool onSelection);
    /// Buttons to clean up, and for what was added: behind those that are there.
    void addHeaderButtons();
    /// Chips that choose among the rows; the first one stands for all.
    void addChips(const QStringList &names);
    void setDetails(QWidget *details);
    /// Widths of the columns relative to each other.
    void setColumnWeights(const QList<int> &weights);

    QString actionId(const QString &name) const;
    /// Disables the action where \a obstacle says why.
    void setObstacle(const QString &name, const QString &obstacle);
    /// Why nothing can be done with what is chosen: nothing is, or no engine is connected.
    QString commonObstacle(bool needsSelection) const;
    /// Whether the row of the model belongs to the chip of that place.
    virtual bool belongs(int row, int chip) const;
    /// What is chosen, or something about it, changed while the page is shown: its details, its actions.
    virtual void followSelection(const QList<int> &rows);

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
    void countChips();
    void chooseChip(int chip);

    Workbench *m_workbench;
    Kind m_kind;
    QAbstractItemModel *m_model;
    ObjectCommands *m_commands;
    TextFilter *m_filter = nullptr;
    PageHeader *m_header = nullptr;
    SearchField *m_field = nullptr;
    TableView *m_table = nullptr;
    QHBoxLayout *m_bar = nullptr;
    QList<Chip *> m_chips;
    int m_chip = 0;
    MenuButton *m_more = nullptr;
    QStackedWidget *m_stack = nullptr;
    DetailsSplitter *m_splitter = nullptr;
    QWidget *m_empty = nullptr;
    Label *m_emptyText = nullptr;
    QAction *m_clearFilter = nullptr;
    bool m_wasEmpty = true;
    QTimer m_clock; ///< relative times grow while the page is shown

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
};

} // namespace Gantry
