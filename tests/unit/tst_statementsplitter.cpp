// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/statementsplitter.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Gantry;

namespace {

// The statements in brackets, as they would be sent; a backslash command begins with one.
QByteArray split(QByteArrayView script)
{
    QByteArray result;
    const QList<SqlStatement> statements = StatementSplitter::split(script);
    for (const SqlStatement &statement : statements)
        result += '[' + StatementSplitter::query(script, statement) + ']';
    return result;
}

// The statement that a script with "|" for the cursor means.
QByteArray atCursor(QByteArray script)
{
    const qsizetype cursor = script.indexOf('|');
    script.remove(cursor, 1);
    const QList<SqlStatement> statements = StatementSplitter::split(script);
    const qsizetype index = StatementSplitter::statementAt(statements, script, cursor);
    return index < 0 ? QByteArray("none") : StatementSplitter::query(script, statements[index]);
}

} // namespace

class TestStatementSplitter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statements_data();
    void statements();
    void cursor_data();
    void cursor();
    void linesAndRanges();
    void positions();
    void manyStatementsAreFast();
};

void TestStatementSplitter::statements_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *script, const char *expected) {
        QTest::newRow(name) << QByteArray(script) << QByteArray(expected);
    };
    row("nothing", "", "");
    row("blank", " \n -- only a comment\n /* and one */ ; ;;", "");
    row("two", "select 1; select 2;", "[select 1;][select 2;]");
    row("last without semicolon", "select 1;\nselect 2\n-- end\n", "[select 1;][select 2]");
    row("comment before", "-- a; b\nselect 1;", "[select 1;]");
    row("hint comment stays", "/*+ SeqScan(t) */ select 1;", "[/*+ SeqScan(t) */ select 1;]");
    row("quotes", "select ';', \"a;b\", $$;$$, E'\\';', U&';' ;select 2",
        "[select ';', \"a;b\", $$;$$, E'\\';', U&';' ;][select 2]");
    row("comments inside", "select 1 -- ;\n/* ; /* ; */ ; */ + 1; select 2;",
        "[select 1 -- ;\n/* ; /* ; */ ; */ + 1;][select 2;]");
    row("parentheses", "create rule r as on insert to t do (select 1; select 2); select 3;",
        "[create rule r as on insert to t do (select 1; select 2);][select 3;]");
    row("closed too often", "select 1); select 2;", "[select 1);][select 2;]");
    row("open parenthesis swallows", "select (1; select 2;", "[select (1; select 2;]");
    row("atomic body", "create function f() returns int begin atomic select 1; select 2; end; select 3;",
        "[create function f() returns int begin atomic select 1; select 2; end;][select 3;]");
    row("atomic body with case",
        "CREATE OR REPLACE PROCEDURE p() BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END; x;",
        "[CREATE OR REPLACE PROCEDURE p() BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END;][x;]");
    row("begin in parentheses is a name", "create function f(begin int) returns int language sql as 'x'; select 1;",
        "[create function f(begin int) returns int language sql as 'x';][select 1;]");
    row("transaction block", "begin; select 1; end;", "[begin;][select 1;][end;]");
    row("case outside a body", "select case when true then 1 end; select 2;",
        "[select case when true then 1 end;][select 2;]");
    row("plpgsql", "do $x$ begin perform 1; end $x$; select 1;", "[do $x$ begin perform 1; end $x$;][select 1;]");
    row("command", "\\d t\nselect 1;", "[\\d t][select 1;]");
    row("command after a statement", "select 1; \\dt\n", "[select 1;][\\dt]");
    row("command in the midst", "select 1 \\x\n+ 1;", "[\\x][select 1 \n+ 1;]");
    row("command and SQL on a line", "\\x \\\\ select 1;", "[\\x \\\\][select 1;]");
    row("escaped semicolon", "select 1\\; select 2; select 3;", "[select 1; select 2;][select 3;]");
    row("escaped semicolon begins a routine", "select 1\\; create function f() begin atomic select 1; end; x;",
        "[select 1; create function f() begin atomic select 1; end;][x;]");
    row("data of copy", "copy t (a, b) from stdin; -- two\nselect 1;\t'\n\\.x\n\\.\nselect 2;",
        "[copy t (a, b) from stdin;][select 2;]");
    row("data of two", "COPY t FROM STDIN WITH (FORMAT csv);\r\n1;\r\n\\.\r\nCOPY t FROM stdin;\n2;\n\\.",
        "[COPY t FROM STDIN WITH (FORMAT csv);][COPY t FROM stdin;]");
    row("copy without an end of data", "copy t from stdin;\nselect 1;", "[copy t from stdin;][select 1;]");
    row("copy of something else", "copy (select 1 from stdin) to stdout;\ncopy t from 'stdin';\nselect 1;\n\\.\n",
        "[copy (select 1 from stdin) to stdout;][copy t from 'stdin';][select 1;][\\.]");
    row("open quote swallows", "select 'a; select 2;", "[select 'a; select 2;]");
}

void TestStatementSplitter::statements()
{
    QFETCH(QByteArray, script);
    QFETCH(QByteArray, expected);
    QCOMPARE(split(script), expected);
}

