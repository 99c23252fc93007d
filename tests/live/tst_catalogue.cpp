// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "futures.h"
#include "items/cataloguemodel.h"
#include "live/sessionprobe.h"
#include "postgres/catalogue.h"

#include <QAbstractItemModelTester>

using namespace Gantry;
using namespace Qt::StringLiterals;

namespace {

const QByteArray schema
    = "CREATE SCHEMA \"cat'; DROP \"\"x\"; SET search_path TO \"cat'; DROP \"\"x\"; "
      "CREATE TYPE mood AS ENUM ('good', 'so so', 'bad'); CREATE DOMAIN positive AS numeric(6,2) CHECK (value > 0); "
      "CREATE TYPE comp AS (x int); "
      "CREATE TABLE customers (id serial PRIMARY KEY, name text NOT NULL DEFAULT 'x'); "
      "COMMENT ON TABLE customers IS 'Who buys'; COMMENT ON COLUMN customers.name IS 'in full'; "
      "CREATE TABLE orders (customer int REFERENCES customers, total numeric(10,2), gone int, mood mood); ALTER TABLE "
      "orders DROP gone; "
      "INSERT INTO orders SELECT NULL, 1, 'good' FROM generate_series(1, 1000); ANALYZE orders; "
      "CREATE TABLE parts (a int) PARTITION BY LIST (a); CREATE TABLE part1 PARTITION OF parts FOR VALUES IN (1); "
      "CREATE VIEW v AS SELECT 1 AS one; CREATE MATERIALIZED VIEW mv AS SELECT 1 AS one; CREATE SEQUENCE seq; "
      "CREATE FUNCTION f(a int, b text DEFAULT 'x') RETURNS SETOF text LANGUAGE sql AS 'SELECT $2'; "
      "CREATE PROCEDURE p() LANGUAGE sql AS 'SELECT 1'; CREATE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int); "
      "CREATE TABLE \"line\nbreak \"\"q\"\" <img src='x'>\" (\"<b>Id</b>\" int PRIMARY KEY, \"select\" text[]); "
      "COMMENT ON TABLE \"line\nbreak \"\"q\"\" <img src='x'>\" IS '<b>bold</b>'; "
      "CREATE TABLE public.plain (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, note varchar(20)); ";

/// Of its own, so that other tests' connections to the server neither count nor end here.
const QString databaseName = u"cat \"lab\" '1' <b>"_s;
const QByteArray quotedDatabase = "\"cat \"\"lab\"\" '1' <b>\"";

ConnectionParameters catalogueParameters()
{
    ConnectionParameters parameters = labParameters();
    parameters.database = databaseName;
    return parameters;
}

// The result of a future, or a value of its type without anything.
template <typename T> T wait(const QFuture<T> &future)
{
    return hasEnded(future) ? future.result() : T();
}

template <typename T> const T *named(const QList<T> &values, const QString &name)
{
    for (const T &value : values) {
        if (value.name == name)
            return &value;
    }
    return nullptr;
}

} // namespace

class TestCatalogue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void schemas();
    void relations();
    void columns();
    void functionsAndTypes();
    void rolesExtensionsDatabases();
    void neverInATransaction();
    void opensAgainAfterItWasKilled();
    void failsInWords();
    void closeAnswersWhatWaits();
    void treeShowsWhatIsThere();
    void namesWorkInStatements();
    void refreshIsExact();
    void refreshDuringAnAnswerAsksAgain();
    void treeSaysWhatCannotBeRead();

private:
    /// A model with its tester that has read the schemas.
    struct Tree
    {
        explicit Tree(Catalogue *catalogue)
            : model(catalogue)
            , tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest)
        {
            tester.setUseFetchMore(false); // it would read all of pg_catalog
        }

        /// Reads what is below, unless it has been read.
        void open(const QModelIndex &index)
        {
            while (model.canFetchMore(index))
                model.fetchMore(index);
        }
        QModelIndex find(const QString &name, const QModelIndex &parent = {}) const
        {
            for (int row = 0; row < model.rowCount(parent); ++row) {
                if (model.index(row, 0, parent).data().toString() == name)
                    return model.index(row, 0, parent);
            }
            return {};
        }
        QStringList names(const QModelIndex &parent = {}) const
        {
            QStringList all;
            for (int row = 0; row < model.rowCount(parent); ++row)
                all << model.index(row, 0, parent).data().toString();
            return all;
        }
        /// The group "Tables" and the like of a schema, when that has been read.
        QModelIndex group(const QString &schema, const QString &name) const { return find(name, find(schema)); }

        CatalogueModel model;
        QAbstractItemModelTester tester;
    };

    bool run(const QByteArray &script) { return m_probe->run(script) && m_probe->runs.last().failed == 0; }

    const QString m_schema = u"cat'; DROP \"x"_s;
    const QString m_hostile = u"line\nbreak \"q\" <img src='x'>"_s;
    std::unique_ptr<SessionProbe> m_probe;
    std::unique_ptr<Catalogue> m_catalogue;
};

