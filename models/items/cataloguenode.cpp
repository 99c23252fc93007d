// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/cataloguenode.h"

#include "postgres/typenames.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gantry {

namespace {

CatalogueNode::Pointer make(CatalogueNode::Kind kind, const QString &key, const QString &name, const QString &symbol)
{
    auto node = std::make_shared<CatalogueNode>();
    node->kind = kind;
    node->key = key;
    node->name = name;
    node->symbol = symbol;
    return node;
}

void adopt(CatalogueNode *parent, CatalogueNode::Pointer child)
{
    child->parent = parent;
    parent->children.push_back(std::move(child));
}

void addGroup(CatalogueNode::List *groups, const QString &key, const QString &name, const QString &symbol,
              CatalogueNode::List members)
{
    if (members.empty())
        return;
    auto group = make(CatalogueNode::Kind::Group, key, name, symbol);
    group->detail = QLocale().toString(qsizetype(members.size()));
    group->load = CatalogueNode::Load::Known;
    for (CatalogueNode::Pointer &member : members)
        adopt(group.get(), std::move(member));
    groups->push_back(std::move(group));
}

CatalogueNode::Pointer schemaNode(const CatalogueSchema &schema)
{
    auto node = make(CatalogueNode::Kind::Schema, schema.name, schema.name, u"schema"_s);
    node->strong = !schema.system;
    node->onSearchPath = schema.onSearchPath;
    node->load = CatalogueNode::Load::Unknown;
    node->toolTip = CatalogueNode::tr("Schema %1, owner %2").arg(schema.name, schema.owner);
    return node;
}

CatalogueNode::Pointer relationNode(const CatalogueRelation &relation)
{
    using Kind = CatalogueRelation::Kind;
    const bool isView = relation.kind == Kind::View || relation.kind == Kind::MaterializedView;
    const bool isSequence = relation.kind == Kind::Sequence;
    auto node = make(CatalogueNode::Kind::Relation, QString::number(relation.oid), relation.name,
                     isSequence   ? u"sequence"_s
                         : isView ? u"view"_s
                                  : u"table"_s);
    node->symbolTone = isSequence ? Tone::Muted : Tone::Accent;
    node->oid = relation.oid;
    node->selectable = !isSequence;
    node->load = isSequence ? CatalogueNode::Load::Leaf : CatalogueNode::Load::Unknown;
    if (!isSequence && relation.estimatedRows >= 0)
        node->detail = QLocale().toString(relation.estimatedRows);
    node->toolTip = relation.schema + u'.' + relation.name;
    if (relation.kind == Kind::MaterializedView)
        node->toolTip += u'\n' + CatalogueNode::tr("Materialized view");
    else if (relation.kind == Kind::PartitionedTable)
        node->toolTip += u'\n' + CatalogueNode::tr("Partitioned table");
    else if (relation.kind == Kind::ForeignTable)
        node->toolTip += u'\n' + CatalogueNode::tr("Foreign table");
    if (!node->detail.isEmpty())
        node->toolTip
            += u'\n' + CatalogueNode::tr("About %L1 rows, as of the last ANALYZE").arg(relation.estimatedRows);
    if (!relation.comment.isEmpty())
        node->toolTip += u'\n' + relation.comment;
    return node;
}

CatalogueNode::Pointer functionNode(const CatalogueFunction &function)
{
    auto node = make(CatalogueNode::Kind::Function, QString::number(function.oid), function.name, u"function"_s);
    node->detail = function.result;
    node->toolTip = u"%1.%2(%3)"_s.arg(function.schema, function.name, function.arguments);
    if (!function.result.isEmpty())
        node->toolTip += u" → "_s + function.result;
    return node;
}

CatalogueNode::Pointer typeNode(const CatalogueType &type)
{
    auto node = make(CatalogueNode::Kind::Type, QString::number(type.oid), type.name, u"braces"_s);
    switch (type.kind) {
    case CatalogueType::Kind::Enum:
        node->detail = CatalogueNode::tr("enum");
        node->toolTip = type.labels.join(u", "_s);
        break;
    case CatalogueType::Kind::Domain:
        node->detail = TypeNames::shortened(type.baseType);
        break;
    case CatalogueType::Kind::Composite:
        node->detail = CatalogueNode::tr("composite");
        break;
    case CatalogueType::Kind::Range:
        node->detail = CatalogueNode::tr("range");
        break;
    case CatalogueType::Kind::Base:
        break;
    }
    return node;
}

} // namespace

int CatalogueNode::row() const
{
    const auto it = std::find_if(parent->children.cbegin(), parent->children.cend(),
                                 [this](const Pointer &child) { return child.get() == this; });
    return int(it - parent->children.cbegin());
}

const CatalogueNode *CatalogueNode::schema() const
{
    const CatalogueNode *node = this;
    while (node && node->kind != Kind::Schema)
        node = node->parent;
    return node;
}

void CatalogueNode::show(const CatalogueNode &other)
{
    name = other.name;
    detail = other.detail;
    toolTip = other.toolTip;
    symbol = other.symbol;
    symbolTone = other.symbolTone;
    onSearchPath = other.onSearchPath;
}

