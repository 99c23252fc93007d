// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/catalogue.h"

#include "postgres/catalogueworker.h"
#include "pgenvironment.h"
#include "postgres/workerthread.h"

#include <QPromise>

#include <memory>

namespace Gantry {

namespace {

using Row = QList<std::optional<QByteArray>>;

QString text(const std::optional<QByteArray> &cell)
{
    return cell ? QString::fromUtf8(*cell) : QString();
}

bool isTrue(const std::optional<QByteArray> &cell)
{
    return cell && *cell == "t";
}

quint32 oid(const std::optional<QByteArray> &cell)
{
    return cell ? cell->toUInt() : 0;
}

QStringList lines(const std::optional<QByteArray> &cell)
{
    return text(cell).split(u'\n', Qt::SkipEmptyParts);
}

// Asks in the worker's thread and makes a value of each row.
template <typename Value, typename Make>
QFuture<QList<Value>> ask(CatalogueWorker *worker, const QByteArray &statement,
                          const PgConnection::Parameters &parameters, Make make)
{
    const auto promise = std::make_shared<QPromise<QList<Value>>>();
    promise->start();
    CatalogueWorker::Question question;
    question.statement = statement;
    question.parameters = parameters;
    question.answer = [promise, make](const CatalogueWorker::Rows &rows) {
        QList<Value> values;
        values.reserve(rows.size());
        for (const Row &row : rows)
            values += make(row);
        promise->addResult(values);
        promise->finish();
    };
    question.fail = [promise](const ServerMessage &message) {
        promise->setException(CatalogueError(message));
        promise->finish();
    };
    QMetaObject::invokeMethod(worker, [worker, question] { worker->ask(question); });
    return promise->future();
}

CatalogueRelation::Kind relationKind(char kind)
{
    switch (kind) {
    case 'p':
        return CatalogueRelation::Kind::PartitionedTable;
    case 'v':
        return CatalogueRelation::Kind::View;
    case 'm':
        return CatalogueRelation::Kind::MaterializedView;
    case 'f':
        return CatalogueRelation::Kind::ForeignTable;
    case 'S':
        return CatalogueRelation::Kind::Sequence;
    default:
        return CatalogueRelation::Kind::Table;
    }
}

CatalogueFunction::Kind functionKind(char kind)
{
    switch (kind) {
    case 'p':
        return CatalogueFunction::Kind::Procedure;
    case 'a':
        return CatalogueFunction::Kind::Aggregate;
    case 'w':
        return CatalogueFunction::Kind::Window;
    default:
        return CatalogueFunction::Kind::Function;
    }
}

CatalogueType::Kind typeKind(char kind)
{
    switch (kind) {
    case 'e':
        return CatalogueType::Kind::Enum;
    case 'd':
        return CatalogueType::Kind::Domain;
    case 'c':
        return CatalogueType::Kind::Composite;
    case 'r':
        return CatalogueType::Kind::Range;
    default:
        return CatalogueType::Kind::Base;
    }
}

} // namespace

Catalogue::Catalogue(QObject *parent)
    : QObject(parent)
    , m_worker(new CatalogueWorker)
{
    PgEnvironment::takeOut();
    m_thread = new WorkerThread(m_worker);
}

Catalogue::~Catalogue()
{
    m_thread->leave(this);
}

void Catalogue::setParameters(const ConnectionParameters &parameters)
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, parameters] { worker->setParameters(parameters); });
}

void Catalogue::close()
{
    QMetaObject::invokeMethod(m_worker, &CatalogueWorker::close);
}

QFuture<QList<CatalogueSchema>> Catalogue::schemas()
{
    return ask<CatalogueSchema>(
        m_worker,
        "SELECT n.oid, n.nspname, pg_catalog.pg_get_userbyid(n.nspowner), "
        "n.nspname ~ '^pg_' OR n.nspname = 'information_schema', "
        "n.nspname = ANY (pg_catalog.current_schemas(false)) FROM pg_catalog.pg_namespace n "
        "WHERE n.nspname !~ '^pg_(toast|temp_|toast_temp_)' ORDER BY 5 DESC, 4, 2",
        {}, [](const Row &row) {
            return CatalogueSchema{oid(row[0]), text(row[1]), text(row[2]), isTrue(row[3]), isTrue(row[4])};
        });
}

QFuture<QList<CatalogueRelation>> Catalogue::relations(const QString &schema)
{
    // To PostgreSQL 13, 0 rows can mean that the table was never analyzed.
    return ask<CatalogueRelation>(
        m_worker,
        "SELECT c.oid, n.nspname, c.relname, c.relkind, pg_catalog.pg_get_userbyid(c.relowner), "
        "pg_catalog.obj_description(c.oid, 'pg_class'), CASE WHEN c.reltuples = 0 AND c.relpages > 0 THEN -1 "
        "ELSE c.reltuples::pg_catalog.int8 END, c.relispartition FROM pg_catalog.pg_class c "
        "JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace "
        "WHERE n.nspname = $1 AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') ORDER BY c.relname",
        {schema.toUtf8()}, [](const Row &row) {
            return CatalogueRelation{oid(row[0]),  text(row[1]), text(row[2]),         relationKind(row[3]->at(0)),
                                     text(row[4]), text(row[5]), row[6]->toLongLong(), isTrue(row[7])};
        });
}

