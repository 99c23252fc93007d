// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/relationfooters.h"

#include <QCoreApplication>

namespace Gantry {

namespace {

struct FooterText
{
    Q_DECLARE_TR_FUNCTIONS(Gantry::RelationFooters)
};

QString text(const MetaCell &cell)
{
    return cell ? QString::fromUtf8(*cell) : QString();
}

bool isTrue(const MetaCell &cell)
{
    return cell && *cell == "t";
}

constexpr QLatin1String indent("    ");

bool hasRowsOfItsOwn(char kind)
{
    return kind == 'r' || kind == 'm' || kind == 'f' || kind == 'p' || kind == 't';
}

/// Asks one question after the other; each adds lines to the last table.
class Footers
{
public:
    Footers(MetaAnswer &answer, const MetaContext &context, const RelationFacts &relation)
        : m_answer(answer)
        , m_version(context.serverVersion)
        , m_relation(relation)
    {
    }

    void askAll();

private:
    using Line = std::function<QString(const QList<MetaCell> &row)>;

    void ask(const QByteArray &query, const std::function<void(const MetaRows &rows, QStringList &footers)> &take);
    // A heading with a line for each row; nothing where there are no rows.
    void askList(const QString &heading, const QByteArray &query, const Line &line);
    void partitionOf();
    void partitionKey();
    void owningTable();
    void indexFacts();
    void indexes();
    void checks();
    void foreignKeys();
    void referencedBy();
    void policies();
    void statistics();
    void rules();
    void publications();
    void triggers();
    void foreignServer();
    void inherits();
    void childrenAndStorage();