void TestCatalogue::initTestCase()
{
    QVERIFY2(Lab::isUp(), Lab::notUp);
    SessionProbe admin;
    QVERIFY(admin.open());
    QVERIFY(
        admin.run("DROP DATABASE IF EXISTS " + quotedDatabase + " WITH (FORCE); CREATE DATABASE " + quotedDatabase));
    QVERIFY2(admin.runs.last().failed == 0, qPrintable(admin.error().text()));
    m_probe = std::make_unique<SessionProbe>();
    QVERIFY(m_probe->open(catalogueParameters()));
    QVERIFY2(run(schema), qPrintable(m_probe->error().text()));
    m_catalogue = std::make_unique<Catalogue>();
    m_catalogue->setParameters(catalogueParameters());
}

void TestCatalogue::cleanupTestCase()
{
    m_catalogue.reset();
    m_probe.reset();
    SessionProbe admin;
    QVERIFY(admin.open());
    QVERIFY(admin.run("DROP DATABASE IF EXISTS " + quotedDatabase + " WITH (FORCE)"));
}

void TestCatalogue::schemas()
{
    const QList<CatalogueSchema> found = wait(m_catalogue->schemas());
    QVERIFY(named(found, m_schema));
    QVERIFY(!named(found, m_schema)->system);
    QVERIFY(named(found, u"public"_s)->onSearchPath);
    QVERIFY(named(found, u"pg_catalog"_s)->system);
    QVERIFY(!named(found, u"pg_toast"_s));
    QCOMPARE(found.first().name, u"public"_s);
}

void TestCatalogue::relations()
{
    const QList<CatalogueRelation> found = wait(m_catalogue->relations(m_schema));
    using Kind = CatalogueRelation::Kind;
    const std::pair<QString, Kind> expected[] = {{u"customers"_s, Kind::Table},
                                                 {u"parts"_s, Kind::PartitionedTable},
                                                 {u"part1"_s, Kind::Table},
                                                 {u"v"_s, Kind::View},
                                                 {u"mv"_s, Kind::MaterializedView},
                                                 {u"seq"_s, Kind::Sequence},
                                                 {u"customers_id_seq"_s, Kind::Sequence}};
    for (const auto &[name, kind] : expected) {
        QVERIFY2(named(found, name), qPrintable(name));
        QVERIFY(named(found, name)->kind == kind);
    }
    QVERIFY(named(found, u"part1"_s)->partition);
    QCOMPARE(named(found, u"customers"_s)->comment, u"Who buys"_s);
    QCOMPARE(named(found, u"orders"_s)->estimatedRows, 1000);
    QVERIFY(named(found, u"orders"_s)->oid > 0);
    QVERIFY(wait(m_catalogue->relations(u"no such schema"_s)).isEmpty());
}

void TestCatalogue::columns()
{
    const QList<CatalogueRelation> found = wait(m_catalogue->relations(m_schema));
    const QList<CatalogueColumn> orders = wait(m_catalogue->columns(named(found, u"orders"_s)->oid));
    QCOMPARE(orders.size(), 3);
    QCOMPARE(orders[0].name, u"customer"_s);
    QVERIFY(orders[0].foreignKey);
    QCOMPARE(orders[0].references, m_schema + u".customers(id)"_s);
    QCOMPARE(orders[1].type, u"numeric(10,2)"_s);
    QCOMPARE(orders[2].number, 4);
    const QList<CatalogueColumn> customers = wait(m_catalogue->columns(named(found, u"customers"_s)->oid));
    QVERIFY(customers[0].primaryKey);
    QVERIFY(customers[0].notNull);
    QVERIFY(customers[0].defaultValue.startsWith(u"nextval"_s));
    QVERIFY(!customers[1].primaryKey);
    QCOMPARE(customers[1].comment, u"in full"_s);
}

