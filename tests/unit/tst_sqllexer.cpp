// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/sqlkeywords.h"
#include "postgres/sqllexer.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Gantry;
using namespace Qt::StringLiterals;

namespace {

const char *kindName(SqlTokenKind kind)
{
    switch (kind) {
    case SqlTokenKind::End:
        return "end";
    case SqlTokenKind::Whitespace:
        return "";
    case SqlTokenKind::LineComment:
        return "line";
    case SqlTokenKind::BlockComment:
        return "block";
    case SqlTokenKind::Keyword:
        return "key";
    case SqlTokenKind::Identifier:
        return "id";
    case SqlTokenKind::QuotedIdentifier:
        return "qid";
    case SqlTokenKind::UnicodeIdentifier:
        return "uid";
    case SqlTokenKind::String:
        return "str";
    case SqlTokenKind::EscapeString:
        return "estr";
    case SqlTokenKind::UnicodeString:
        return "ustr";
    case SqlTokenKind::BitString:
        return "bit";
    case SqlTokenKind::DollarString:
        return "dollar";
    case SqlTokenKind::Number:
        return "num";
    case SqlTokenKind::Parameter:
        return "param";
    case SqlTokenKind::Operator:
        return "op";
    case SqlTokenKind::Punctuation:
        return "punct";
    case SqlTokenKind::Semicolon:
        return "semi";
    case SqlTokenKind::EscapedPunctuation:
        return "esc";
    case SqlTokenKind::BackslashCommand:
        return "cmd";
    }
    return "?";
}

// "key<select> num<1>": every token but whitespace; an open one ends in "…" for the missing rest.
QByteArray tokens(QByteArrayView text)
{
    QByteArrayList result;
    SqlLexer lexer(text);
    for (SqlToken token = lexer.next(); token.kind != SqlTokenKind::End; token = lexer.next()) {
        if (token.kind != SqlTokenKind::Whitespace)
            result += kindName(token.kind) + ("<" + token.of(text).toByteArray()) + (token.closed ? ">" : "...");
    }
    return result.join(' ');
}

const QByteArray corpus
    = "SELECT 'it''s', E'a\\'b', $$it's$$, $a$ x $$ y $a$ -- rest 'of\n"
      "/* one /* two\n */ three ' */ , \"we\"\"ird\", U&\"d\\0061t\", U&'x' UESCAPE '!'\n"
      "FROM a$b$c, t1 WHERE x::int >= -1.5e-3 AND y @>$1 OR B'01' = X'1F'\n"
      "AND E'one' -- the next one continues it\n   'two\\'three' 'and a new one';\r\n"
      "\\d \"a b\" \n\\x \\\\ select 1\\; select 2;\n"
      "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; END; SELECT N'\xC3\xA9', '\xFF\x00z';";

} // namespace

class TestSqlLexer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void kinds_data();
    void kinds();
    void tokensJoinToTheText();
    void everyPrefixIsAccepted();
    void linesContinueTheStateOfTheText();
    void keywordsInAnyCase();
    void speed();
};

