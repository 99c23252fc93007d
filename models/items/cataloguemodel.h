// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/cataloguenode.h"
#include "items/cellroles.h"
#include "postgres/catalogue.h"

#include <QAbstractItemModel>

#include <functional>

namespace Gantry {

/// What is in a database as a tree of one column: schemas with their tables, views, functions, sequences and types,
/// then roles and extensions. A node asks the catalogue when it is opened for the first time.
class CatalogueModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    /// \a catalogue outlives the model.
    explicit CatalogueModel(Catalogue *catalogue, QObject *parent = nullptr);
    ~CatalogueModel() override;

    /// Asks again for everything that has been read; rows that stay are kept.
    void refresh();
    /// Forgets everything, for another database.
    void clear();
    /// Reads the objects of all schemas that are not PostgreSQL's own, so that a filter can find them.
    void fetchSchemas();

    CatalogueNode::Kind kind(const QModelIndex &index) const;
    /// The name as it is written in SQL: quoted where needed, with its schema unless that is on the search path. Empty
    /// for groups.
    QString sqlName(const QModelIndex &index) const;
    /// "SELECT * FROM … LIMIT 100;" for tables and views, else empty.
    QString selectStatement(const QModelIndex &index) const;
    /// An identifier as PostgreSQL's quote_ident() writes it.
    static QString quoted(const QString &identifier);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    /// The list of schemas has come.
    void loaded();
    /// Something could not be read; the tree says so too.
    void failed(const QString &sentence);

private:
    using Node = CatalogueNode;

    Node *nodeOf(const QModelIndex &index) const;
    Node::Pointer pointerTo(Node *node) const;
    QModelIndex indexOf(const Node *node) const;
    void fetch(const Node::Pointer &node);
    void fetchSchema(const Node::Pointer &node);
    void take(const Node::Pointer &node, Node::List children);
    void settle(const Node::Pointer &node);
    void merge(Node *node, Node::List children);
    void refetch(Node *node);
    /// Asks the catalogue; the answer goes to \a then while the node is there, a failure becomes its only child.
    template <typename T>
    void ask(const Node::Pointer &node, QFuture<T> future, std::function<void(const Node::Pointer &, const T &)> then);

    Catalogue *m_catalogue;
    Node::Pointer m_root;
};

} // namespace Gantry
