// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "live/sessionprobe.h"

using namespace Gantry;
using namespace Qt::StringLiterals;

class TestSqlSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void opensAndTellsOfTheServer();
    void valuesAsTheServerWritesThem();
    void severalStatementsAndResults();
    void scriptStopsAtAnError();
    void scriptGoesOnWhenAsked();
    void errorPositionInTheScript();
    void errorFields();
    void severalResultsOfOneQuery();
    void commandTagsAndRows();
    void emptyAndRepeatedNames();
    void manyColumns();
    void typeNames();
    void bytesThatAreNotUtf8();
    void otherClientEncodingIsSetBack();
    void copyOut();
    void copyOutBinaryIsRefused();
    void copyInIsRefused();
    void noticesWhileTheyHappen();
    void noticesAreBounded();
    void notifications();
    void autocommitOff();
    void aTransactionIsToldWhenItBegins_data();
    void aTransactionIsToldWhenItBegins();
    void failedTransaction();
    void expandedAndOtherCommands();
    void zeroByteIsRefused();
};

void TestSqlSession::initTestCase()
{
    QVERIFY2(Lab::isUp(), Lab::notUp);
}

void TestSqlSession::opensAndTellsOfTheServer()
{
    SessionProbe probe;
    QSignalSpy states(&probe.session, &SqlSession::stateChanged);
    QVERIFY(probe.open());
    QCOMPARE(states.size(), 2);
    QCOMPARE(probe.session.state(), SqlSession::State::Idle);
    const ServerInfo &server = probe.session.server();
    QVERIFY(server.version >= 100000);
    QVERIFY(server.versionText.startsWith(QString::number(server.version / 10000)));
    QVERIFY(server.backendPid > 0);
    QCOMPARE(server.user, labParameters().user);
    QCOMPARE(server.database, labParameters().database);
    QVERIFY(!probe.session.parameterStatus(u"server_encoding"_s).isEmpty());

    QVERIFY(probe.run("SELECT version(); SELECT current_database(); SHOW application_name"));
    QVERIFY(probe.results[0]->store()->cell(0, 0).text.startsWith("PostgreSQL "));
    QCOMPARE(probe.results[1]->store()->cell(0, 0).text, labParameters().database.toUtf8());
    QCOMPARE(probe.value(), "Gantry");
}

void TestSqlSession::valuesAsTheServerWritesThem()
{
    SessionProbe probe;
    QVERIFY(probe.open());
    QVERIFY(probe.run("SET TimeZone TO 'UTC'; SELECT 1.50::numeric, 'infinity'::timestamp, '24:00'::time, "
                      "'0044-03-15 BC'::date, NULL, '', true, '\\x00ff'::bytea, "
                      "'2024-01-01 00:00:00.123456'::timestamptz, E'a\\nb', 'NaN'::float8, '3000000000'::xid8"));
    const QByteArrayList expected{
        "1.50", "infinity", "24:00:00",  "0044-03-15 BC", "NULL", "", "t", "\\x00ff", "2024-01-01 00:00:00.123456+00",
        "a\nb", "NaN",      "3000000000"};
    for (int column = 0; column < expected.size(); ++column)
        QCOMPARE(probe.value(0, column), expected[column]);

    // As a fresh psql shows it, although Qt's driver sets DateStyle and bytea_output.
    QVERIFY(probe.run("SELECT name FROM pg_settings WHERE name IN ('DateStyle', 'bytea_output', 'TimeZone') "
                      "AND setting <> reset_val AND name <> 'TimeZone'"));
    QCOMPARE(probe.results.last()->rowCount(), 0);
}

