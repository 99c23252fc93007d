// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/metacommand.h"
#include "postgres/namepattern.h"

#include <QTest>

using namespace Gantry;
using namespace Qt::StringLiterals;

namespace {

const MetaContext context{150000, u"shop"_s, u"demo"_s, u"db.example"_s, u"192.0.2.7"_s, 5432};

} // namespace

class TestMetaCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void words_data();
    void words();
    void patterns_data();
    void patterns();
    void databaseInAPattern();
    void expanded();
    void extraArguments();
    void connection();
    void unknownCommandsAskNothing();
    void namesAreParameters();
    void queriesFollowThoseThatAskedForThem();
};

void TestMetaCommand::words_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArrayList>("expected");
    QTest::newRow("plain") << QByteArray("\\d  a\tb ") << QByteArrayList{"\\d", "a", "b"};
    QTest::newRow("semicolon") << QByteArray("\\dt orders;") << QByteArrayList{"\\dt", "orders"};
    QTest::newRow("semicolon on the command") << QByteArray("\\dt ;") << QByteArrayList{"\\dt"};
    QTest::newRow("double quotes stay") << QByteArray("\\d \"a b\".\"c\"\"d\"")
                                        << QByteArrayList{"\\d", "\"a b\".\"c\"\"d\""};
    QTest::newRow("single quotes go") << QByteArray("\\d 'a b''c'") << QByteArrayList{"\\d", "a b'c"};
    QTest::newRow("empty argument") << QByteArray("\\d ''") << QByteArrayList{"\\d", ""};
    QTest::newRow("separator") << QByteArray("\\x \\\\") << QByteArrayList{"\\x"};
}

void TestMetaCommand::words()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArrayList, expected);
    QCOMPARE(metaCommandWords(text), expected);
}

void TestMetaCommand::patterns_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("name");
    const auto row = [](const char *text, const char *schema, const char *name) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(schema) << QByteArray(name);
    };
    row("orders", "", "^(orders)$");
    row("Orders", "", "^(orders)$");
    row("\"Orders\"", "", "^(Orders)$");
    row("ord*", "", "^(ord.*)$");
    row("o?d", "", "^(o.d)$");
    row("\"o*d\"", "", "^(o\\*d)$");
    row("public.orders", "^(public)$", "^(orders)$");
    row("*.orders", "^(.*)$", "^(orders)$");
    row("\"a.b\".c", "^(a\\.b)$", "^(c)$");
    row("\"a\"\"b\"", "", "^(a\"b)$");
    row("a$b", "", "^(a\\$b)$");
    row("(a|b)", "", "^((a|b))$");
    row("shop.public.orders", "^(public)$", "^(orders)$");
}

void TestMetaCommand::patterns()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, name);
    const NamePattern pattern = NamePattern::parse(text, u"shop"_s);
    QCOMPARE(pattern.schema, schema);
    QCOMPARE(pattern.name, name);
    QVERIFY(pattern.problem.isEmpty());
}

void TestMetaCommand::databaseInAPattern()
{
    QCOMPARE(NamePattern::parse("other.public.orders", u"shop"_s).problem,
             u"cross-database references are not implemented: other.public.orders"_s);
    QVERIFY(!NamePattern::parse("a.b.c.d", u"shop"_s).problem.isEmpty());
    MetaCommand command("\\d other.public.orders", context);
    QVERIFY(!command.next());
    QVERIFY(command.failed());
}

void TestMetaCommand::expanded()
{
    QVERIFY(MetaCommand("\\x", context).expanded() == MetaCommand::Expanded::Toggle);
    QVERIFY(MetaCommand("\\x on", context).expanded() == MetaCommand::Expanded::On);
    QVERIFY(MetaCommand("\\x OFF", context).expanded() == MetaCommand::Expanded::Off);
    QVERIFY(MetaCommand("\\x Auto", context).expanded() == MetaCommand::Expanded::Auto);
    const MetaCommand wrong("\\x sideways", context);
    QVERIFY(wrong.failed());
    QVERIFY2(wrong.sentence().endsWith(u"Available values are: on, off, auto."_s), qPrintable(wrong.sentence()));
    QVERIFY(wrong.expanded() == MetaCommand::Expanded::Unchanged);
}

void TestMetaCommand::extraArguments()
{
    const QStringList expected{u"\\x: extra argument \"b\" ignored"_s, u"\\x: extra argument \"c\" ignored"_s};
    const MetaCommand command("\\x on b c", context);
    QVERIFY(command.expanded() == MetaCommand::Expanded::On);
    QCOMPARE(command.notes(), expected);
    QCOMPARE(MetaCommand("\\x on", context).notes(), QStringList());
}

void TestMetaCommand::connection()
{
    QCOMPARE(MetaCommand("\\conninfo", context).sentence(),
             u"You are connected to database \"shop\" as user \"demo\" on host \"db.example\" (address \"192.0.2.7\") "
             "at port \"5432\"."_s);
    MetaContext local = context;
    local.host = u"/run/postgresql"_s;
    QCOMPARE(
        MetaCommand("\\conninfo", local).sentence(),
        u"You are connected to database \"shop\" as user \"demo\" via socket in \"/run/postgresql\" at port \"5432\"."_s);
}

void TestMetaCommand::unknownCommandsAskNothing()
{
    for (const char *text :
         {"\\! rm -rf /", "\\copy t from 'x'", "\\copy t to 'x' csv header", "\\i file", "\\c other", "\\q", "\\g",
          "\\d+ orders", "\\df", "\\", "\\o |cat", "\\set x `id`", "\\password", "\\dx"}) {
        MetaCommand command(text, context);
        QVERIFY2(!command.next(), text);
        QVERIFY2(command.failed(), text);
        QVERIFY2(!command.sentence().isEmpty(), text);
        QCOMPARE(command.notes(), QStringList());
    }
}

void TestMetaCommand::namesAreParameters()
{
    for (const char *text : {"\\d 'x''; DROP TABLE y; --'", "\\dt \"x'; DROP\"", "\\l 'x''y'"}) {
        MetaCommand command(text, context);
        const std::optional<MetaQuery> query = command.next();
        QVERIFY(query);
        QVERIFY2(!query->statement.contains("DROP") && !query->statement.contains("x'y"), query->statement.constData());
        QVERIFY(!query->parameters.isEmpty());
    }
}

void TestMetaCommand::queriesFollowThoseThatAskedForThem()
{
    MetaAnswer answer;
    QByteArrayList order;
    const auto note = [&order](const char *name) { return [&order, name](const MetaRows &) { order += name; }; };
    answer.ask("a", {}, [&](const MetaRows &) {
        order += "a";
        answer.ask("a1", {}, note("a1"));
        answer.ask("a2", {}, [&](const MetaRows &) {
            order += "a2";
            answer.ask("a2x", {}, note("a2x"));
        });
        answer.ask("a3", {}, note("a3"));
    });
    answer.ask("b", {}, note("b"));
    while (answer.next())
        answer.take({});
    QCOMPARE(order.join(' '), "a a1 a2 a2x a3 b");
}

QTEST_GUILESS_MAIN(TestMetaCommand)
#include "tst_metacommand.moc"
