// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/cataloguemodel.h"

#include "engine/onanswer.h"
#include "postgres/sqlkeywords.h"

#include <QSet>

#include <algorithm>

namespace Gantry {

namespace {

CatalogueNode::Pointer makeRoot()
{
    auto root = std::make_shared<CatalogueNode>();
    root->kind = CatalogueNode::Kind::Group;
    root->load = CatalogueNode::Load::Unknown;
    return root;
}

} // namespace

CatalogueModel::CatalogueModel(Catalogue *catalogue, QObject *parent)
    : QAbstractItemModel(parent)
    , m_catalogue(catalogue)
    , m_root(makeRoot())
{
}

CatalogueModel::~CatalogueModel() = default;

CatalogueNode *CatalogueModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

CatalogueNode::Pointer CatalogueModel::pointerTo(Node *node) const
{
    return node->parent ? node->parent->children.at(size_t(node->row())) : m_root;
}

QModelIndex CatalogueModel::indexOf(const Node *node) const
{
    return node == m_root.get() ? QModelIndex() : createIndex(node->row(), 0, node);
}

template <typename T>
void CatalogueModel::ask(const Node::Pointer &node, QFuture<T> future,
                         std::function<void(const Node::Pointer &, const T &)> then)
{
    const std::weak_ptr<Node> weak = node;
    onAnswer<CatalogueError>(
        future, this,
        [weak, then = std::move(then)](const T &answer) {
            if (const Node::Pointer alive = weak.lock())
                then(alive, answer);
        },
        [this, weak](const CatalogueError &error) {
            const Node::Pointer alive = weak.lock();
            if (!alive)
                return;
            // What was read before is still better than nothing.
            if (alive->children.empty())
                take(alive, Node::problem(error.message().message));
            else
                settle(alive);
            Q_EMIT failed(error.message().text());
        });
}

void CatalogueModel::fetch(const Node::Pointer &node)
{
    if (node->load == Node::Load::Leaf)
        return;
    if (node->load == Node::Load::Asked) {
        node->again = true; // what was asked may have been answered before the change that this call is for
        return;
    }
    if (node == m_root) {
        node->load = Node::Load::Asked;
        ask<QList<CatalogueSchema>>(node, m_catalogue->schemas(),
                                    [this](const Node::Pointer &root, const QList<CatalogueSchema> &schemas) {
                                        take(root, Node::top(schemas));
                                        Q_EMIT loaded();
                                    });
        return;
    }
    switch (node->kind) {
    case Node::Kind::Schema:
        node->load = Node::Load::Asked;
        fetchSchema(node);
        break;
    case Node::Kind::Relation:
        node->load = Node::Load::Asked;
        ask<QList<CatalogueColumn>>(node, m_catalogue->columns(node->oid),
                                    [this](const Node::Pointer &relation, const QList<CatalogueColumn> &columns) {
                                        take(relation, Node::columns(columns));
                                    });
        break;
    case Node::Kind::Roles:
        node->load = Node::Load::Asked;
        ask<QList<CatalogueRole>>(
            node, m_catalogue->roles(),
            [this](const Node::Pointer &group, const QList<CatalogueRole> &roles) { take(group, Node::roles(roles)); });
        break;
    case Node::Kind::Extensions:
        node->load = Node::Load::Asked;
        ask<QList<CatalogueExtension>>(node, m_catalogue->extensions(),
                                       [this](const Node::Pointer &group, const QList<CatalogueExtension> &extensions) {
                                           take(group, Node::extensions(extensions));
                                       });
        break;
    default:
        break;
    }
}

void CatalogueModel::fetchSchema(const Node::Pointer &node)
{
    const QString name = node->name;
    ask<QList<CatalogueRelation>>(
        node, m_catalogue->relations(name),
        [this, name](const Node::Pointer &schema, const QList<CatalogueRelation> &relations) {
            ask<QList<CatalogueFunction>>(
                schema, m_catalogue->functions(name),
                [this, name, relations](const Node::Pointer &same, const QList<CatalogueFunction> &functions) {
                    ask<QList<CatalogueType>>(
                        same, m_catalogue->types(name),
                        [this, relations, functions](const Node::Pointer &again, const QList<CatalogueType> &types) {
                            take(again, Node::groups(relations, functions, types));
                        });
                });
        });
}

void CatalogueModel::take(const Node::Pointer &node, Node::List children)
{
    merge(node.get(), std::move(children));
    settle(node);
    const QModelIndex changed = indexOf(node.get());
    if (changed.isValid())
        Q_EMIT dataChanged(changed, changed); // it may have nothing below it after all
}

void CatalogueModel::settle(const Node::Pointer &node)
{
    node->load = Node::Load::Known;
    if (std::exchange(node->again, false))
        fetch(node);
}

void CatalogueModel::merge(Node *node, Node::List children)
{
    const QModelIndex parent = indexOf(node);
    QSet<QString> wanted;
    for (const Node::Pointer &child : children)
        wanted.insert(child->key);
    QSet<QString> present;
    for (int row = int(node->children.size()) - 1; row >= 0; --row) {
        if (const QString &key = node->children.at(size_t(row))->key; wanted.contains(key)) {
            present.insert(key);
            continue;
        }
        beginRemoveRows(parent, row, row);
        node->children.erase(node->children.begin() + row);
        endRemoveRows();
    }
    for (int row = 0; row < int(children.size()); ++row) {
        int end = row; // of the new ones that stand together
        while (end < int(children.size()) && !present.contains(children.at(size_t(end))->key))
            children.at(size_t(end++))->parent = node;
        if (end > row) {
            beginInsertRows(parent, row, end - 1);
            node->children.insert(node->children.begin() + row, children.begin() + row, children.begin() + end);
            endInsertRows();
            row = end - 1;
            continue;
        }
        Node::Pointer &child = children.at(size_t(row));
        const auto at = node->children.begin() + row;
        const auto known = std::find_if(at, node->children.end(),
                                        [&child](const Node::Pointer &old) { return old->key == child->key; });
        if (known != at) {
            const int from = int(known - node->children.begin());
            beginMoveRows(parent, from, from, parent, row);
            std::rotate(at, known, known + 1);
            endMoveRows();
        }
        Node *old = node->children.at(size_t(row)).get();
        if (!old->looksLike(*child)) {
            old->show(*child);
            Q_EMIT dataChanged(indexOf(old), indexOf(old));
        }
        // Groups come with their members, other nodes read theirs themselves.
        if (!child->children.empty() || old->kind == Node::Kind::Group)
            merge(old, std::move(child->children));
    }
}

void CatalogueModel::refresh()
{
    refetch(m_root.get());
}

void CatalogueModel::refetch(Node *node)
{
    const bool readsItself
        = node == m_root.get() || (node->kind != Node::Kind::Group && node->kind != Node::Kind::System);
    const bool wasRead = node->load == Node::Load::Known || node->load == Node::Load::Asked;
    if (readsItself && (wasRead || node == m_root.get()))
        fetch(pointerTo(node));
    for (const Node::Pointer &child : node->children)
        refetch(child.get());
}

void CatalogueModel::clear()
{
    beginResetModel();
    m_root = makeRoot();
    endResetModel();
}

void CatalogueModel::fetchSchemas()
{
    for (const Node::Pointer &node : m_root->children) {
        if (node->kind == Node::Kind::Schema && node->load == Node::Load::Unknown)
            fetch(node);
    }
}

CatalogueNode::Kind CatalogueModel::kind(const QModelIndex &index) const
{
    return nodeOf(index)->kind;
}

QString CatalogueModel::quoted(const QString &identifier)
{
    const auto isPlain = [](QChar c) {
        return (c >= QLatin1Char('a') && c <= QLatin1Char('z')) || (c >= QLatin1Char('0') && c <= QLatin1Char('9'))
            || c == QLatin1Char('_');
    };
    const bool plain = !identifier.isEmpty() && !identifier.at(0).isDigit()
        && std::all_of(identifier.cbegin(), identifier.cend(), isPlain) && !SqlKeywords::isKeyword(identifier.toUtf8());
    if (plain)
        return identifier;
    QString escaped = identifier;
    return QLatin1Char('"') + escaped.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
}

QString CatalogueModel::sqlName(const QModelIndex &index) const
{
    const Node *node = nodeOf(index);
    switch (node->kind) {
    case Node::Kind::Schema:
    case Node::Kind::Column:
    case Node::Kind::Role:
    case Node::Kind::Extension:
        return quoted(node->name);
    case Node::Kind::Relation:
    case Node::Kind::Function:
    case Node::Kind::Type: {
        const Node *schema = node->schema();
        const bool alone = !schema || schema->onSearchPath;
        return alone ? quoted(node->name) : quoted(schema->name) + QLatin1Char('.') + quoted(node->name);
    }
    case Node::Kind::System:
    case Node::Kind::Group:
    case Node::Kind::Roles:
    case Node::Kind::Extensions:
    case Node::Kind::Problem:
        break;
    }
    return {};
}

QString CatalogueModel::selectStatement(const QModelIndex &index) const
{
    return index.isValid() && nodeOf(index)->selectable
        ? QStringLiteral("SELECT * FROM %1 LIMIT 100;").arg(sqlName(index))
        : QString();
}

QModelIndex CatalogueModel::index(int row, int column, const QModelIndex &parent) const
{
    const Node *node = nodeOf(parent);
    if (column != 0 || row < 0 || row >= int(node->children.size()) || (parent.isValid() && parent.column() != 0))
        return {};
    return createIndex(row, 0, node->children.at(size_t(row)).get());
}

QModelIndex CatalogueModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOf(nodeOf(index)->parent) : QModelIndex();
}