QFuture<QList<CatalogueColumn>> Catalogue::columns(quint32 relation)
{
    return ask<CatalogueColumn>(
        m_worker,
        "SELECT a.attnum, a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod), "
        "(SELECT pg_catalog.pg_get_expr(d.adbin, d.adrelid) FROM pg_catalog.pg_attrdef d "
        "WHERE d.adrelid = a.attrelid AND d.adnum = a.attnum), pg_catalog.col_description(a.attrelid, a.attnum), "
        "a.attnotnull, EXISTS (SELECT FROM pg_catalog.pg_constraint p WHERE p.conrelid = a.attrelid "
        "AND p.contype = 'p' AND a.attnum = ANY (p.conkey)), f.oid IS NOT NULL, "
        "n.nspname || '.' || t.relname || '(' || ra.attname || ')' FROM pg_catalog.pg_attribute a "
        "LEFT JOIN LATERAL (SELECT * FROM pg_catalog.pg_constraint f WHERE f.conrelid = a.attrelid AND f.contype = 'f' "
        "AND a.attnum = ANY (f.conkey) ORDER BY f.conname LIMIT 1) f ON true "
        "LEFT JOIN pg_catalog.pg_class t ON t.oid = f.confrelid "
        "LEFT JOIN pg_catalog.pg_namespace n ON n.oid = t.relnamespace "
        "LEFT JOIN pg_catalog.pg_attribute ra ON ra.attrelid = f.confrelid "
        "AND ra.attnum = f.confkey[pg_catalog.array_position(f.conkey, a.attnum)] "
        "WHERE a.attrelid = $1 AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum",
        {QByteArray::number(relation)}, [](const Row &row) {
            return CatalogueColumn{row[0]->toInt(), text(row[1]),   text(row[2]),   text(row[3]), text(row[4]),
                                   isTrue(row[5]),  isTrue(row[6]), isTrue(row[7]), text(row[8])};
        });
}

QFuture<QList<CatalogueFunction>> Catalogue::functions(const QString &schema)
{
    // pg_proc.prokind came with PostgreSQL 11; to_jsonb() reads it where it is there.
    return ask<CatalogueFunction>(
        m_worker,
        "SELECT p.oid, n.nspname, p.proname, pg_catalog.pg_get_function_arguments(p.oid), "
        "pg_catalog.pg_get_function_result(p.oid), coalesce(pg_catalog.to_jsonb(p) ->> 'prokind', 'f') "
        "FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace "
        "WHERE n.nspname = $1 ORDER BY p.proname, 4",
        {schema.toUtf8()}, [](const Row &row) {
            return CatalogueFunction{oid(row[0]),  text(row[1]), text(row[2]),
                                     text(row[3]), text(row[4]), functionKind(row[5]->at(0))};
        });
}

QFuture<QList<CatalogueType>> Catalogue::types(const QString &schema)
{
    // Without the row types of tables and the array types that come with every type.
    return ask<CatalogueType>(
        m_worker,
        "SELECT t.oid, n.nspname, t.typname, t.typtype, pg_catalog.array_to_string(ARRAY(SELECT e.enumlabel "
        "FROM pg_catalog.pg_enum e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder), E'\\n'), "
        "CASE WHEN t.typtype = 'd' THEN pg_catalog.format_type(t.typbasetype, t.typtypmod) END "
        "FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace "
        "LEFT JOIN pg_catalog.pg_class c ON c.oid = t.typrelid "
        "WHERE n.nspname = $1 AND (t.typrelid = 0 OR c.relkind = 'c') AND t.typtype IN ('e', 'd', 'c', 'r', 'b') "
        "AND NOT EXISTS (SELECT FROM pg_catalog.pg_type e WHERE e.typarray = t.oid) ORDER BY t.typname",
        {schema.toUtf8()}, [](const Row &row) {
            return CatalogueType{oid(row[0]),   text(row[1]), text(row[2]), typeKind(row[3]->at(0)),
                                 lines(row[4]), text(row[5])};
        });
}

QFuture<QList<CatalogueRole>> Catalogue::roles()
{
    return ask<CatalogueRole>(
        m_worker,
        "SELECT r.rolname, r.rolcanlogin, r.rolsuper, pg_catalog.array_to_string(ARRAY(SELECT g.rolname "
        "FROM pg_catalog.pg_auth_members m JOIN pg_catalog.pg_roles g ON g.oid = m.roleid WHERE m.member = r.oid "
        "ORDER BY 1), E'\\n') FROM pg_catalog.pg_roles r WHERE r.rolname !~ '^pg_' ORDER BY r.rolname",
        {}, [](const Row &row) {
            return CatalogueRole{text(row[0]), isTrue(row[1]), isTrue(row[2]), lines(row[3])};
        });
}

QFuture<QList<CatalogueExtension>> Catalogue::extensions()
{
    return ask<CatalogueExtension>(
        m_worker,
        "SELECT e.extname, e.extversion, n.nspname, pg_catalog.obj_description(e.oid, 'pg_extension') "
        "FROM pg_catalog.pg_extension e JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace ORDER BY e.extname",
        {}, [](const Row &row) {
            return CatalogueExtension{text(row[0]), text(row[1]), text(row[2]), text(row[3])};
        });
}

QFuture<QStringList> Catalogue::databases()
{
    return ask<QString>(
        m_worker, "SELECT datname FROM pg_catalog.pg_database WHERE datallowconn AND NOT datistemplate ORDER BY 1", {},
        [](const Row &row) { return text(row[0]); });
}

} // namespace Gantry
