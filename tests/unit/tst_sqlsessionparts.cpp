// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pgenvironment.h"
#include "postgres/connectionparameters.h"
#include "postgres/servermessage.h"
#include "postgres/transactionrules.h"
#include "postgres/typenames.h"

#include <QTest>

using namespace Gantry;
using namespace Qt::StringLiterals;

namespace {

ConnectionParameters usual()
{
    ConnectionParameters parameters;
    parameters.host = u"127.0.0.1"_s;
    parameters.user = u"demo"_s;
    parameters.password = u"se'cr\\et"_s;
    parameters.database = u"shop"_s;
    return parameters;
}

} // namespace

class TestSqlSessionParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parametersThatCannotBeUsed();
    void labelHasNoPassword();
    void optionsAreQuoted();
    void environmentIsTakenOut();
    void statementsThatNeedATransaction_data();
    void statementsThatNeedATransaction();
    void statementsThatKeepATransaction();
    void typeNames();
    void shortTypeNames_data();
    void shortTypeNames();
    void messageText();
    void wordsInOneLine();
};

void TestSqlSessionParts::parametersThatCannotBeUsed()
{
    QVERIFY(!usual().problem());
    const auto broken = [](auto change) {
        ConnectionParameters parameters = usual();
        change(parameters);
        return parameters.problem().has_value();
    };
    QVERIFY(broken([](auto &p) { p.host.clear(); }));
    QVERIFY(broken([](auto &p) { p.host = u"a,b"_s; }));
    QVERIFY(broken([](auto &p) { p.user.clear(); }));
    QVERIFY(broken([](auto &p) { p.port = 0; }));
    QVERIFY(broken([](auto &p) { p.sslMode = u"disable host=evil"_s; }));
    QVERIFY(broken([](auto &p) { p.database = u"a"_s + QChar(0) + u"b"_s; }));
    QVERIFY(broken([](auto &p) { p.settings = {{u"search_path"_s, u"a;b"_s}}; }));
    QVERIFY(broken([](auto &p) { p.settings = {{u"x=1 -c y"_s, u"1"_s}}; }));
    QVERIFY(!broken([](auto &p) { p.database = u"host=evil; drop"_s; }));
    QVERIFY(!broken([](auto &p) { p.settings = {{u"search_path"_s, u"a b"_s}}; }));
}

void TestSqlSessionParts::labelHasNoPassword()
{
    QCOMPARE(usual().label(), u"demo@127.0.0.1:5432/shop"_s);
}

void TestSqlSessionParts::optionsAreQuoted()
{
    ConnectionParameters parameters = usual();
    parameters.settings = {{u"search_path"_s, u"a 'b\\"_s}};
    const QString options = parameters.connectOptions();
    QVERIFY(options.contains(u"options='-c search_path=a\\\\ \\'b\\\\\\\\'"_s));
    QVERIFY(options.contains(u"application_name='Gantry'"_s));
    QVERIFY(options.contains(u"gssencmode='disable'"_s));
    QVERIFY(!options.contains(u"se'cr"_s));
    QVERIFY(!options.contains(u"shop"_s));
}

void TestSqlSessionParts::environmentIsTakenOut()
{
    qputenv("PGSERVICE", "evil");
    qputenv("PGTZ", "Asia/Kathmandu");
    qputenv("PGHOST", "evil");
    qputenv("PGDATA_OF_MINE", "stays");
    PgEnvironment::takeOut();
    PgEnvironment::takeOut();
    QVERIFY(!qEnvironmentVariableIsSet("PGSERVICE"));
    QVERIFY(!qEnvironmentVariableIsSet("PGTZ"));
    QVERIFY(!qEnvironmentVariableIsSet("PGHOST"));
    QCOMPARE(qgetenv("PGDATA_OF_MINE"), "stays");
    const QProcessEnvironment children = PgEnvironment::forChildren();
    QCOMPARE(children.value(u"PGSERVICE"_s), u"evil"_s);
    QCOMPARE(children.value(u"PGTZ"_s), u"Asia/Kathmandu"_s);
    QCOMPARE(children.value(u"PGDATA_OF_MINE"_s), u"stays"_s);
    qunsetenv("PGDATA_OF_MINE");
}

void TestSqlSessionParts::statementsThatNeedATransaction_data()
{
    QTest::addColumn<bool>("needs");
    for (const char *statement :
         {"SELECT 1", "insert into t values (1)", "/* x */ -- y\n SAVEPOINT a", "VALUES (1)", "(SELECT 1)", "CLUSTER t",
          "CREATE TABLE database (a int)", "CREATE INDEX ON t (a)", "DISCARD TEMP", "PREPARE x AS SELECT 1",
          "REINDEX TABLE t", "ALTER TABLE t ADD a int", "SHOW all"})
        QTest::newRow(statement) << true;
    for (const char *statement :
         {"BEGIN", "start transaction", "COMMIT", "END", "abort", "ROLLBACK TO a", "VACUUM t", "CLUSTER",
          "CREATE DATABASE x", "create unique index concurrently i on t (a)", "DROP DATABASE x",
          "DROP INDEX CONCURRENTLY i", "REINDEX DATABASE x", "REINDEX TABLE CONCURRENTLY t", "ALTER SYSTEM SET a = 1",
          "DISCARD ALL", "PREPARE TRANSACTION 'x'", "/* x */ CREATE /* y */ TABLESPACE x"})
        QTest::newRow(statement) << false;
}

