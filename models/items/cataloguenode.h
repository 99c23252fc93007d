// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/cellroles.h"
#include "postgres/catalogue.h"

#include <QCoreApplication>
#include <QString>

#include <memory>
#include <vector>

namespace Gantry {

/// A row of the CatalogueModel: what is shown, and how much of what is below it has been read.
struct CatalogueNode
{
    Q_DECLARE_TR_FUNCTIONS(Gantry::CatalogueNode)

public:
    enum class Kind {
        Schema,
        System, ///< the group of schemas that belong to PostgreSQL
        Group, ///< "Tables" of a schema and the like
        Relation,
        Column,
        Function,
        Type,
        Roles,
        Role,
        Extensions,
        Extension,
        Problem, ///< why the children of its parent could not be read
    };
    enum class Load {
        Leaf, ///< has none below it
        Unknown, ///< not asked for yet
        Asked,
        Known,
    };
    /// Owned by the tree alone, so that an answer for a node that is gone finds it expired.
    using Pointer = std::shared_ptr<CatalogueNode>;
    using List = std::vector<Pointer>;

    Kind kind = Kind::Schema;
    QString key; ///< among its siblings
    QString name;
    QString detail; ///< small, at the right: a count or a type
    QString toolTip;
    QString symbol;
    Tone symbolTone = Tone::Muted;
    bool strong = false;
    Load load = Load::Leaf;
    bool again = false; ///< to be asked once more when the answer is there
    quint32 oid = 0; ///< of a relation
    bool selectable = false; ///< rows can be selected from it
    bool onSearchPath = false; ///< of a schema
    CatalogueNode *parent = nullptr;
    List children;

    int row() const;
    /// The schema it belongs to; null for roles, extensions and groups of schemas.
    const CatalogueNode *schema() const;
    /// Takes over everything but what is below.
    void show(const CatalogueNode &other);
    bool looksLike(const CatalogueNode &other) const;

    /// The top level: schemas, PostgreSQL's own in a group, roles, extensions.
    static List top(const QList<CatalogueSchema> &schemas);
    /// The groups of a schema that hold something.
    static List groups(const QList<CatalogueRelation> &relations, const QList<CatalogueFunction> &functions,
                       const QList<CatalogueType> &types);
    static List columns(const QList<CatalogueColumn> &columns);
    static List roles(const QList<CatalogueRole> &roles);
    static List extensions(const QList<CatalogueExtension> &extensions);
    static List problem(const QString &sentence);
};

} // namespace Gantry