void TestSqlSession::severalStatementsAndResults()
{
    SessionProbe probe;
    QVERIFY(probe.open());
    QSignalSpy started(&probe.session, &SqlSession::statementStarted);
    QVERIFY(probe.run("SELECT 1; SELECT generate_series(1, 3) AS n;\n SELECT WHERE false"));
    QCOMPARE(started.size(), 3);
    QCOMPARE(probe.results.size(), 3);
    QCOMPARE(probe.results[1]->rowCount(), 3);
    QCOMPARE(probe.results[1]->commandTag(), u"SELECT 3"_s);
    QCOMPARE(probe.results[1]->store()->columns()[0].name, u"n"_s);
    QCOMPARE(probe.results[1]->statement(), "SELECT generate_series(1, 3) AS n;");
    QVERIFY(probe.results[1]->firstRowMilliseconds() > 0);
    QVERIFY(probe.results[1]->totalMilliseconds() >= probe.results[1]->firstRowMilliseconds());
    QVERIFY(probe.results[1]->state() == QueryResult::State::Complete);
    QCOMPARE(probe.results[2]->rowCount(), 0);
    QCOMPARE(probe.results[2]->store()->columnCount(), 0);
    QCOMPARE(probe.runs.last().finished, 3);
    QCOMPARE(probe.runs.last().failed, 0);
    QVERIFY(probe.runs.last().notRun.isEmpty());
}

void TestSqlSession::scriptStopsAtAnError()
{
    SessionProbe probe;
    QVERIFY(probe.open());
    QVERIFY(probe.runToEnd("SELECT 1; SELECT nope; SELECT 3; SELECT 4"));
    QCOMPARE(probe.outcomes.size(), 2);
    QVERIFY(probe.outcomes[0].ok);
    QVERIFY(!probe.outcomes[1].ok);
    QCOMPARE(probe.error().sqlState, u"42703"_s);
    QCOMPARE(probe.runs.last().failed, 1);
    QCOMPARE(probe.runs.last().notRun.size(), 2);
    QCOMPARE(probe.runs.last().notRun[0].begin, qsizetype(qstrlen("SELECT 1; SELECT nope; ")));
    QVERIFY(probe.run("SELECT 5"));
    QCOMPARE(probe.value(), "5");
}

void TestSqlSession::scriptGoesOnWhenAsked()
{
    SessionProbe probe;
    QVERIFY(probe.open());
    QVERIFY(probe.runToEnd("SELECT nope; SELECT 2; SELECT 1/0; SELECT 4", {.stopOnError = false}));
    QCOMPARE(probe.outcomes.size(), 4);
    QCOMPARE(probe.runs.last().failed, 2);
    QVERIFY(probe.runs.last().notRun.isEmpty());
    QCOMPARE(probe.value(), "4");
}

void TestSqlSession::errorPositionInTheScript()
{
    SessionProbe probe;
    QVERIFY(probe.open());
    const QByteArray script = "SELECT 'é';\n-- x\nSELECT 'é', '€' ,\n nope FROM pg_class;";
    QVERIFY(probe.runToEnd(script));
    QCOMPARE(probe.error().scriptPosition, script.indexOf("nope"));
    QCOMPARE(probe.outcomes.last().errorLine.number, 3);
    QCOMPARE(probe.outcomes.last().errorLine.text, " nope FROM pg_class;");
    QVERIFY(probe.runToEnd("SELECT 1 +"));
    QCOMPARE(probe.error().scriptPosition, 10);
}

void TestSqlSession::errorFields()
{
    SessionProbe probe;
    QVERIFY(probe.open());
    QVERIFY(probe.runToEnd("CREATE TEMP TABLE fields (id int CONSTRAINT positive CHECK (id > 0));"
                           "INSERT INTO fields VALUES (-1)"));
    ServerMessage error = probe.error();
    QCOMPARE(error.severity, u"ERROR"_s);
    QCOMPARE(error.sqlState, u"23514"_s);
    QCOMPARE(error.constraint, u"positive"_s);
    QCOMPARE(error.table, u"fields"_s);
    QVERIFY(error.detail.contains(u"(-1)"_s));

    QVERIFY(probe.runToEnd("DO $$ BEGIN EXECUTE 'SELECT nope'; END $$"));
    error = probe.error();
    QCOMPARE(error.internalQuery, u"SELECT nope"_s);
    QCOMPARE(error.internalPosition, 8);
    QCOMPARE(error.position, 0);
    QCOMPARE(error.scriptPosition, -1);
    QVERIFY(error.context.contains(u"PL/pgSQL"_s));

    QVERIFY(probe.runToEnd("SELECT length(1)"));
    QVERIFY(!probe.error().hint.isEmpty());
    QVERIFY(probe.error().text().contains(u"(SQLSTATE 42883)"_s));
}