void TestCatalogue::functionsAndTypes()
{
    const QList<CatalogueFunction> functions = wait(m_catalogue->functions(m_schema));
    QCOMPARE(functions.size(), 3);
    QCOMPARE(named(functions, u"f"_s)->arguments, u"a integer, b text DEFAULT 'x'::text"_s);
    QCOMPARE(named(functions, u"f"_s)->result, u"SETOF text"_s);
    QVERIFY(named(functions, u"p"_s)->kind == CatalogueFunction::Kind::Procedure);
    QVERIFY(named(functions, u"total"_s)->kind == CatalogueFunction::Kind::Aggregate);
    const QList<CatalogueType> types = wait(m_catalogue->types(m_schema));
    QCOMPARE(types.size(), 3);
    QCOMPARE(named(types, u"mood"_s)->labels, (QStringList{u"good"_s, u"so so"_s, u"bad"_s}));
    QCOMPARE(named(types, u"positive"_s)->baseType, u"numeric(6,2)"_s);
    QVERIFY(named(types, u"comp"_s)->kind == CatalogueType::Kind::Composite);
}

void TestCatalogue::rolesExtensionsDatabases()
{
    const QList<CatalogueRole> roles = wait(m_catalogue->roles());
    QVERIFY(named(roles, labParameters().user)->canLogin);
    QCOMPARE(named(wait(m_catalogue->extensions()), u"plpgsql"_s)->schema, u"pg_catalog"_s);
    const QStringList databases = wait(m_catalogue->databases());
    QVERIFY(databases.contains(labParameters().database));
    QVERIFY(databases.contains(databaseName));
}

void TestCatalogue::neverInATransaction()
{
    wait(m_catalogue->schemas());
    QVERIFY(m_probe->run("SELECT count(*) FILTER (WHERE state LIKE 'idle in%'), count(*) FROM pg_stat_activity "
                         "WHERE datname = current_database() AND pid <> pg_backend_pid()"));
    QCOMPARE(m_probe->value(0, 0), "0");
    QCOMPARE(m_probe->value(0, 1), "1");
}

void TestCatalogue::opensAgainAfterItWasKilled()
{
    wait(m_catalogue->schemas());
    QVERIFY(m_probe->run("SELECT pg_terminate_backend(pid, 2000) FROM pg_stat_activity "
                         "WHERE datname = current_database() AND pid <> pg_backend_pid()"));
    QTRY_VERIFY([this] {
        try {
            return !wait(m_catalogue->schemas()).isEmpty();
        } catch (const CatalogueError &) {
            return false; // asked before the loss was noticed
        }
    }());
}

void TestCatalogue::failsInWords()
{
    ConnectionParameters parameters = labParameters();
    parameters.database = u"no such database"_s;
    Catalogue catalogue;
    catalogue.setParameters(parameters);
    try {
        wait(catalogue.schemas());
        QFAIL("nothing was thrown");
    } catch (const CatalogueError &error) {
        QCOMPARE(error.message().sqlState, u"3D000"_s);
        QVERIFY(error.message().message.contains(u"no such database"_s));
    }
}

void TestCatalogue::closeAnswersWhatWaits()
{
    Catalogue catalogue;
    catalogue.setParameters(catalogueParameters());
    const QFuture<QList<CatalogueSchema>> first = catalogue.schemas();
    const QFuture<QList<CatalogueRole>> second = catalogue.roles();
    catalogue.close();
    QTRY_VERIFY(first.isFinished() && second.isFinished());
    QVERIFY(!wait(catalogue.schemas()).isEmpty());
}