int CatalogueModel::rowCount(const QModelIndex &parent) const
{
    return int(nodeOf(parent)->children.size());
}

int CatalogueModel::columnCount(const QModelIndex &parent) const
{
    Q_UNUSED(parent)
    return 1;
}

bool CatalogueModel::hasChildren(const QModelIndex &parent) const
{
    const Node *node = nodeOf(parent);
    return !node->children.empty() || node->load == Node::Load::Unknown || node->load == Node::Load::Asked;
}

bool CatalogueModel::canFetchMore(const QModelIndex &parent) const
{
    // The top level waits for refresh(): a tree that is only shown must not open a connection.
    return parent.isValid() && nodeOf(parent)->load == Node::Load::Unknown;
}

void CatalogueModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        fetch(pointerTo(nodeOf(parent)));
}

QVariant CatalogueModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node *node = nodeOf(index);
    switch (role) {
    case Qt::DisplayRole:
        return node->name;
    case Qt::ToolTipRole:
        return node->toolTip; // as plain text: CellDelegate shows it literally
    case CellKindRole:
        return int(node->strong ? CellKind::Name : CellKind::Text);
    case ToneRole:
        return int(node->kind == Node::Kind::Problem ? Tone::Error : Tone::Strong);
    case SymbolRole:
        return node->symbol;
    case SymbolToneRole:
        return int(node->symbolTone);
    case DetailRole:
        return node->detail;
    case FilterTextRole:
        return node->name;
    default:
        return {};
    }
}

} // namespace Gantry
