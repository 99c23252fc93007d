// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "postgres/metaanswer.h"

namespace Gantry {

/// What pg_class tells of a relation that is described.
struct RelationFacts
{
    QByteArray oid;
    QString schema;
    QString name;
    char kind = 'r'; ///< pg_class.relkind
    bool unlogged = false;
    bool partition = false;
    bool rules = false;
    bool triggers = false;
    bool rowSecurity = false;
    bool forcedRowSecurity = false;
    QString tablespace; ///< empty for the database's own
    QString ofType; ///< of a typed table
};

/// Asks for what psql writes below the columns of a relation and adds it to the footers of the answer's last table, in
/// psql's order.
void askFooters(MetaAnswer &answer, const MetaContext &context, const RelationFacts &relation);

} // namespace Gantry