void TestCatalogue::treeShowsWhatIsThere()
{
    Tree tree(m_catalogue.get());
    CatalogueModel &model = tree.model;
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!model.canFetchMore({})); // a tree that is only shown opens no connection
    model.refresh();
    QTRY_VERIFY(tree.find(m_schema).isValid());
    QCOMPARE(tree.names().mid(0, 2), (QStringList{u"public"_s, m_schema}));

    const QModelIndex hostile = tree.find(m_schema);
    QVERIFY(model.hasChildren(hostile));
    tree.open(hostile);
    QTRY_COMPARE(tree.names(hostile),
                 (QStringList{u"Tables"_s, u"Views"_s, u"Functions"_s, u"Sequences"_s, u"Types"_s}));
    const QModelIndex tables = tree.group(m_schema, u"Tables"_s);
    QCOMPARE(tree.names(tables), (QStringList{u"customers"_s, m_hostile, u"orders"_s, u"part1"_s, u"parts"_s}));
    QCOMPARE(tables.data(DetailRole).toString(), u"5"_s);
    QCOMPARE(tree.names(tree.group(m_schema, u"Views"_s)), (QStringList{u"mv"_s, u"v"_s}));
    QCOMPARE(tree.names(tree.group(m_schema, u"Sequences"_s)), (QStringList{u"customers_id_seq"_s, u"seq"_s}));
    const QModelIndex types = tree.group(m_schema, u"Types"_s);
    QCOMPARE(tree.names(types), (QStringList{u"comp"_s, u"mood"_s, u"positive"_s}));
    QCOMPARE(tree.find(u"mood"_s, types).data(Qt::ToolTipRole).toString(), u"good, so so, bad"_s);
    QCOMPARE(tree.find(u"positive"_s, types).data(DetailRole).toString(), u"numeric(6,2)"_s);
    QVERIFY(tree.find(u"f"_s, tree.group(m_schema, u"Functions"_s))
                .data(Qt::ToolTipRole)
                .toString()
                .contains(u"a integer, b text DEFAULT 'x'::text) → SETOF text"_s));

    const QModelIndex orders = tree.find(u"orders"_s, tables);
    QCOMPARE(orders.data(DetailRole).toString(), QLocale().toString(1000));
    tree.open(orders);
    QTRY_COMPARE(tree.names(orders), (QStringList{u"customer"_s, u"total"_s, u"mood"_s}));
    const QModelIndex customer = tree.find(u"customer"_s, orders);
    QCOMPARE(customer.data(SymbolRole).toString(), u"link"_s);
    QVERIFY(customer.data(Qt::ToolTipRole).toString().contains(u"References cat'; DROP \"x.customers(id)"_s));
    QCOMPARE(tree.find(u"total"_s, orders).data(DetailRole).toString(), u"numeric(10,2)"_s);
    QVERIFY(!model.hasChildren(customer));
    const QModelIndex customers = tree.find(u"customers"_s, tables);
    tree.open(customers);
    QTRY_COMPARE(model.rowCount(customers), 2);
    QCOMPARE(tree.find(u"id"_s, customers).data(SymbolRole).toString(), u"key"_s);
    const QString facts = tree.find(u"id"_s, customers).data(Qt::ToolTipRole).toString();
    QVERIFY2(facts.startsWith(u"id integer\nPrimary key\nNOT NULL\nDEFAULT nextval("_s), qPrintable(facts));

    const QModelIndex roles = tree.find(u"Roles"_s);
    tree.open(roles);
    QTRY_VERIFY(tree.find(labParameters().user, roles).isValid());
    const QModelIndex extensions = tree.find(u"Extensions"_s);
    tree.open(extensions);
    QTRY_VERIFY(tree.find(u"plpgsql"_s, extensions).isValid());
    const QModelIndex system = tree.find(u"System schemas"_s);
    QVERIFY(tree.find(u"pg_catalog"_s, system).isValid());
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TestCatalogue::namesWorkInStatements()
{
    Tree tree(m_catalogue.get());
    tree.model.refresh();
    QTRY_VERIFY(tree.find(m_schema).isValid());
    tree.model.fetchSchemas();
    QTRY_VERIFY(tree.group(m_schema, u"Tables"_s).isValid() && tree.group(u"public"_s, u"Tables"_s).isValid());
    const QModelIndex hostile = tree.find(m_hostile, tree.group(m_schema, u"Tables"_s));
    QVERIFY(hostile.isValid());
    QCOMPARE(hostile.data(Qt::ToolTipRole).toString(), m_schema + u'.' + m_hostile + u"\n<b>bold</b>"_s);
    QVERIFY2(run(tree.model.selectStatement(hostile).toUtf8()), qPrintable(m_probe->error().text()));
    tree.open(hostile);
    QTRY_COMPARE(tree.names(hostile), (QStringList{u"<b>Id</b>"_s, u"select"_s}));
    const QByteArray columns = (tree.model.sqlName(hostile.model()->index(0, 0, hostile)) + u", "_s
                                + tree.model.sqlName(hostile.model()->index(1, 0, hostile)))
                                   .toUtf8();
    QCOMPARE(columns, "\"<b>Id</b>\", \"select\"");
    QVERIFY(run("SELECT " + columns + " FROM " + tree.model.sqlName(hostile).toUtf8()));

    // What is on the search path needs no schema.
    const QModelIndex plain = tree.find(u"plain"_s, tree.group(u"public"_s, u"Tables"_s));
    QCOMPARE(tree.model.selectStatement(plain), u"SELECT * FROM plain LIMIT 100;"_s);
    QCOMPARE(tree.model.selectStatement(tree.group(m_schema, u"Tables"_s)), QString());
    QCOMPARE(tree.model.selectStatement(tree.find(u"seq"_s, tree.group(m_schema, u"Sequences"_s))), QString());
}