    MetaAnswer &m_answer;
    int m_version;
    const RelationFacts m_relation;
};

void Footers::ask(const QByteArray &query, const std::function<void(const MetaRows &rows, QStringList &footers)> &take)
{
    m_answer.ask(query, {m_relation.oid},
                 [&answer = m_answer, take](const MetaRows &rows) { take(rows, answer.lastTable().footers); });
}

void Footers::askList(const QString &heading, const QByteArray &query, const Line &line)
{
    ask(query, [heading, line](const MetaRows &rows, QStringList &footers) {
        if (!rows.isEmpty())
            footers += heading;
        for (const QList<MetaCell> &row : rows)
            footers += line(row);
    });
}

void Footers::askAll()
{
    const char kind = m_relation.kind;
    const bool table = kind == 'r' || kind == 'p' || kind == 'f';
    if (m_relation.partition)
        partitionOf();
    if (kind == 'p')
        partitionKey();
    if (kind == 't')
        owningTable();
    if (kind == 'i' || kind == 'I')
        indexFacts();
    if (hasRowsOfItsOwn(kind)) {
        indexes();
        checks();
    }
    if (table) {
        foreignKeys();
        referencedBy();
        policies();
    }
    if (hasRowsOfItsOwn(kind))
        statistics();
    if (m_relation.rules && table)
        rules();
    if (table)
        publications();
    if (m_relation.triggers)
        triggers();
    if (kind == 'f')
        foreignServer();
    if (table)
        inherits();
    if (kind != 'v' && kind != 'c')
        childrenAndStorage();
}

void Footers::partitionOf()
{
    const QByteArray detached = m_version >= 140000 ? "i.inhdetachpending" : "false";
    ask("SELECT i.inhparent::pg_catalog.regclass, pg_catalog.pg_get_expr(c.relpartbound, c.oid), " + detached
            + " FROM pg_catalog.pg_class c JOIN pg_catalog.pg_inherits i ON c.oid = i.inhrelid WHERE c.oid = $1",
        [](const MetaRows &rows, QStringList &footers) {
            for (const QList<MetaCell> &row : rows) {
                footers += FooterText::tr("Partition of: %1 %2").arg(text(row[0]), text(row[1]))
                    + (isTrue(row[2]) ? QStringLiteral(" DETACH PENDING") : QString());
            }
        });
}

void Footers::partitionKey()
{
    ask("SELECT pg_catalog.pg_get_partkeydef($1::pg_catalog.oid)", [](const MetaRows &rows, QStringList &footers) {
        for (const QList<MetaCell> &row : rows)
            footers += FooterText::tr("Partition key: %1").arg(text(row[0]));
    });
}

void Footers::owningTable()
{
    ask("SELECT n.nspname, c.relname FROM pg_catalog.pg_class c "
        "JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE c.reltoastrelid = $1",
        [](const MetaRows &rows, QStringList &footers) {
            for (const QList<MetaCell> &row : rows)
                footers += FooterText::tr("Owning table: \"%1.%2\"").arg(text(row[0]), text(row[1]));
        });
}

void Footers::indexFacts()
{
    const QByteArray notDistinct = m_version >= 150000 ? "i.indnullsnotdistinct" : "false";
    ask("SELECT i.indisprimary, i.indisunique, " + notDistinct
            + ", a.amname, n.nspname, t.relname, pg_catalog.pg_get_expr(i.indpred, i.indrelid, true), "
              "i.indisclustered, "
              "i.indisvalid, coalesce(con.condeferrable, false), coalesce(con.condeferred, false), i.indisreplident "
              "FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid "
              "JOIN pg_catalog.pg_class t ON t.oid = i.indrelid JOIN pg_catalog.pg_namespace n ON n.oid = "
              "t.relnamespace "
              "JOIN pg_catalog.pg_am a ON a.oid = c.relam LEFT JOIN pg_catalog.pg_constraint con ON con.conindid = "
              "c.oid "
              "AND con.conrelid = i.indrelid AND con.contype IN ('p', 'u', 'x') WHERE c.oid = $1",
        [](const MetaRows &rows, QStringList &footers) {
            for (const QList<MetaCell> &row : rows) {
                QString line;
                if (isTrue(row[0]))
                    line = QStringLiteral("primary key, ");
                else if (isTrue(row[1]))
                    line = isTrue(row[2]) ? QStringLiteral("unique nulls not distinct, ") : QStringLiteral("unique, ");
                line += QStringLiteral("%1, for table \"%2.%3\"").arg(text(row[3]), text(row[4]), text(row[5]));
                if (row[6])
                    line += QStringLiteral(", predicate (%1)").arg(text(row[6]));
                line += isTrue(row[7]) ? QStringLiteral(", clustered") : QString();
                line += isTrue(row[8]) ? QString() : QStringLiteral(", invalid");
                line += isTrue(row[9]) ? QStringLiteral(", deferrable") : QString();
                line += isTrue(row[10]) ? QStringLiteral(", initially deferred") : QString();
                line += isTrue(row[11]) ? QStringLiteral(", replica identity") : QString();
                footers += line;
            }
        });
}

void Footers::indexes()
{
    askList(
        FooterText::tr("Indexes:"),
        "SELECT c.relname, i.indisprimary, i.indisunique, con.contype, pg_catalog.pg_get_constraintdef(con.oid, true), "
        "pg_catalog.pg_get_indexdef(i.indexrelid, 0, true), con.condeferrable, con.condeferred, i.indisclustered, "
        "i.indisvalid, i.indisreplident, ts.spcname FROM pg_catalog.pg_index i "
        "JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid "
        "LEFT JOIN pg_catalog.pg_constraint con ON con.conrelid = i.indrelid AND con.conindid = i.indexrelid "
        "AND con.contype IN ('p', 'u', 'x') LEFT JOIN pg_catalog.pg_tablespace ts ON ts.oid = c.reltablespace "
        "WHERE i.indrelid = $1 ORDER BY i.indisprimary DESC, c.relname",
        [](const QList<MetaCell> &row) {
            QString line = indent + QStringLiteral("\"%1\"").arg(text(row[0]));
            if (text(row[3]) == QLatin1String("x")) {
                line += u' ' + text(row[4]);
            } else {
                if (isTrue(row[1]))
                    line += QStringLiteral(" PRIMARY KEY,");
                else if (isTrue(row[2]))
                    line += text(row[3]) == QLatin1String("u") ? QStringLiteral(" UNIQUE CONSTRAINT,")
                                                               : QStringLiteral(" UNIQUE,");
                // The definition begins with CREATE … USING.
                const QString definition = text(row[5]);
                const qsizetype method = definition.indexOf(QLatin1String(" USING "));
                line += u' ' + (method < 0 ? definition : definition.mid(method + 7));
                line += isTrue(row[6]) ? QStringLiteral(" DEFERRABLE") : QString();
                line += isTrue(row[7]) ? QStringLiteral(" INITIALLY DEFERRED") : QString();
            }
            line += isTrue(row[8]) ? QStringLiteral(" CLUSTER") : QString();
            line += isTrue(row[9]) ? QString() : QStringLiteral(" INVALID");
            line += isTrue(row[10]) ? QStringLiteral(" REPLICA IDENTITY") : QString();
            return row[11] ? line + FooterText::tr(", tablespace \"%1\"").arg(text(row[11])) : line;
        });
}

void Footers::checks()
{
    askList(FooterText::tr("Check constraints:"),
            "SELECT conname, pg_catalog.pg_get_constraintdef(oid, true) FROM pg_catalog.pg_constraint "
            "WHERE conrelid = $1 AND contype = 'c' ORDER BY 1",
            [](const QList<MetaCell> &row) {
                return indent + QStringLiteral("\"%1\" %2").arg(text(row[0]), text(row[1]));
            });
}

void Footers::foreignKeys()
{
    // Those of a partition belong to the partitioned table.
    const QByteArray query = m_version >= 120000
        ? "SELECT conname, pg_catalog.pg_get_constraintdef(oid, true), conrelid::pg_catalog.regclass, conrelid = $1 "
          "FROM pg_catalog.pg_constraint WHERE contype = 'f' AND conparentid = 0 AND (conrelid = $1 OR conrelid IN "
          "(SELECT pg_catalog.pg_partition_ancestors($1::pg_catalog.oid))) ORDER BY 4 DESC, 1"
        : "SELECT conname, pg_catalog.pg_get_constraintdef(oid, true), conrelid::pg_catalog.regclass, true "
          "FROM pg_catalog.pg_constraint WHERE contype = 'f' AND conrelid = $1 ORDER BY 1";
    askList(FooterText::tr("Foreign-key constraints:"), query, [](const QList<MetaCell> &row) {
        if (isTrue(row[3]))
            return indent + QStringLiteral("\"%1\" %2").arg(text(row[0]), text(row[1]));
        return indent
            + QStringLiteral("TABLE \"%1\" CONSTRAINT \"%2\" %3").arg(text(row[2]), text(row[0]), text(row[1]));
    });
}

void Footers::referencedBy()
{
    const QByteArray query = m_version >= 120000
        ? "SELECT conname, conrelid::pg_catalog.regclass, pg_catalog.pg_get_constraintdef(oid, true) "
          "FROM pg_catalog.pg_constraint WHERE contype = 'f' AND conparentid = 0 AND (confrelid = $1 OR confrelid IN "
          "(SELECT pg_catalog.pg_partition_ancestors($1::pg_catalog.oid))) ORDER BY 1"
        : "SELECT conname, conrelid::pg_catalog.regclass, pg_catalog.pg_get_constraintdef(oid, true) "
          "FROM pg_catalog.pg_constraint WHERE contype = 'f' AND confrelid = $1 ORDER BY 1";
    askList(FooterText::tr("Referenced by:"), query, [](const QList<MetaCell> &row) {
        return indent
            + QStringLiteral("TABLE \"%1\" CONSTRAINT \"%2\" %3").arg(text(row[1]), text(row[0]), text(row[2]));
    });
}

void Footers::policies()
{
    ask("SELECT polname, polpermissive, CASE WHEN polroles <> '{0}' THEN pg_catalog.array_to_string(ARRAY("
        "SELECT rolname FROM pg_catalog.pg_roles WHERE oid = ANY (polroles) ORDER BY 1), ',') END, "
        "pg_catalog.pg_get_expr(polqual, polrelid), pg_catalog.pg_get_expr(polwithcheck, polrelid), "
        "CASE polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE' END "
        "FROM pg_catalog.pg_policy WHERE polrelid = $1 ORDER BY 1",
        [relation = m_relation](const MetaRows &rows, QStringList &footers) {
            const bool none = rows.isEmpty();
            if (!relation.rowSecurity) {
                if (none)
                    return;
                footers += FooterText::tr("Policies (row security disabled):");
            } else if (relation.forcedRowSecurity) {
                footers += none ? FooterText::tr("Policies (forced row security enabled): (none)")
                                : FooterText::tr("Policies (forced row security enabled):");
            } else {
                footers
                    += none ? FooterText::tr("Policies (row security enabled): (none)") : FooterText::tr("Policies:");
            }
            for (const QList<MetaCell> &row : rows) {
                QString line = indent + QStringLiteral("POLICY \"%1\"").arg(text(row[0]));
                line += isTrue(row[1]) ? QString() : QStringLiteral(" AS RESTRICTIVE");
                line += row[5] ? QStringLiteral(" FOR ") + text(row[5]) : QString();
                footers += line;
                if (row[2])
                    footers += QStringLiteral("      TO %1").arg(text(row[2]));
                if (row[3])
                    footers += QStringLiteral("      USING (%1)").arg(text(row[3]));
                if (row[4])
                    footers += QStringLiteral("      WITH CHECK (%1)").arg(text(row[4]));
            }
        });
}

void Footers::statistics()
{
    if (m_version < 140000)
        return;
    askList(FooterText::tr("Statistics objects:"),
            "SELECT stxnamespace::pg_catalog.regnamespace::pg_catalog.text, stxname, "
            "pg_catalog.pg_get_statisticsobjdef_columns(oid), stxrelid::pg_catalog.regclass, 'd' = ANY (stxkind), "
            "'f' = ANY (stxkind), 'm' = ANY (stxkind), CASE WHEN stxstattarget <> -1 THEN stxstattarget END "
            "FROM pg_catalog.pg_statistic_ext WHERE stxrelid = $1 ORDER BY 1, 2",
            [](const QList<MetaCell> &row) {
                QStringList kinds;
                kinds += isTrue(row[4]) ? QStringList{QStringLiteral("ndistinct")} : QStringList();
                kinds += isTrue(row[5]) ? QStringList{QStringLiteral("dependencies")} : QStringList();
                kinds += isTrue(row[6]) ? QStringList{QStringLiteral("mcv")} : QStringList();
                QString line = indent + QStringLiteral("\"%1.%2\"").arg(text(row[0]), text(row[1]));
                if (!kinds.isEmpty() && kinds.size() < 3) // all are the default, and none is of an expression
                    line += QStringLiteral(" (%1)").arg(kinds.join(QLatin1String(", ")));
                line += QStringLiteral(" ON %1 FROM %2").arg(text(row[2]), text(row[3]));
                return row[7] ? line + QStringLiteral("; STATISTICS %1").arg(text(row[7])) : line;
            });
}

void Footers::rules()
{
    ask("SELECT trim(TRAILING ';' FROM pg_catalog.pg_get_ruledef(oid, true)), ev_enabled "
        "FROM pg_catalog.pg_rewrite WHERE ev_class = $1 ORDER BY rulename",
        [](const MetaRows &rows, QStringList &footers) {
            const std::pair<QByteArray, QString> groups[] = {{"O", FooterText::tr("Rules:")},
                                                             {"D", FooterText::tr("Disabled rules:")},
                                                             {"A", FooterText::tr("Rules firing always:")},
                                                             {"R", FooterText::tr("Rules firing on replica only:")}};
            for (const auto &[enabled, heading] : groups) {
                bool first = true;
                for (const QList<MetaCell> &row : rows) {
                    if (row[1] != enabled)
                        continue;
                    if (std::exchange(first, false))
                        footers += heading;
                    const QString definition = text(row[0]).mid(qsizetype(qstrlen("CREATE RULE ")));
                    footers += (indent + definition).split(u'\n');
                }
            }
        });
}

void Footers::publications()
{
    QByteArray query
        = "SELECT p.pubname, NULL, NULL FROM pg_catalog.pg_publication p "
          "WHERE p.puballtables AND pg_catalog.pg_relation_is_publishable($1::pg_catalog.oid::pg_catalog.regclass) ";
    if (m_version >= 150000) {
        query += "UNION SELECT p.pubname, NULL, NULL FROM pg_catalog.pg_publication p "
                 "JOIN pg_catalog.pg_publication_namespace pn ON p.oid = pn.pnpubid "
                 "JOIN pg_catalog.pg_class c ON c.relnamespace = pn.pnnspid "
                 "WHERE c.oid = $1 AND pg_catalog.pg_relation_is_publishable($1::pg_catalog.oid::pg_catalog.regclass) "
                 "UNION SELECT p.pubname, pg_catalog.pg_get_expr(r.prqual, r.prrelid), (SELECT "
                 "pg_catalog.string_agg(a.attname, ', ' ORDER BY a.attnum) FROM pg_catalog.pg_attribute a "
                 "WHERE a.attrelid = r.prrelid AND a.attnum = ANY (r.prattrs)) FROM pg_catalog.pg_publication p "
                 "JOIN pg_catalog.pg_publication_rel r ON p.oid = r.prpubid WHERE r.prrelid = $1";
    } else {
        query += "UNION SELECT p.pubname, NULL, NULL FROM pg_catalog.pg_publication p "
                 "JOIN pg_catalog.pg_publication_rel r ON p.oid = r.prpubid WHERE r.prrelid = $1";
    }
    askList(FooterText::tr("Publications:"), query + " ORDER BY 1", [](const QList<MetaCell> &row) {
        QString line = indent + QStringLiteral("\"%1\"").arg(text(row[0]));
        line += row[2] ? QStringLiteral(" (%1)").arg(text(row[2])) : QString();
        line += row[1] ? QStringLiteral(" WHERE %1").arg(text(row[1])) : QString();
        return line;
    });
}

void Footers::triggers()
{
    const QByteArray parent = m_version >= 130000
        ? "CASE WHEN t.tgparentid <> 0 THEN (SELECT u.tgrelid::pg_catalog.regclass FROM pg_catalog.pg_trigger u, "
          "pg_catalog.pg_partition_ancestors(t.tgrelid) WITH ORDINALITY a(relid, depth) WHERE u.tgname = t.tgname "
          "AND u.tgrelid = a.relid AND u.tgparentid = 0 ORDER BY a.depth LIMIT 1) END"
        : "NULL";
    ask("SELECT pg_catalog.pg_get_triggerdef(t.oid, true), t.tgenabled::pg_catalog.text || CASE WHEN t.tgisinternal "
        "AND t.tgenabled = 'D' THEN 'i' ELSE '' END, "
            + parent
            + " FROM pg_catalog.pg_trigger t WHERE t.tgrelid = $1 AND (NOT t.tgisinternal OR t.tgenabled = 'D') "
              "ORDER BY t.tgname",
        [](const MetaRows &rows, QStringList &footers) {
            const std::pair<QByteArray, QString> groups[] = {{"O", FooterText::tr("Triggers:")},
                                                             {"D", FooterText::tr("Disabled user triggers:")},
                                                             {"Di", FooterText::tr("Disabled internal triggers:")},
                                                             {"A", FooterText::tr("Triggers firing always:")},
                                                             {"R", FooterText::tr("Triggers firing on replica only:")}};
            for (const auto &[enabled, heading] : groups) {
                bool first = true;
                for (const QList<MetaCell> &row : rows) {
                    if (row[1] != enabled)
                        continue;
                    if (std::exchange(first, false))
                        footers += heading;
                    const QString definition = text(row[0]);
                    const QLatin1String word(" TRIGGER ");
                    const qsizetype name = definition.indexOf(word);
                    footers += QString(indent) + (name < 0 ? definition : definition.mid(name + word.size()))
                        + (row[2] ? FooterText::tr(", ON TABLE %1").arg(text(row[2])) : QString());
                }
            }
        });
}

void Footers::foreignServer()
{
    ask("SELECT s.srvname, pg_catalog.array_to_string(ARRAY(SELECT pg_catalog.quote_ident(option_name) || ' ' || "
        "pg_catalog.quote_literal(option_value) FROM pg_catalog.pg_options_to_table(f.ftoptions)), ', ') "
        "FROM pg_catalog.pg_foreign_table f JOIN pg_catalog.pg_foreign_server s ON s.oid = f.ftserver "
        "WHERE f.ftrelid = $1",
        [](const MetaRows &rows, QStringList &footers) {
            for (const QList<MetaCell> &row : rows) {
                footers += FooterText::tr("Server: %1").arg(text(row[0]));
                if (!text(row[1]).isEmpty())
                    footers += FooterText::tr("FDW options: (%1)").arg(text(row[1]));
            }
        });
}

void Footers::inherits()
{
    ask("SELECT c.oid::pg_catalog.regclass FROM pg_catalog.pg_class c JOIN pg_catalog.pg_inherits i "
        "ON c.oid = i.inhparent WHERE i.inhrelid = $1 AND c.relkind NOT IN ('p', 'I') ORDER BY i.inhseqno",
        [](const MetaRows &rows, QStringList &footers) {
            const QString heading = FooterText::tr("Inherits");
            for (qsizetype i = 0; i < rows.size(); ++i) {
                const QString start = i == 0 ? heading + QStringLiteral(": ") : QString(heading.size() + 2, u' ');
                footers += start + text(rows[i][0]) + (i + 1 < rows.size() ? QStringLiteral(",") : QString());
            }
        });
}

void Footers::childrenAndStorage()
{
    ask("SELECT pg_catalog.count(*) FROM pg_catalog.pg_inherits WHERE inhparent = $1",
        [relation = m_relation](const MetaRows &rows, QStringList &footers) {
            const bool partitioned = relation.kind == 'p' || relation.kind == 'I';
            const QString count = text(rows[0][0]);
            // psql adds that its \d+ lists them; the console has none.
            if (partitioned)
                footers += FooterText::tr("Number of partitions: %1").arg(count);
            else if (count != QLatin1String("0"))
                footers += FooterText::tr("Number of child tables: %1").arg(count);
            if (!relation.ofType.isEmpty())
                footers += FooterText::tr("Typed table of type: %1").arg(relation.ofType);
            if (!relation.tablespace.isEmpty())
                footers += FooterText::tr("Tablespace: \"%1\"").arg(relation.tablespace);
        });
}

} // namespace

void askFooters(MetaAnswer &answer, const MetaContext &context, const RelationFacts &relation)
{
    Footers(answer, context, relation).askAll();
}

} // namespace Gantry