void TestSqlLexer::kinds_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *text, const char *expected) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(expected);
    };
    row("plain", "select a1, _b from t", "key<select> id<a1> punct<,> id<_b> key<from> id<t>");
    row("doubled quote", "'it''s'", "str<'it''s'>");
    row("backslash is nothing in a string", "'a\\' 'b'", "str<'a\\'> str<'b'>");
    row("escape string", "E'a\\'b' e'\\\\'", "estr<E'a\\'b'> estr<e'\\\\'>");
    row("escape string with doubled quote", "E'a''b'", "estr<E'a''b'>");
    row("e belongs to a word", "type'x'", "id<type> str<'x'>");
    row("continued over lines", "E'a'\n 'b\\'c'", "estr<E'a'> estr<'b\\'c'>");
    row("continued after a comment", "E'a' -- x\n'\\''", "estr<E'a'> line<-- x> estr<'\\''>");
    row("not continued on the line", "E'a' '\\' x", "estr<E'a'> str<'\\'> id<x>");
    row("not continued after a block comment", "E'a' /**/\n'\\' x", "estr<E'a'> block</**/> str<'\\'> id<x>");
    row("bit strings", "b'01'X'f'", "bit<b'01'> bit<X'f'>");
    row("bit string has no doubled quote", "b'0''1'", "bit<b'0'> str<'1'>");
    row("national string", "N'x'", "id<N> str<'x'>");
    row("unicode", "U&'\\0061' u&\"x\"\"y\"", "ustr<U&'\\0061'> uid<u&\"x\"\"y\">");
    row("quoted identifier", "\"a \"\"'b\"", "qid<\"a \"\"'b\">");
    row("dollar", "$$it's$$ $x1$ $$ $y$ $x1$", "dollar<$$it's$$> dollar<$x1$ $$ $y$ $x1$>");
    row("dollar tag with letters beyond ASCII", "$\xC3\xA9$'$\xC3\xA9$", "dollar<$\xC3\xA9$'$\xC3\xA9$>");
    row("dollar inside an identifier", "a$b$c$b$", "id<a$b$c$b$>");
    row("dollar tag may not begin with a digit", "$1$ $2", "param<$1> punct<$> param<$2>");
    row("half a delimiter", "$a $b$x$$b$", "punct<$> id<a> dollar<$b$x$$b$>");
    row("nested comment", "/* a /* b */ c */ d", "block</* a /* b */ c */> id<d>");
    row("comment opened at once again", "/*/*/ */ */x", "block</*/*/ */ */> id<x>");
    row("line comment", "a--b\nc", "id<a> line<--b> id<c>");
    row("carriage return ends a comment", "--b\rc", "line<--b> id<c>");
    row("comment ends an operator", "a<--b", "id<a> op<<> line<--b>");
    row("block comment ends an operator", "a*/*b*/c", "id<a> op<*> block</*b*/> id<c>");
    row("sign after an operator", "a=-1", "id<a> op<=> op<-> num<1>");
    row("operator that may end in a sign", "a @-b ~+ c", "id<a> op<@-> id<b> op<~+> id<c>");
    row("json operators", "a->>'x' #>> b ? c", "id<a> op<->>> str<'x'> op<#>>> id<b> op<?> id<c>");
    row("cast and assignment", "a::int := b", "id<a> op<::> key<int> op<:=> id<b>");
    row("numbers", "1 1.5 .5 1. 1e5 1.5E-3", "num<1> num<1.5> num<.5> num<1.> num<1e5> num<1.5E-3>");
    row("range", "1..10", "num<1> punct<.> num<.10>");
    row("no exponent", "1e x", "num<1> id<e> id<x>");
    row("numbers of PostgreSQL 16", "0xFF_0 0b10 0o17 1_000", "num<0xFF_0> num<0b10> num<0o17> num<1_000>");
    row("semicolons", "; \\; \\:", "semi<;> esc<\\;> esc<\\:>");
    row("command", "\\d a b\nx", "cmd<\\d a b> id<x>");
    row("two commands", "\\d a \\dt", "cmd<\\d a > cmd<\\dt>");
    row("separator", "\\x \\\\ select", "cmd<\\x \\\\> key<select>");
    row("command with quotes", "\\d \"a\\b\" 'c\\'d\\e'", "cmd<\\d \"a\\b\" 'c\\'d\\e'>");
    row("whole line", "\\copy t from 'a\\b' \\x\n1", "cmd<\\copy t from 'a\\b' \\x> num<1>");
    row("shell", "\\! ls \\x", "cmd<\\! ls \\x>");
    row("open string", "'abc", "str<'abc...");
    row("open dollar string", "$q$ abc $q", "dollar<$q$ abc $q...");
    row("open comment", "/* /* */", "block</* /* */...");
    row("open name", "\"abc", "qid<\"abc...");
    row("letters beyond ASCII", "\xC3\xA9t\xC3\xA9", "id<\xC3\xA9t\xC3\xA9>");
}

void TestSqlLexer::kinds()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    QCOMPARE(tokens(text), expected);
}