void TestCatalogue::refreshIsExact()
{
    Tree tree(m_catalogue.get());
    CatalogueModel &model = tree.model;
    model.refresh();
    QTRY_VERIFY(tree.find(u"public"_s).isValid());
    tree.open(tree.find(u"public"_s));
    QTRY_VERIFY(tree.group(u"public"_s, u"Tables"_s).isValid());
    const QPersistentModelIndex tables = tree.group(u"public"_s, u"Tables"_s);
    const QPersistentModelIndex plain = tree.find(u"plain"_s, tables);
    tree.open(plain);
    QTRY_COMPARE(model.rowCount(plain), 2);

    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    QVERIFY(run("CREATE TABLE public.later (x int); CREATE TABLE public.\"Before\" (x int); "
                "ALTER TABLE public.plain ADD added date; CREATE SCHEMA between"));
    model.refresh();
    QTRY_COMPARE(tree.names(tables), (QStringList{u"Before"_s, u"later"_s, u"plain"_s}));
    QCOMPARE(tables.data(DetailRole).toString(), u"3"_s);
    QTRY_COMPARE(tree.names(plain), (QStringList{u"id"_s, u"note"_s, u"added"_s}));
    QCOMPARE(tree.names().mid(0, 3), (QStringList{u"public"_s, u"between"_s, m_schema}));
    QVERIFY(tables.isValid() && plain.isValid());
    QCOMPARE(removed.count(), 0);

    QVERIFY(run("DROP TABLE public.later; DROP TABLE public.\"Before\"; ALTER TABLE public.plain DROP added; "
                "ALTER TABLE public.plain RENAME TO renamed; DROP SCHEMA between"));
    model.refresh();
    QTRY_COMPARE(tree.names(tables), QStringList{u"renamed"_s});
    QTRY_COMPARE(tree.names(plain), (QStringList{u"id"_s, u"note"_s}));
    QCOMPARE(plain.data().toString(), u"renamed"_s); // the same table, so the same row
    QTRY_VERIFY(!tree.find(u"between"_s).isValid());
    QCOMPARE(reset.count(), 0);
    QVERIFY(run("ALTER TABLE public.renamed RENAME TO plain"));
}

/// What changes between the answer's making and its coming is not lost.
void TestCatalogue::refreshDuringAnAnswerAsksAgain()
{
    Tree tree(m_catalogue.get());
    tree.model.refresh();
    QTRY_VERIFY(tree.find(u"public"_s).isValid());
    tree.model.refresh();
    // Answered in the catalogue's thread, behind the model's question; the model learns of neither without events.
    const QFuture<QList<CatalogueSchema>> answered = m_catalogue->schemas();
    while (!answered.isFinished())
        QThread::yieldCurrentThread();
    const Lab::PostgresServer server = Lab::postgres();
    const Lab::CommandResult created = Lab::docker(
        {u"exec"_s, u"--env"_s, u"PGPASSWORD="_s + server.password, u"lab-pg"_s, u"psql"_s, u"--host"_s, u"127.0.0.1"_s,
         u"--username"_s, server.user, u"--command"_s, u"CREATE SCHEMA late"_s, databaseName});
    QVERIFY2(created.ok(), qPrintable(created.error));
    tree.model.refresh();
    QTRY_VERIFY(tree.find(u"late"_s).isValid());
    QVERIFY(run("DROP SCHEMA late"));
}

void TestCatalogue::treeSaysWhatCannotBeRead()
{
    ConnectionParameters parameters = catalogueParameters();
    parameters.database = u"no <b>such</b> database"_s;
    Catalogue catalogue;
    catalogue.setParameters(parameters);
    Tree tree(&catalogue);
    QSignalSpy failed(&tree.model, &CatalogueModel::failed);
    tree.model.refresh();
    QVERIFY(failed.wait(Tests::patience));
    QCOMPARE(tree.model.rowCount(), 1);
    QVERIFY(tree.model.kind(tree.model.index(0, 0)) == CatalogueNode::Kind::Problem);
    QVERIFY(tree.model.index(0, 0).data().toString().contains(parameters.database));
    QVERIFY(tree.model.sqlName(tree.model.index(0, 0)).isEmpty());

    catalogue.setParameters(catalogueParameters());
    tree.model.refresh();
    QTRY_VERIFY(tree.find(m_schema).isValid());
    for (int row = 0; row < tree.model.rowCount(); ++row)
        QVERIFY(tree.model.kind(tree.model.index(row, 0)) != CatalogueNode::Kind::Problem);
    // A later failure leaves what was read.
    const QStringList before = tree.names();
    catalogue.setParameters(parameters);
    tree.model.refresh();
    QVERIFY(failed.wait(Tests::patience));
    QCOMPARE(tree.names(), before);
}

QTEST_GUILESS_MAIN(TestCatalogue)
#include "tst_catalogue.moc"