void TestSqlSession::severalResultsOfOneQuery()
{
    SessionProbe probe;
    QVERIFY(probe.open());
    QVERIFY(probe.run("SELECT 1\\; SELECT 2; SELECT 3"));
    QCOMPARE(probe.outcomes.size(), 2);
    QCOMPARE(probe.results.size(), 3);
    QCOMPARE(probe.results[1]->store()->cell(0, 0).text, "2");
    // Run again from the history, it is one statement again.
    QCOMPARE(probe.outcomes[0].query, "SELECT 1; SELECT 2;");
    QCOMPARE(probe.outcomes[0].typed, "SELECT 1\\; SELECT 2;");
    QCOMPARE(probe.outcomes[1].typed, "SELECT 3");
}

void TestSqlSession::commandTagsAndRows()
{
    SessionProbe probe;
    QVERIFY(probe.open());
    QVERIFY(probe.run("CREATE TEMP TABLE tags (id int); INSERT INTO tags SELECT generate_series(1, 5);"
                      "UPDATE tags SET id = id + 1 WHERE id > 2; DELETE FROM tags RETURNING id"));
    QCOMPARE(probe.outcomes[0].commandTag, u"CREATE TABLE"_s);
    QCOMPARE(probe.outcomes[1].commandTag, u"INSERT 0 5"_s);
    QCOMPARE(probe.outcomes[1].rows, 5);
    QCOMPARE(probe.outcomes[2].rows, 3);
    QCOMPARE(probe.outcomes[3].commandTag, u"DELETE 5"_s);
    QCOMPARE(probe.outcomes[3].rows, 5);
    QCOMPARE(probe.results.size(), 1);
}

void TestSqlSession::emptyAndRepeatedNames()
{
    SessionProbe probe;
    QVERIFY(probe.open());
    QVERIFY(probe.run("CREATE TEMP TABLE named (id int, note text); INSERT INTO named VALUES (1, 'x');"
                      "SELECT 1 AS a, 2 AS a, 3, 4, id, note FROM named"));
    const QList<ResultColumn> columns = probe.results.last()->store()->columns();
    QCOMPARE(columns[0].name, u"a"_s);
    QCOMPARE(columns[1].name, u"a"_s);
    QCOMPARE(columns[2].name, u"?column?"_s);
    QCOMPARE(columns[3].name, u"?column?"_s);
    QCOMPARE(columns[0].tableOid, 0U);
    QVERIFY(columns[5].tableOid > 0);
    QCOMPARE(columns[5].tableColumn, 2);
    for (int i = 0; i < 4; ++i)
        QCOMPARE(probe.value(0, i), QByteArray::number(i + 1));
}