void TestStatementSplitter::cursor_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *script, const char *expected) {
        QTest::newRow(name) << QByteArray(script) << QByteArray(expected);
    };
    row("nothing", "|", "none");
    row("only a comment", "-- a|b", "none");
    row("inside", "select 1; sel|ect 2; select 3;", "select 2;");
    row("at its beginning", "select 1; |select 2;", "select 2;");
    row("behind the semicolon", "select 1;|\nselect 2;", "select 1;");
    row("later on the line", "select 1;  -- done |\nselect 2;", "select 1;");
    row("blank line before", "select 1;\n|\nselect 2;", "select 2;");
    row("comment before", "select 1;\n-- the se|cond\nselect 2;", "select 2;");
    row("before the first", "|\n\nselect 1;", "select 1;");
    row("after the last", "select 1;\n\n\n|", "select 1;");
    row("behind the last without semicolon", "select 1;\nselect 2|", "select 2");
    row("behind it on a new line", "select 1;\nselect 2\n|", "select 2");
    row("a command inside a statement", "select 1 \\|x\n+ 1;", "\\x");
    row("around a command", "select 1 \\x\n+ |1;", "select 1 \n+ 1;");
    row("in a body", "create function f() begin atomic select 1; |select 2; end; x;",
        "create function f() begin atomic select 1; select 2; end;");
}

void TestStatementSplitter::cursor()
{
    QFETCH(QByteArray, script);
    QFETCH(QByteArray, expected);
    QCOMPARE(atCursor(script), expected);
}

void TestStatementSplitter::linesAndRanges()
{
    const QByteArray script = "-- x\n\nselect\n 1;\n  \\d t\nselect 2";
    const QList<SqlStatement> statements = StatementSplitter::split(script);
    QCOMPARE(statements.size(), 3);
    QCOMPARE(statements[0].line, 2);
    QCOMPARE(statements[0].begin, 6);
    QCOMPARE(statements[0].end, script.indexOf(';') + 1);
    QVERIFY(statements[0].terminated);
    QVERIFY(statements[1].kind == SqlStatement::Kind::Backslash);
    QCOMPARE(statements[1].line, 4);
    QCOMPARE(statements[2].line, 5);
    QVERIFY(!statements[2].terminated);
    QCOMPARE(statements[2].end, script.size());
}

void TestStatementSplitter::positions()
{
    // The server counts characters of what it was sent; the editor counts bytes of its text.
    const QByteArray script = "select 0;\nselect '\xC3\xA9' \\x\n, \\; nope;";
    const QList<SqlStatement> statements = StatementSplitter::split(script);
    const SqlStatement &statement = statements.last();
    const QByteArray query = StatementSplitter::query(script, statement);
    QCOMPARE(query, "select '\xC3\xA9' \n, ; nope;");
    QCOMPARE(StatementSplitter::typed(script, statement), "select '\xC3\xA9' \n, \\; nope;");
    const int character = int(QString::fromUtf8(query).indexOf(QLatin1String("nope"))) + 1;
    QCOMPARE(StatementSplitter::scriptPosition(script, statement, character), script.indexOf("nope"));
    QCOMPARE(StatementSplitter::scriptPosition(script, statement, 1), statement.begin);
    QCOMPARE(StatementSplitter::scriptPosition(script, statement, 0), -1);
    const auto isLine = [&](const char *word, int number, const QByteArray &text) {
        const StatementSplitter::Line line = StatementSplitter::lineAt(script, statement, script.lastIndexOf(word));
        return line.number == number && line.text == text;
    };
    QVERIFY(isLine("nope", 2, ", \\; nope;"));
    QVERIFY(isLine("select", 1, "select '\xC3\xA9' \\x"));
    QCOMPARE(StatementSplitter::lineAt(script, statement, -1).number, 1);
    QCOMPARE(StatementSplitter::lineAt(script, statement, script.size()).number, 2);
    const int behind = int(QString::fromUtf8(query).size()) + 1;
    QCOMPARE(StatementSplitter::scriptPosition(script, statement, behind), statement.end);
    QCOMPARE(StatementSplitter::scriptPosition(script, statement, behind + 1), -1);
    QCOMPARE(
        StatementSplitter::scriptPosition(script, statement, character + 1, StatementSplitter::PositionUnit::Bytes),
        script.indexOf("nope"));
}

void TestStatementSplitter::manyStatementsAreFast()
{
    const QByteArray script = QByteArray("insert into t values (1, 'x'); -- one\n").repeated(100'000);
    QElapsedTimer timer;
    timer.start();
    const QList<SqlStatement> statements = StatementSplitter::split(script);
    qInfo("%lld statements, %.1f MB in %lld ms", qlonglong(statements.size()), double(script.size()) / 1e6,
          timer.elapsed());
    QCOMPARE(statements.size(), 100'000);
    QCOMPARE(statements.last().line, 99'999);
    QVERIFY(timer.elapsed() < 10'000);
    QCOMPARE(StatementSplitter::statementAt(statements, script, script.size() - 20), 99'999);
}

QTEST_GUILESS_MAIN(TestStatementSplitter)
#include "tst_statementsplitter.moc"
