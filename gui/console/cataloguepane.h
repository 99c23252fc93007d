// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QSortFilterProxyModel;

namespace Gantry {

class Catalogue;
class CatalogueModel;
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
    void showMenu(const QPoint &position);
    QModelIndex source(const QModelIndex &index) const;

    CatalogueModel *m_model;
    QSortFilterProxyModel *m_proxy;
    SearchField *m_search;
    TreeView *m_tree;
};

} // namespace Gantry
