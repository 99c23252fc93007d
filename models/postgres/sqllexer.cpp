// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/sqllexer.h"

#include "postgres/sqlkeywords.h"

#include <array>
#include <cstring>
#include <string_view>

namespace Gantry {

namespace {

enum CharClass : quint8 { Space = 1, Newline = 2, IdentStart = 4, IdentPart = 8, Digit = 16, OperatorChar = 32 };

constexpr std::array<quint8, 256> charClasses()
{
    std::array<quint8, 256> classes{};
    for (const char c : std::string_view(" \t\n\r\f\v"))
        classes[quint8(c)] |= Space;
    classes[quint8('\n')] |= Newline;
    classes[quint8('\r')] |= Newline;
    for (quint8 c = 'a'; c <= 'z'; ++c) {
        const quint8 upper = c ^ 0x20;
        classes[c] |= IdentStart | IdentPart;
        classes[upper] |= IdentStart | IdentPart;
    }
    for (int c = 128; c < 256; ++c)
        classes[size_t(c)] |= IdentStart | IdentPart;
    classes[quint8('_')] |= IdentStart | IdentPart;
    classes[quint8('$')] |= IdentPart;
    for (int c = '0'; c <= '9'; ++c)
        classes[size_t(c)] |= IdentPart | Digit;
    for (const char c : std::string_view("~!@#^&|`?+-*/%<>="))
        classes[quint8(c)] |= OperatorChar;
    return classes;
}

constexpr std::array<quint8, 256> classes = charClasses();

bool is(char c, quint8 mask)
{
    return classes[quint8(c)] & mask;
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
}

// After these psql takes the rest of the line as it stands.
bool takesWholeLine(QByteArrayView name)
{
    for (const QByteArrayView command : {"!", "copy", "ef", "ev", "sf", "sf+", "sv", "sv+", "h", "help"}) {
        if (name == command)
            return true;
    }
    return name.startsWith('!');
}

} // namespace

SqlLexer::SqlLexer(QByteArrayView text, const SqlLexerState &state)
    : SqlLexer(text, 0, text.size(), state)
{
}

SqlLexer::SqlLexer(QByteArrayView text, qsizetype begin, qsizetype end, const SqlLexerState &state)
    : m_data(text.data())
    , m_position(begin)
    , m_end(end)
    , m_state(state)
{
}

SqlToken SqlLexer::token(SqlTokenKind kind, qsizetype end, bool closed)
{
    const SqlToken result{kind, m_position, end, closed};
    m_position = end;
    return result;
}

SqlToken SqlLexer::next()
{
    if (m_position >= m_end)
        return {SqlTokenKind::End, m_end, m_end, true};
    if (m_state.mode == SqlLexerState::Mode::Inside)
        return inside();

    const char c = m_data[m_position];
    if (is(c, Space))
        return whitespace();
    if (c == '-' && at(m_position + 1) == '-') {
        qsizetype end = m_position + 2;
        while (end < m_end && !is(m_data[end], Newline))
            ++end;
        return token(SqlTokenKind::LineComment, end);
    }
    if (m_state.mode == SqlLexerState::Mode::After) {
        const bool continues = c == '\'' && m_state.newline;
        const SqlTokenKind kind = m_state.kind;
        m_state = {};
        if (continues)
            return quoted(kind, m_position + 1);
    }

    if (is(c, IdentStart))
        return identifier();
    if (is(c, Digit) || (c == '.' && is(at(m_position + 1), Digit)))
        return number();
    switch (c) {
    case '\'':
        return quoted(SqlTokenKind::String, m_position + 1);
    case '"':
        return quoted(SqlTokenKind::QuotedIdentifier, m_position + 1);
    case '$':
        return dollar();
    case ';':
        return token(SqlTokenKind::Semicolon, m_position + 1);
    case '\\':
        return backslash();
    case ':':
        if (at(m_position + 1) == ':' || at(m_position + 1) == '=')
            return token(SqlTokenKind::Operator, m_position + 2);
        break;
    case '/':
        if (at(m_position + 1) == '*') {
            m_state.depth = 1;
            return blockComment(m_position + 2);
        }
        break;
    default:
        break;
    }
    if (is(c, OperatorChar))
        return operators();
    return token(SqlTokenKind::Punctuation, m_position + 1);
}

SqlToken SqlLexer::inside()
{
    switch (m_state.kind) {
    case SqlTokenKind::BlockComment:
        return blockComment(m_position);
    case SqlTokenKind::DollarString:
        return dollarString(m_position);
    default:
        return quoted(m_state.kind, m_position);
    }
}

SqlToken SqlLexer::quoted(SqlTokenKind kind, qsizetype from)
{
    const bool name = kind == SqlTokenKind::QuotedIdentifier || kind == SqlTokenKind::UnicodeIdentifier;
    const char quote = name ? '"' : '\'';
    const bool escapes = kind == SqlTokenKind::EscapeString;
    const bool doubles = kind != SqlTokenKind::BitString;
    for (qsizetype i = from; i < m_end; ++i) {
        if (m_data[i] == quote) {
            if (doubles && at(i + 1) == quote) {
                ++i;
                continue;
            }
            m_state = {};
            if (!name) {
                m_state.mode = SqlLexerState::Mode::After;
                m_state.kind = kind;
            }
            return token(kind, i + 1);
        }
        if (escapes && m_data[i] == '\\')
            ++i;
    }
    m_state = {};
    m_state.mode = SqlLexerState::Mode::Inside;
    m_state.kind = kind;
    return token(kind, m_end, false);
}

SqlToken SqlLexer::blockComment(qsizetype from)
{
    int depth = m_state.depth;
    for (qsizetype i = from; i < m_end; ++i) {
        if (m_data[i] == '/' && at(i + 1) == '*') {
            ++depth;
            ++i;
        } else if (m_data[i] == '*' && at(i + 1) == '/') {
            ++i;
            if (--depth == 0) {
                m_state = {};
                return token(SqlTokenKind::BlockComment, i + 1);
            }
        }
    }
    m_state = {};
    m_state.mode = SqlLexerState::Mode::Inside;
    m_state.kind = SqlTokenKind::BlockComment;
    m_state.depth = depth;
    return token(SqlTokenKind::BlockComment, m_end, false);
}

SqlToken SqlLexer::dollar()
{
    qsizetype end = m_position + 1;
    if (is(at(end), Digit)) {
        while (is(at(end), Digit))
            ++end;
        return token(SqlTokenKind::Parameter, end);
    }
    if (is(at(end), IdentStart)) {
        while (at(end) != '$' && is(at(end), IdentPart))
            ++end;
    }
    if (at(end) != '$')
        return token(SqlTokenKind::Punctuation, m_position + 1);
    m_state.tag = QByteArray(m_data + m_position, end + 1 - m_position);
    return dollarString(end + 1);
}

SqlToken SqlLexer::dollarString(qsizetype from)
{
    const qsizetype found = QByteArrayView(m_data + from, m_end - from).indexOf(m_state.tag);
    if (found >= 0) {
        const qsizetype end = from + found + m_state.tag.size();
        m_state = {};
        return token(SqlTokenKind::DollarString, end);
    }
    m_state.mode = SqlLexerState::Mode::Inside;
    m_state.kind = SqlTokenKind::DollarString;
    return token(SqlTokenKind::DollarString, m_end, false);
}

SqlToken SqlLexer::whitespace()
{
    qsizetype end = m_position;
    bool newline = false;
    for (; end < m_end && is(m_data[end], Space); ++end)
        newline |= is(m_data[end], Newline);
    if (m_state.mode == SqlLexerState::Mode::After)
        m_state.newline |= newline;
    return token(SqlTokenKind::Whitespace, end);
}

SqlToken SqlLexer::identifier()
{
    const char following = at(m_position + 1);
    if (following == '\'') {
        switch (lower(m_data[m_position])) {
        case 'e':
            return quoted(SqlTokenKind::EscapeString, m_position + 2);
        case 'b':
        case 'x':
            return quoted(SqlTokenKind::BitString, m_position + 2);
        default:
            break;
        }
    } else if (following == '&' && lower(m_data[m_position]) == 'u') {
        if (at(m_position + 2) == '\'')
            return quoted(SqlTokenKind::UnicodeString, m_position + 3);
        if (at(m_position + 2) == '"')
            return quoted(SqlTokenKind::UnicodeIdentifier, m_position + 3);
    }
    qsizetype end = m_position + 1;
    while (end < m_end && is(m_data[end], IdentPart))
        ++end;
    const bool keyword = SqlKeywords::isKeyword(QByteArrayView(m_data + m_position, end - m_position));
    return token(keyword ? SqlTokenKind::Keyword : SqlTokenKind::Identifier, end);
}

SqlToken SqlLexer::number()
{
    qsizetype end = m_position;
    const auto digits = [&] {
        while (is(at(end), Digit) || (at(end) == '_' && is(at(end + 1), Digit)))
            ++end;
    };
    // PostgreSQL 16: 0x, 0o, 0b and underscores between digits.
    if (m_data[end] == '0' && is(at(end + 2), Digit | IdentStart)) {
        const char base = lower(at(end + 1));
        const auto belongs = [base](char c) {
            if (base == 'x')
                return is(c, Digit) || (lower(c) >= 'a' && lower(c) <= 'f');
            return base == 'o' ? c >= '0' && c <= '7' : base == 'b' && (c == '0' || c == '1');
        };
        qsizetype last = end + 2;
        while (belongs(at(last)) || (at(last) == '_' && belongs(at(last + 1))))
            ++last;
        if (last > end + 2)
            return token(SqlTokenKind::Number, last);
    }
    digits();
    if (at(end) == '.' && at(end + 1) != '.') {
        ++end;
        digits();
    }
    if (lower(at(end)) == 'e') {
        const bool sign = at(end + 1) == '+' || at(end + 1) == '-';
        if (is(at(end + (sign ? 2 : 1)), Digit)) {
            end += sign ? 2 : 1;
            digits();
        }
    }
    return token(SqlTokenKind::Number, end);
}

SqlToken SqlLexer::operators()
{
    qsizetype end = m_position + 1;
    bool special = false; // only then may an operator of several characters end in + or -
    const auto note = [&](char c) { special |= std::strchr("~!@#^&|`?%", c) != nullptr; };
    note(m_data[m_position]);
    for (; end < m_end && is(m_data[end], OperatorChar); ++end) {
        const char c = m_data[end];
        if ((c == '/' && at(end + 1) == '*') || (c == '-' && at(end + 1) == '-'))
            break;
        note(c);
    }
    if (!special) {
        while (end - m_position > 1 && (m_data[end - 1] == '+' || m_data[end - 1] == '-'))
            --end;
    }
    return token(SqlTokenKind::Operator, end);
}

SqlToken SqlLexer::backslash()
{
    qsizetype end = m_position + 1;
    if (at(end) == ';' || at(end) == ':')
        return token(SqlTokenKind::EscapedPunctuation, end + 1);

    while (end < m_end && !is(m_data[end], Space) && m_data[end] != '\\')
        ++end;
    const bool wholeLine = takesWholeLine(QByteArrayView(m_data + m_position + 1, end - m_position - 1));
    char quote = '\0';
    for (; end < m_end && !is(m_data[end], Newline); ++end) {
        const char c = m_data[end];
        if (wholeLine)
            continue;
        if (quote != '\0') {
            if (c == '\\' && quote == '\'' && end + 1 < m_end && !is(m_data[end + 1], Newline))
                ++end;
            else if (c == quote)
                quote = '\0';
        } else if (c == '\'' || c == '"' || c == '`') {
            quote = c;
        } else if (c == '\\') {
            if (at(end + 1) == '\\') // the separator: what follows is SQL again
                end += 2;
            break;
        }
    }
    return token(SqlTokenKind::BackslashCommand, end);
}

} // namespace Gantry
