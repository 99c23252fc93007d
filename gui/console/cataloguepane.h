// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPersistentModelIndex>
#include <QWidget>

class QSortFilterProxyModel;

namespace Gantry {

class Catalogue;
class CatalogueModel;
class Label;
class SearchField;
class TreeView;

/// The tree of what is in the database, left of the editor.
class CataloguePane : public QWidget
{
    Q_OBJECT

public:
    /// \a catalogue outlives the pane.
    explicit CataloguePane(Catalogue *catalogue, QWidget *parent = nullptr);

    CatalogueModel *model() const { return m_model; }
    TreeView *tree() const { return m_tree; }
    /// Reads (again) what the tree shows.
    void refresh();
    /// Forgets everything: another database.
    void clear();
    void startFiltering();

Q_SIGNALS:
    void insertRequested(const QString &name);
    void runRequested(const QString &statement);

private:
    void filter(const QString &text);
    /// Says that nothing matches, and what was not looked at.
    void tellWhatMatches();
    void rememberExpanded(const QModelIndex &above);
    void showMenu(const QPoint &position);
    QModelIndex source(const QModelIndex &index) const;

    CatalogueModel *m_model;
    QSortFilterProxyModel *m_proxy;
    SearchField *m_search;
    TreeView *m_tree;
    Label *m_empty;
    QList<QPersistentModelIndex> m_expanded; ///< of the model, while there is a filter
    bool m_filtered = false;
};

} // namespace Gantry
