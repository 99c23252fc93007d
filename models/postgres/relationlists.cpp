// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/relationlists.h"

#include "postgres/namepattern.h"

#include <QCoreApplication>

namespace Gantry {

namespace {

struct ListText
{
    Q_DECLARE_TR_FUNCTIONS(Gantry::RelationLists)
};

// The relkinds that psql's letters stand for, as a list of SQL strings.
QByteArray relationKinds(const QByteArray &letters, bool withPattern)
{
    QByteArrayList kinds;
    if (letters.contains('t'))
        kinds += withPattern ? "'r','p','t'" : "'r','p'"; // TOAST tables only where they are asked for by name
    if (letters.contains('v'))
        kinds += "'v'";
    if (letters.contains('m'))
        kinds += "'m'";
    if (letters.contains('i'))
        kinds += "'i','I'";
    if (letters.contains('s') || (withPattern && letters.contains('t')))
        kinds += letters.contains('s') ? "'S'" : "'s'";
    if (letters.contains('E'))
        kinds += "'f'";
    return kinds.join(',');
}

QByteArray localeColumns(int version)
{
    const QByteArray provider
        = "CASE d.datlocprovider WHEN 'c' THEN 'libc' WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin' END";
    if (version >= 170000)
        return provider + ", d.datcollate, d.datctype, d.datlocale, d.daticurules";
    if (version >= 160000)
        return provider + ", d.datcollate, d.datctype, d.daticulocale, d.daticurules";
    if (version >= 150000)
        return "d.datcollate, d.datctype, d.daticulocale, " + provider;
    return "d.datcollate, d.datctype";
}

QStringList localeHeaders(int version)
{
    if (version >= 170000)
        return {ListText::tr("Locale Provider"), ListText::tr("Collate"), ListText::tr("Ctype"), ListText::tr("Locale"),
                ListText::tr("ICU Rules")};
    if (version >= 160000)
        return {ListText::tr("Locale Provider"), ListText::tr("Collate"), ListText::tr("Ctype"),
                ListText::tr("ICU Locale"), ListText::tr("ICU Rules")};
    if (version >= 150000)
        return {ListText::tr("Collate"), ListText::tr("Ctype"), ListText::tr("ICU Locale"),
                ListText::tr("Locale Provider")};
    return {ListText::tr("Collate"), ListText::tr("Ctype")};
}

} // namespace

void listDatabases(MetaAnswer &answer, const MetaContext &context, const QByteArray &pattern)
{
    QByteArray query = "SELECT d.datname, pg_catalog.pg_get_userbyid(d.datdba), "
                       "pg_catalog.pg_encoding_to_char(d.encoding), "
        + localeColumns(context.serverVersion)
        + ", pg_catalog.array_to_string(d.datacl, E'\\n') FROM pg_catalog.pg_database d ";
    QList<MetaCell> parameters;
    if (!pattern.isEmpty()) {
        const NamePattern name = NamePattern::parse(pattern, context.database);
        query += "WHERE d.datname OPERATOR(pg_catalog.~) $1 COLLATE pg_catalog.default ";
        parameters += name.name;
    }
    const QStringList headers = QStringList{ListText::tr("Name"), ListText::tr("Owner"), ListText::tr("Encoding")}
        + localeHeaders(context.serverVersion) + QStringList{ListText::tr("Access privileges")};
    answer.ask(query + "ORDER BY 1", parameters, [&answer, headers](const MetaRows &rows) {
        answer.addTable({ListText::tr("List of databases"), headers, rows, {}});
    });
}

void listRelations(MetaAnswer &answer, const MetaContext &context, const QByteArray &kinds, const QByteArray &pattern,
                   bool system)
{
    const bool indexes = kinds.contains('i');
    QByteArray query
        = "SELECT n.nspname, c.relname, CASE c.relkind WHEN 'r' THEN 'table' WHEN 'v' THEN 'view' "
          "WHEN 'm' THEN 'materialized view' WHEN 'i' THEN 'index' WHEN 'S' THEN 'sequence' WHEN 't' THEN 'TOAST "
          "table' "
          "WHEN 'f' THEN 'foreign table' WHEN 'p' THEN 'partitioned table' WHEN 'I' THEN 'partitioned index' END, "
          "pg_catalog.pg_get_userbyid(c.relowner)";
    query += indexes ? ", t.relname" : "";
    query += " FROM pg_catalog.pg_class c LEFT JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace";
    if (indexes) {
        query += " LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = c.oid"
                 " LEFT JOIN pg_catalog.pg_class t ON t.oid = i.indrelid";
    }
    query += " WHERE c.relkind IN (" + relationKinds(kinds, system || !pattern.isEmpty()) + ")";
    QList<MetaCell> parameters;
    if (pattern.isEmpty()) {
        if (!system)
            query += " AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname !~ '^pg_toast'";
        query += " AND pg_catalog.pg_table_is_visible(c.oid)";
    } else {
        const NamePattern name = NamePattern::parse(pattern, context.database);
        if (!name.problem.isEmpty()) {
            answer.fail(name.problem);
            return;
        }
        query += " AND c.relname OPERATOR(pg_catalog.~) $1 COLLATE pg_catalog.default";
        parameters += name.name;
        if (name.schema.isEmpty()) {
            query += " AND pg_catalog.pg_table_is_visible(c.oid)";
        } else {
            query += " AND n.nspname OPERATOR(pg_catalog.~) $2 COLLATE pg_catalog.default";
            parameters += name.schema;
        }
    }
    QStringList headers{ListText::tr("Schema"), ListText::tr("Name"), ListText::tr("Type"), ListText::tr("Owner")};
    if (indexes)
        headers += ListText::tr("Table");
    answer.ask(query + " ORDER BY 1, 2", parameters, [&answer, headers, pattern](const MetaRows &rows) {
        if (!rows.isEmpty())
            answer.addTable({ListText::tr("List of relations"), headers, rows, {}});
        else if (pattern.isEmpty())
            answer.say(ListText::tr("Did not find any relations."));
        else
            answer.say(ListText::tr("Did not find any relation named \"%1\".").arg(QString::fromUtf8(pattern)));
    });
}

} // namespace Gantry