void TestSqlSessionParts::statementsThatNeedATransaction()
{
    QFETCH(bool, needs);
    QCOMPARE(needsTransaction(QTest::currentDataTag()), needs);
}

void TestSqlSessionParts::statementsThatKeepATransaction()
{
    for (const char *statement : {"COMMIT", "/* x */ end", "PREPARE TRANSACTION 'x'"})
        QVERIFY2(keepsTransaction(statement), statement);
    for (const char *statement : {"ROLLBACK", "SELECT 1", "PREPARE x AS SELECT 1", ""})
        QVERIFY2(!keepsTransaction(statement), statement);
}

void TestSqlSessionParts::typeNames()
{
    TypeNames names;
    names.add(1700, u"numeric"_s);
    names.add(1231, u"numeric[]"_s);
    names.add(1114, u"timestamp without time zone"_s);
    names.add(1186, u"interval"_s);
    names.add(25, u"text"_s);
    QCOMPARE(names.name(25, -1), u"text"_s);
    QCOMPARE(names.name(1700, -1), u"numeric"_s);
    QCOMPARE(names.name(1700, ((10 << 16) | 2) + 4), u"numeric(10,2)"_s);
    QCOMPARE(names.name(1231, ((6 << 16) | (-2 & 0x7FF)) + 4), u"numeric(6,-2)[]"_s);
    QCOMPARE(names.name(1114, 3), u"timestamp(3) without time zone"_s);
    QVERIFY(names.knows(1700, 655366));
    QVERIFY(!names.knows(1186, 7)); // the server must tell
    QCOMPARE(names.name(1186, 7), u"interval"_s);
    names.add(1186, 7, u"interval day"_s);
    QVERIFY(names.knows(1186, 7));
    QCOMPARE(names.name(1186, 7), u"interval day"_s);
    QVERIFY(!names.knows(99999, -1));
    QVERIFY(names.name(99999, -1).contains(u"99999"_s));
}

void TestSqlSessionParts::shortTypeNames_data()
{
    QTest::addColumn<QString>("shortened");
    const auto row = [](const char *full, const char *brief) { QTest::newRow(full) << QString::fromLatin1(brief); };
    row("timestamp with time zone", "timestamptz");
    row("timestamp(3) with time zone", "timestamptz(3)");
    row("timestamp without time zone[]", "timestamp[]");
    row("timestamp(0) without time zone", "timestamp(0)");
    row("time with time zone", "timetz");
    row("time(2) without time zone", "time(2)");
    row("character varying(50)", "varchar(50)");
    row("character varying[]", "varchar[]");
    row("character(3)", "char(3)");
    row("bit varying(8)", "varbit(8)");
    row("character_set", "character_set");
    row("characters", "characters");
    row("timeline", "timeline");
    row("numeric(10,2)", "numeric(10,2)");
}

void TestSqlSessionParts::shortTypeNames()
{
    QFETCH(QString, shortened);
    QCOMPARE(TypeNames::shortened(QString::fromLatin1(QTest::currentDataTag())), shortened);
}

void TestSqlSessionParts::messageText()
{
    ServerMessage message;
    message.severity = u"ERROR"_s;
    message.sqlState = u"23505"_s;
    message.message = u"duplicate key"_s;
    message.detail = u"Key exists."_s;
    message.hint = u"Do not."_s;
    message.context = u"PL/pgSQL function f()"_s;
    QVERIFY(message.isError());
    QCOMPARE(message.text(),
             u"ERROR: duplicate key (SQLSTATE 23505)\nDetail: Key exists.\nHint: Do not.\n"
             "Context: PL/pgSQL function f()"_s);
    message.severity = u"NOTICE"_s;
    QVERIFY(!message.isError());
    QCOMPARE(message.text(), u"NOTICE: duplicate key\nDetail: Key exists.\nHint: Do not."_s);
}

void TestSqlSessionParts::wordsInOneLine()
{
    QCOMPARE(ServerMessage::inOneLine(u"server closed the connection unexpectedly\n"
                                      "\tThis probably means the server terminated abnormally\n"
                                      "\tbefore or while processing the request.\ninvalid socket\n"_s),
             u"server closed the connection unexpectedly. This probably means the server terminated abnormally before "
             "or while processing the request."_s);
    QCOMPARE(ServerMessage::inOneLine(u"failed.\n\tIs it running?\n"_s), u"failed. Is it running?"_s);
    QCOMPARE(ServerMessage::inOneLine(u"invalid socket\n"_s), u"invalid socket"_s);
}

QTEST_GUILESS_MAIN(TestSqlSessionParts)
#include "tst_sqlsessionparts.moc"