void TestSqlSession::manyColumns()
{
    SessionProbe probe;
    QVERIFY(probe.open());
    QByteArrayList columns;
    for (int i = 0; i < 1'600; ++i)
        columns += QByteArray::number(i) + " AS c" + QByteArray::number(i);
    QVERIFY(probe.run("SELECT " + columns.join(", ") + " FROM generate_series(1, 50)"));
    QCOMPARE(probe.results.last()->store()->columnCount(), 1'600);
    QCOMPARE(probe.results.last()->rowCount(), 50);
    QCOMPARE(probe.value(49, 1'599), "1599");
}

void TestSqlSession::typeNames()
{
    SessionProbe probe;
    QVERIFY(probe.open());
    QVERIFY(probe.run("SELECT 1, 1.5::numeric(10,2), 'x'::varchar(7), 'x'::char(3), now()::timestamp(3), "
                      "'{1}'::numeric(6,-2)[], '1 day'::interval day to second(2), B'101'::bit(3), 'x'::text, "
                      "now(), 1::int8, NULL"));
    const QStringList expected{u"integer"_s,
                               u"numeric(10,2)"_s,
                               u"character varying(7)"_s,
                               u"character(3)"_s,
                               u"timestamp(3) without time zone"_s,
                               u"numeric(6,-2)[]"_s,
                               u"interval day to second(2)"_s,
                               u"bit(3)"_s,
                               u"text"_s,
                               u"timestamp with time zone"_s,
                               u"bigint"_s,
                               u"text"_s};
    const QList<ResultColumn> columns = probe.results.last()->store()->columns();
    for (int i = 0; i < expected.size(); ++i)
        QCOMPARE(columns[i].typeName, expected[i]);
    QVERIFY(columns[1].isNumeric());
    QVERIFY(!columns[2].isNumeric());

    // Made after the connection was opened: asked for when the statement is done, but never inside a transaction.
    QVERIFY(probe.run("CREATE TYPE pg_temp.mood AS ENUM ('good'); SELECT 'good'::pg_temp.mood"));
    QVERIFY(probe.results.last()->store()->columns()[0].typeName.endsWith(u"mood"_s));
    QVERIFY(probe.run("BEGIN; CREATE TYPE pg_temp.sky AS ENUM ('blue'); SELECT 'blue'::pg_temp.sky"));
    QVERIFY(!probe.results.last()->store()->columns()[0].typeName.endsWith(u"sky"_s));
    const std::shared_ptr<QueryResult> result = probe.results.last();
    QCOMPARE(probe.session.transaction(), SqlSession::Transaction::Open);
    QVERIFY(probe.run("ROLLBACK"));
}

void TestSqlSession::bytesThatAreNotUtf8()
{
    SessionProbe probe;
    QVERIFY(probe.open());
    QVERIFY(
        probe.run("DROP DATABASE IF EXISTS gantry_ascii; DROP DATABASE IF EXISTS gantry_latin1;"
                  "CREATE DATABASE gantry_ascii ENCODING 'SQL_ASCII' TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C';"
                  "CREATE DATABASE gantry_latin1 ENCODING 'LATIN1' TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C'"));
    QCOMPARE(probe.runs.last().failed, 0);
    {
        ConnectionParameters parameters = labParameters();
        parameters.database = u"gantry_ascii"_s;
        SessionProbe ascii;
        QVERIFY(ascii.open(parameters));
        QVERIFY(ascii.run("SELECT E'caf\\351'"));
        QCOMPARE(ascii.value(), "caf\xE9");
        parameters.database = u"gantry_latin1"_s;
        SessionProbe latin;
        QVERIFY(latin.open(parameters));
        QVERIFY(latin.run("SELECT 'café'"));
        QCOMPARE(latin.value(), "café");
        QVERIFY(latin.runToEnd("SELECT '€'"));
        QCOMPARE(latin.error().sqlState, u"22P05"_s);
    }
    QVERIFY(probe.run("DROP DATABASE gantry_ascii WITH (FORCE); DROP DATABASE gantry_latin1 WITH (FORCE)"));
    QCOMPARE(probe.runs.last().failed, 0);
}

void TestSqlSession::otherClientEncodingIsSetBack()
{
    SessionProbe probe;
    QVERIFY(probe.open());
    QVERIFY(probe.run("SET client_encoding TO 'LATIN1'"));
    QVERIFY(QTest::qWaitFor([&] { return !probe.notices.isEmpty(); }));
    QVERIFY(probe.notices.last().message.contains(u"LATIN1"_s));
    QVERIFY(probe.run("SELECT 'café €'"));
    QCOMPARE(probe.value(), "café €");
    QCOMPARE(probe.session.parameterStatus(u"client_encoding"_s), u"UTF8"_s);
}

void TestSqlSession::copyOut()
{
    SessionProbe probe;
    QVERIFY(probe.open());
    QVERIFY(probe.run("COPY (SELECT n, 'x' || n FROM generate_series(1, 20000) n) TO STDOUT; SELECT 7"));
    QCOMPARE(probe.results.size(), 2);
    QCOMPARE(probe.results[0]->rowCount(), 20'000);
    QCOMPARE(probe.results[0]->store()->cell(19'999, 0).text, "20000\tx20000");
    QCOMPARE(probe.outcomes[0].commandTag, u"COPY 20000"_s);
    QCOMPARE(probe.value(), "7");
}

void TestSqlSession::copyOutBinaryIsRefused()
{
    SessionProbe probe;
    QVERIFY(probe.open());
    QVERIFY(probe.runToEnd("COPY (SELECT generate_series(1, 1000000)) TO STDOUT (FORMAT binary)"));
    QVERIFY(!probe.outcomes.last().ok);
    QVERIFY(!probe.outcomes.last().cancelled);
    QVERIFY(probe.error().message.contains(u"binary"_s));
    QVERIFY(probe.run("SELECT 1"));
    QCOMPARE(probe.value(), "1");
}

void TestSqlSession::copyInIsRefused()
{
    SessionProbe probe;
    QVERIFY(probe.open());
    QVERIFY(probe.runToEnd("CREATE TEMP TABLE copied (id int); COPY copied FROM STDIN; SELECT 3"));
    QCOMPARE(probe.outcomes.size(), 2);
    QVERIFY(!probe.outcomes.last().ok);
    QVERIFY(!probe.outcomes.last().cancelled);
    QVERIFY(probe.error().message.contains(u"FROM STDIN"_s));
    QVERIFY(probe.run("SELECT count(*) FROM copied"));
    QCOMPARE(probe.value(), "0");
}

void TestSqlSession::noticesWhileTheyHappen()
{
    SessionProbe probe;
    QVERIFY(probe.open());
    probe.forget();
    QVERIFY(probe.session.run("DO $$ BEGIN RAISE NOTICE 'early' USING DETAIL = 'more', HINT = 'do'; "
                              "PERFORM pg_sleep(30); END $$"));
    QVERIFY(QTest::qWaitFor([&] { return !probe.notices.isEmpty(); }, 10'000));
    QVERIFY(probe.session.isRunning());
    QCOMPARE(probe.notices[0].message, u"early"_s);
    QCOMPARE(probe.notices[0].severity, u"NOTICE"_s);
    QCOMPARE(probe.notices[0].detail, u"more"_s);
    probe.session.cancel();
    QVERIFY(probe.finished());
    QVERIFY(probe.runs.last().cancelled);
}

void TestSqlSession::noticesAreBounded()
{
    SessionProbe probe;
    QVERIFY(probe.open());
    QElapsedTimer timer;
    timer.start();
    QVERIFY(probe.run("DO $$ BEGIN FOR i IN 1..100000 LOOP RAISE NOTICE 'number %', i; END LOOP; END $$"));
    QCOMPARE(probe.notices.size() + probe.noticesOmitted, 100'000);
    QCOMPARE(probe.notices.size(), 10'000);
    // Once a frame, a hundred at a time.
    QVERIFY2(probe.noticeBatches <= timer.elapsed() / 16 + 102, qPrintable(QString::number(probe.noticeBatches)));
}

void TestSqlSession::notifications()
{
    SessionProbe listener;
    SessionProbe speaker;
    QVERIFY(listener.open());
    QVERIFY(speaker.open());
    QSignalSpy heard(&listener.session, &SqlSession::notificationReceived);
    QVERIFY(listener.run("LISTEN news"));
    QVERIFY(speaker.run("NOTIFY news, 'hello'"));
    QVERIFY(QTest::qWaitFor([&] { return !heard.isEmpty(); }, 10'000));
    QCOMPARE(heard[0], (QVariantList{u"news"_s, u"hello"_s, speaker.session.server().backendPid}));
    QCOMPARE(listener.session.state(), SqlSession::State::Idle);
}

void TestSqlSession::autocommitOff()
{
    SessionProbe probe;
    QVERIFY(probe.open());
    probe.session.setAutocommit(false);
    QVERIFY(probe.run("CREATE TEMP TABLE manual (id int)"));
    QCOMPARE(probe.session.state(), SqlSession::State::InTransaction);
    QVERIFY(probe.session.commit() != 0);
    probe.forget();
    QVERIFY(probe.finished());
    QCOMPARE(probe.session.state(), SqlSession::State::Idle);
    QVERIFY(probe.run("INSERT INTO manual VALUES (1); SELECT count(*) FROM manual"));
    QCOMPARE(probe.value(), "1");
    QCOMPARE(probe.session.transaction(), SqlSession::Transaction::Open);
    probe.forget();
    QVERIFY(probe.session.rollback() != 0);
    QVERIFY(probe.finished());
    QCOMPARE(probe.session.transaction(), SqlSession::Transaction::None);
    QVERIFY(probe.run("VACUUM manual"));
    QVERIFY2(probe.outcomes.last().ok, qPrintable(probe.error().text()));
    QCOMPARE(probe.session.state(), SqlSession::State::Idle);
    QVERIFY(probe.run("SELECT count(*) FROM manual"));
    QCOMPARE(probe.value(), "0");
}

void TestSqlSession::aTransactionIsToldWhenItBegins_data()
{
    QTest::addColumn<bool>("autocommit");
    QTest::addColumn<QByteArray>("script");
    QTest::newRow("by the console") << false << QByteArray("SELECT pg_sleep(60)");
    QTest::newRow("by the script") << true << QByteArray("BEGIN; SELECT pg_sleep(60)");
}

void TestSqlSession::aTransactionIsToldWhenItBegins()
{
    QFETCH(const bool, autocommit);
    QFETCH(const QByteArray, script);
    SessionProbe probe;
    QVERIFY(probe.open());
    probe.session.setAutocommit(autocommit);
    probe.forget();
    QSignalSpy told(&probe.session, &SqlSession::transactionChanged);
    QVERIFY(probe.session.run(script));
    QVERIFY(QTest::qWaitFor([&] { return !told.isEmpty(); }));
    QCOMPARE(told.first().first().value<TransactionState>(), TransactionState::Open);
    QVERIFY(probe.session.isRunning());
    probe.session.cancel();
    QVERIFY(probe.finished());
    QCOMPARE(probe.session.transaction(), SqlSession::Transaction::Failed);
}

void TestSqlSession::failedTransaction()
{
    SessionProbe probe;
    QVERIFY(probe.open());
    QVERIFY(probe.run("BEGIN; SELECT 1"));
    QCOMPARE(probe.session.state(), SqlSession::State::InTransaction);
    QVERIFY(probe.runToEnd("SELECT nope"));
    QCOMPARE(probe.session.state(), SqlSession::State::InFailedTransaction);
    QVERIFY(probe.runToEnd("SELECT 1"));
    QCOMPARE(probe.error().sqlState, u"25P02"_s);
    probe.forget();
    QVERIFY(probe.session.rollback() != 0);
    QVERIFY(probe.finished());
    QCOMPARE(probe.session.state(), SqlSession::State::Idle);
}

void TestSqlSession::expandedAndOtherCommands()
{
    SessionProbe probe;
    QVERIFY(probe.open());
    QVERIFY(probe.run("\\x"));
    QVERIFY(probe.session.expanded() == ExpandedDisplay::On);
    QCOMPARE(probe.answers, QStringList{u"Expanded display is on."_s});
    QVERIFY(probe.run("\\x off"));
    QVERIFY(probe.session.expanded() == ExpandedDisplay::Off);
    QVERIFY(probe.run("\\x auto"));
    QVERIFY(probe.session.expanded() == ExpandedDisplay::Auto);
    QCOMPARE(probe.answers.last(), u"Expanded display is used automatically."_s);
    QVERIFY(probe.run("\\x"));
    QVERIFY(probe.session.expanded() == ExpandedDisplay::Off);
    QCOMPARE(probe.answers.last(), u"Expanded display is off."_s);
    QVERIFY(probe.runToEnd("\\! touch /tmp/gantry-was-here"));
    QVERIFY(!probe.outcomes.last().ok);
    QVERIFY(probe.error().message.contains(u"\\!"_s));
    QVERIFY(!QFile::exists(u"/tmp/gantry-was-here"_s));
}

void TestSqlSession::zeroByteIsRefused()
{
    SessionProbe probe;
    QVERIFY(probe.open());
    QVERIFY(probe.runToEnd(QByteArray("SELECT 1\0; DROP TABLE x", 23)));
    QVERIFY(!probe.outcomes.first().ok);
    QVERIFY(probe.error().sqlState.isEmpty());
}

QTEST_GUILESS_MAIN(TestSqlSession)
#include "tst_sqlsession.moc"
