// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/statementsplitter.h"

#include "postgres/sqllexer.h"

#include <algorithm>
#include <array>

namespace Gantry {

namespace {

bool equals(QByteArrayView word, QByteArrayView keyword)
{
    return word.size() == keyword.size() && word.compare(keyword, Qt::CaseInsensitive) == 0;
}

// psql's heuristic for the BEGIN ATOMIC … END body of CREATE [OR REPLACE] {FUNCTION | PROCEDURE}: inside it, BEGIN and
// CASE open and END closes, and semicolons separate nothing.
class RoutineBody
{
public:
    void word(QByteArrayView word, bool inParentheses)
    {
        if (m_count < m_first.size()) {
            for (const QByteArrayView keyword : {"create", "function", "procedure", "or", "replace"}) {
                if (equals(word, keyword))
                    m_first[m_count] = keyword[0];
            }
        }
        ++m_count;
        if (inParentheses || !createsRoutine())
            return;
        if (equals(word, "begin") || (m_depth > 0 && equals(word, "case")))
            ++m_depth;
        else if (m_depth > 0 && equals(word, "end"))
            --m_depth;
    }
    bool inside() const { return m_depth > 0; }
    /// "\;" begins another statement in the same query.
    void restart()
    {
        m_first = {};
        m_count = 0;
    }

private:
    bool createsRoutine() const
    {
        const auto routine = [](char c) { return c == 'f' || c == 'p'; };
        return m_first[0] == 'c'
            && (routine(m_first[1]) || (m_first[1] == 'o' && m_first[2] == 'r' && routine(m_first[3])));
    }

    std::array<char, 4> m_first{}; // initials of the first words, of those that matter
    size_t m_count = 0;
    int m_depth = 0;
};

/// Whether a statement is COPY … FROM STDIN, by its words outside parentheses.
class CopyWords
{
public:
    void word(QByteArrayView word, bool isFirst)
    {
        if (isFirst)
            m_seen = equals(word, "copy") ? Seen::Copy : Seen::Other;
        else if (m_seen == Seen::From)
            m_seen = equals(word, "stdin") ? Seen::Stdin : Seen::Copy;
        else if (m_seen == Seen::Copy && equals(word, "from"))
            m_seen = Seen::From;
    }
    bool takesData() const { return m_seen == Seen::Stdin; }

private:
    enum class Seen : quint8 { Other, Copy, From, Stdin };
    Seen m_seen = Seen::Other;
};

class Splitter
{
public:
    explicit Splitter(QByteArrayView script)
        : m_script(script)
        , m_lexer(script)
    {
    }

    QList<SqlStatement> run()
    {
        for (SqlToken token = m_lexer.next(); token.kind != SqlTokenKind::End; token = m_lexer.next())
            take(token);
        if (m_open) {
            m_statement.terminated = false;
            finish(m_lastEnd);
        }
        return m_statements;
    }

private:
    void take(const SqlToken &token)
    {
        switch (token.kind) {
        case SqlTokenKind::Whitespace:
        case SqlTokenKind::LineComment:
            return;
        case SqlTokenKind::BackslashCommand:
            command(token);
            return;
        default:
            break;
        }
        if (!m_open)
            open(token.begin);
        m_lastEnd = token.end;
        switch (token.kind) {
        case SqlTokenKind::BlockComment:
            return;
        case SqlTokenKind::Semicolon:
            if (m_parentheses == 0 && !m_body.inside()) {
                finish(token.end);
                if (m_copy.takesData())
                    skipData();
            }
            return;
        case SqlTokenKind::EscapedPunctuation:
            m_statement.holes.append({token.begin, token.begin + 1});
            if (m_script[token.begin + 1] == ';')
                m_body.restart();
            return;
        case SqlTokenKind::Punctuation:
            if (m_script[token.begin] == '(')
                ++m_parentheses;
            else if (m_script[token.begin] == ')' && m_parentheses > 0)
                --m_parentheses;
            break;
        case SqlTokenKind::Keyword:
        case SqlTokenKind::Identifier:
            m_body.word(token.of(m_script), m_parentheses > 0);
            if (m_parentheses == 0)
                m_copy.word(token.of(m_script), !m_hasWords);
            break;
        default:
            break;
        }
        m_hasWords = true;
    }

    void open(qsizetype begin)
    {
        m_open = true;
        m_statement = {};
        m_statement.begin = begin;
        m_statement.line = lineOf(begin);
        m_hasWords = false;
        m_body = {};
        m_copy = {};
    }

    void finish(qsizetype end)
    {
        m_open = false;
        m_parentheses = 0;
        m_statement.end = end;
        if (m_hasWords)
            m_statements.append(m_statement);
    }

    void command(const SqlToken &token)
    {
        SqlStatement command;
        command.kind = SqlStatement::Kind::Backslash;
        command.begin = token.begin;
        command.end = token.end;
        command.line = lineOf(token.begin);
        m_statements.append(command);
        if (m_open)
            m_statement.holes.append({token.begin, token.end});
    }