bool CatalogueNode::looksLike(const CatalogueNode &other) const
{
    return name == other.name && detail == other.detail && toolTip == other.toolTip && symbol == other.symbol
        && symbolTone == other.symbolTone && onSearchPath == other.onSearchPath;
}

CatalogueNode::List CatalogueNode::top(const QList<CatalogueSchema> &schemas)
{
    List nodes;
    auto system = make(Kind::System, u"system"_s, tr("System schemas"), u"folder"_s);
    for (const CatalogueSchema &schema : schemas) {
        if (schema.system)
            adopt(system.get(), schemaNode(schema));
        else
            nodes.push_back(schemaNode(schema));
    }
    auto roles = make(Kind::Roles, u"roles"_s, tr("Roles"), u"user"_s);
    roles->load = Load::Unknown;
    auto extensions = make(Kind::Extensions, u"extensions"_s, tr("Extensions"), u"braces"_s);
    extensions->load = Load::Unknown;
    nodes.push_back(std::move(roles));
    nodes.push_back(std::move(extensions));
    if (!system->children.empty()) {
        system->load = Load::Known;
        nodes.push_back(std::move(system));
    }
    return nodes;
}

CatalogueNode::List CatalogueNode::groups(const QList<CatalogueRelation> &relations,
                                          const QList<CatalogueFunction> &functions, const QList<CatalogueType> &types)
{
    List tables;
    List views;
    List sequences;
    for (const CatalogueRelation &relation : relations) {
        switch (relation.kind) {
        case CatalogueRelation::Kind::Table:
        case CatalogueRelation::Kind::PartitionedTable:
        case CatalogueRelation::Kind::ForeignTable:
            tables.push_back(relationNode(relation));
            break;
        case CatalogueRelation::Kind::View:
        case CatalogueRelation::Kind::MaterializedView:
            views.push_back(relationNode(relation));
            break;
        case CatalogueRelation::Kind::Sequence:
            sequences.push_back(relationNode(relation));
            break;
        }
    }
    List functionNodes;
    for (const CatalogueFunction &function : functions)
        functionNodes.push_back(functionNode(function));
    List typeNodes;
    for (const CatalogueType &type : types)
        typeNodes.push_back(typeNode(type));

    List result;
    addGroup(&result, u"tables"_s, tr("Tables"), u"folder"_s, std::move(tables));
    addGroup(&result, u"views"_s, tr("Views"), u"view"_s, std::move(views));
    addGroup(&result, u"functions"_s, tr("Functions"), u"function"_s, std::move(functionNodes));
    addGroup(&result, u"sequences"_s, tr("Sequences"), u"sequence"_s, std::move(sequences));
    addGroup(&result, u"types"_s, tr("Types"), u"braces"_s, std::move(typeNodes));
    return result;
}

CatalogueNode::List CatalogueNode::columns(const QList<CatalogueColumn> &columns)
{
    List nodes;
    for (const CatalogueColumn &column : columns) {
        const QString symbol = column.primaryKey ? u"key"_s : column.foreignKey ? u"link"_s : u"column"_s;
        auto node = make(Kind::Column, QString::number(column.number), column.name, symbol);
        node->symbolTone = column.primaryKey ? Tone::Warning : Tone::Muted;
        node->detail = TypeNames::shortened(column.type);
        QStringList facts{column.name + u' ' + column.type};
        if (column.primaryKey)
            facts.append(tr("Primary key"));
        if (column.notNull)
            facts.append(u"NOT NULL"_s);
        if (!column.defaultValue.isEmpty())
            facts.append(u"DEFAULT "_s + column.defaultValue);
        if (!column.references.isEmpty())
            facts.append(tr("References %1").arg(column.references));
        if (!column.comment.isEmpty())
            facts.append(column.comment);
        node->toolTip = facts.join(u'\n');
        nodes.push_back(std::move(node));
    }
    return nodes;
}

CatalogueNode::List CatalogueNode::roles(const QList<CatalogueRole> &roles)
{
    List nodes;
    for (const CatalogueRole &role : roles) {
        auto node = make(Kind::Role, role.name, role.name, u"user"_s);
        node->detail = role.superuser ? tr("superuser") : role.canLogin ? QString() : tr("no login");
        if (!role.memberOf.isEmpty())
            node->toolTip = tr("Member of %1").arg(role.memberOf.join(u", "_s));
        nodes.push_back(std::move(node));
    }
    return nodes;
}

CatalogueNode::List CatalogueNode::extensions(const QList<CatalogueExtension> &extensions)
{
    List nodes;
    for (const CatalogueExtension &extension : extensions) {
        auto node = make(Kind::Extension, extension.name, extension.name, u"braces"_s);
        node->detail = extension.version;
        node->toolTip = extension.comment;
        nodes.push_back(std::move(node));
    }
    return nodes;
}

CatalogueNode::List CatalogueNode::problem(const QString &sentence)
{
    auto node = make(Kind::Problem, u"problem"_s, sentence, u"error"_s);
    node->symbolTone = Tone::Error;
    node->toolTip = sentence;
    List nodes;
    nodes.push_back(std::move(node));
    return nodes;
}

} // namespace Gantry