void TestSqlLexer::tokensJoinToTheText()
{
    SqlLexer lexer(corpus);
    qsizetype position = 0;
    for (SqlToken token = lexer.next(); token.kind != SqlTokenKind::End; token = lexer.next()) {
        QCOMPARE(token.begin, position);
        QVERIFY(token.end > token.begin);
        position = token.end;
    }
    QCOMPARE(position, corpus.size());
}

void TestSqlLexer::everyPrefixIsAccepted()
{
    for (qsizetype size = 0; size <= corpus.size(); ++size) {
        const QByteArray prefix = corpus.left(size); // its own memory, so that a sanitizer sees a read behind it
        SqlLexer lexer(prefix);
        SqlToken token = lexer.next();
        qsizetype last = 0;
        for (; token.kind != SqlTokenKind::End; token = lexer.next())
            last = token.end;
        QCOMPARE(last, size);
    }
}

void TestSqlLexer::linesContinueTheStateOfTheText()
{
    // What colouring does: each line on its own from the state that the line before left. Every byte must have the kind
    // that it has in the whole.
    QList<SqlTokenKind> whole;
    SqlLexer lexer(corpus);
    for (SqlToken token = lexer.next(); token.kind != SqlTokenKind::End; token = lexer.next())
        whole += QList<SqlTokenKind>(token.length(), token.kind);

    QList<SqlTokenKind> byLine;
    SqlLexerState state;
    for (qsizetype begin = 0; begin < corpus.size();) {
        const qsizetype newline = corpus.indexOf('\n', begin);
        const qsizetype end = newline < 0 ? corpus.size() : newline + 1;
        SqlLexer line(corpus, begin, end, state);
        for (SqlToken token = line.next(); token.kind != SqlTokenKind::End; token = line.next())
            byLine += QList<SqlTokenKind>(token.length(), token.kind);
        state = line.state();
        begin = end;
    }
    QCOMPARE(byLine.size(), whole.size());
    QCOMPARE(byLine, whole);
    QCOMPARE(state, lexer.state());
}

void TestSqlLexer::keywordsInAnyCase()
{
    QVERIFY(SqlKeywords::isKeyword("select"));
    QVERIFY(SqlKeywords::isKeyword("SeLeCt"));
    QVERIFY(SqlKeywords::isKeyword("current_timestamp"));
    QVERIFY(!SqlKeywords::isKeyword("selec"));
    QVERIFY(!SqlKeywords::isKeyword("selects"));
    QVERIFY(!SqlKeywords::isKeyword(""));
    QVERIFY2(!SqlKeywords::isKeyword("name"), "a column more often than a keyword");
    const QList<QByteArrayView> all = SqlKeywords::all();
    QVERIFY(all.size() > 440);
    QVERIFY(all.contains(QByteArrayView("name")));
    QVERIFY(all.contains(QByteArrayView("zone")));
}

void TestSqlLexer::speed()
{
    // What would be quadratic if a failed match were searched for again.
    const QList<QByteArray> hostile{
        QByteArray("$a").repeated(500'000),     QByteArray("$a ").repeated(500'000),
        QByteArray("/*").repeated(500'000),     QByteArray("'a' ").repeated(500'000),
        QByteArray("E'a'\n").repeated(500'000), QByteArray("\\x ").repeated(500'000),
        QByteArray("\"").repeated(500'001),     corpus.repeated(2000),
    };
    for (const QByteArray &text : hostile) {
        QElapsedTimer timer;
        timer.start();
        SqlLexer lexer(text);
        while (lexer.next().kind != SqlTokenKind::End) { }
        const double seconds = double(timer.nsecsElapsed()) / 1e9;
        const double rate = double(text.size()) / 1e6 / seconds;
        qInfo("%-12s %.1f MB/s", text.left(8).simplified().constData(), rate);
        QVERIFY2(rate > 0.3, "far below what a sanitized build on a busy machine makes");
    }
}

QTEST_GUILESS_MAIN(TestSqlLexer)
#include "tst_sqllexer.moc"