    /// The lines behind COPY … FROM STDIN to the one with "\." belong to it and are no statements. Without that line
    /// nothing tells data from statements.
    void skipData()
    {
        SqlStatement &copy = m_statements.last();
        const qsizetype lineEnd = m_script.indexOf('\n', copy.end);
        if (lineEnd < 0 || m_hasNoMoreData)
            return;
        const QByteArrayView rest = m_script.sliced(copy.end, lineEnd - copy.end).trimmed();
        if (!rest.isEmpty() && !rest.startsWith("--"))
            return;
        qsizetype end = lineEnd;
        do {
            end = m_script.indexOf("\n\\.", end);
            m_hasNoMoreData = end < 0;
            if (m_hasNoMoreData)
                return;
            end += 3;
        } while (end < m_script.size() && m_script[end] != '\n' && m_script[end] != '\r');
        copy.holes.append({copy.end, end});
        copy.end = end;
        m_lexer = SqlLexer(m_script, end, m_script.size(), {});
    }

    int lineOf(qsizetype position)
    {
        m_line += int(std::count(m_script.begin() + m_counted, m_script.begin() + position, '\n'));
        m_counted = position;
        return m_line;
    }

    QByteArrayView m_script;
    SqlLexer m_lexer;
    QList<SqlStatement> m_statements;
    SqlStatement m_statement;
    RoutineBody m_body;
    CopyWords m_copy;
    bool m_hasNoMoreData = false;
    bool m_open = false;
    bool m_hasWords = false;
    int m_parentheses = 0;
    int m_line = 0;
    qsizetype m_counted = 0;
    qsizetype m_lastEnd = 0;
};

} // namespace

QList<SqlStatement> StatementSplitter::split(QByteArrayView script)
{
    return Splitter(script).run();
}

qsizetype StatementSplitter::statementAt(const QList<SqlStatement> &statements, QByteArrayView script,
                                         qsizetype position)
{
    qsizetype around = -1; // the innermost: a backslash command may stand inside a statement
    qsizetype before = -1;
    qsizetype after = -1;
    for (qsizetype i = 0; i < statements.size(); ++i) {
        const SqlStatement &statement = statements[i];
        if (statement.end <= position) {
            if (before < 0 || statement.end > statements[before].end)
                before = i;
        } else if (statement.begin > position) {
            if (after < 0 || statement.begin < statements[after].begin)
                after = i;
        } else if (around < 0 || statement.length() < statements[around].length()) {
            around = i;
        }
    }
    if (around >= 0)
        return around;
    if (before < 0)
        return after;
    const QByteArrayView between = script.sliced(statements[before].end, position - statements[before].end);
    const bool sameLine = !between.contains('\n') && !between.contains('\r');
    return sameLine || after < 0 ? before : after;
}

namespace {

QByteArray without(const QList<SqlStatement::Hole> &holes, QByteArrayView script, const SqlStatement &statement)
{
    QByteArray result;
    result.reserve(statement.length());
    qsizetype from = statement.begin;
    for (const SqlStatement::Hole &hole : holes) {
        result.append(script.sliced(from, hole.begin - from));
        from = hole.end;
    }
    result.append(script.sliced(from, statement.end - from));
    return result;
}

} // namespace

QByteArray StatementSplitter::query(QByteArrayView script, const SqlStatement &statement)
{
    return without(statement.holes, script, statement);
}

QByteArray StatementSplitter::typed(QByteArrayView script, const SqlStatement &statement)
{
    QList<SqlStatement::Hole> commands;
    for (const SqlStatement::Hole &hole : statement.holes) {
        if (hole.end - hole.begin > 1) // else the backslash of "\;"
            commands.append(hole);
    }
    return without(commands, script, statement);
}

StatementSplitter::Line StatementSplitter::lineAt(QByteArrayView script, const SqlStatement &statement,
                                                  qsizetype position)
{
    const QByteArrayView text = script.sliced(statement.begin, statement.length());
    const qsizetype at = std::clamp<qsizetype>(position - statement.begin, 0, text.size());
    const qsizetype begin = text.first(at).lastIndexOf('\n') + 1;
    const qsizetype end = text.indexOf('\n', at);
    const int before = int(std::count(text.begin(), text.begin() + at, '\n'));
    return {statement.line + before, text.sliced(begin, (end < 0 ? text.size() : end) - begin).toByteArray()};
}

qsizetype StatementSplitter::scriptPosition(QByteArrayView script, const SqlStatement &statement, int position,
                                            PositionUnit unit)
{
    if (position < 1)
        return -1;
    int character = 0;
    qsizetype hole = 0;
    for (qsizetype i = statement.begin; i < statement.end; ++i) {
        if (hole < statement.holes.size() && i == statement.holes[hole].begin) {
            i = statement.holes[hole].end - 1;
            ++hole;
            continue;
        }
        const bool continuation = unit == PositionUnit::Characters && (quint8(script[i]) & 0xC0) == 0x80;
        if (!continuation && ++character == position)
            return i;
    }
    // The server points behind the text when something is missing at its end.
    return character + 1 == position ? statement.end : -1;
}

} // namespace Gantry
