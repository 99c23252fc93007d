// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QtGlobal>

namespace Gantry {

enum class SqlTokenKind : quint8 {
    End, ///< the range is used up
    Whitespace,
    LineComment, ///< "-- …", without its newline
    BlockComment, ///< nests
    Keyword, ///< reserved, or unreserved and unlikely as the name of a column
    Identifier,
    QuotedIdentifier, ///< "…"
    UnicodeIdentifier, ///< U&"…"
    String, ///< '…', with standard_conforming_strings on
    EscapeString, ///< E'…'
    UnicodeString, ///< U&'…'
    BitString, ///< B'…' and X'…'
    DollarString, ///< $tag$ … $tag$
    Number,
    Parameter, ///< $1
    Operator,
    Punctuation, ///< ( ) [ ] , . : and the like
    Semicolon,
    EscapedPunctuation, ///< "\;" and "\:": psql sends them without the backslash
    BackslashCommand, ///< "\d name", to the end of its line or the next command
};

/// A piece of the text: bytes begin to end (exclusive) of the text that the lexer was given.
struct SqlToken
{
    SqlTokenKind kind = SqlTokenKind::End;
    qsizetype begin = 0;
    qsizetype end = 0;
    bool closed = true; ///< false: a string or comment that goes on after the range

    qsizetype length() const { return end - begin; }
    QByteArrayView of(QByteArrayView text) const { return text.sliced(begin, length()); }
};

/// What a lexer must know to go on in the middle of a text, for instance at the beginning of a line.
struct SqlLexerState
{
    enum class Mode : quint8 {
        Plain,
        Inside, ///< inside a token of kind
        After, ///< after the closing quote of one: a newline and a quote would continue it
    };

    Mode mode = Mode::Plain;
    SqlTokenKind kind = SqlTokenKind::End;
    bool newline = false; ///< mode After: a newline was seen since
    int depth = 0; ///< of nested comments
    QByteArray tag; ///< of a dollar string, with its dollars

    friend bool operator==(const SqlLexerState &, const SqlLexerState &) = default;
};

/// Cuts SQL into tokens after the rules of psql (PostgreSQL documentation, 4.1 "Lexical Structure"), for splitting,
/// colouring and completion alike. Works on UTF-8 bytes; every input is accepted, and the tokens of a text join to the
/// text. Time is proportional to the length.
class SqlLexer
{
public:
    explicit SqlLexer(QByteArrayView text, const SqlLexerState &state = {});
    /// Reads bytes \a begin to \a end of \a text: the range of a line, with its newline. Positions count from the
    /// beginning of \a text.
    SqlLexer(QByteArrayView text, qsizetype begin, qsizetype end, const SqlLexerState &state);

    /// The next token; kind End when there is none.
    SqlToken next();
    /// After the last token: what a lexer of the text that follows needs.
    const SqlLexerState &state() const { return m_state; }

private:
    SqlToken token(SqlTokenKind kind, qsizetype end, bool closed = true);
    SqlToken inside();
    SqlToken quoted(SqlTokenKind kind, qsizetype from);
    SqlToken blockComment(qsizetype from);
    SqlToken dollarString(qsizetype from);
    SqlToken dollar();
    SqlToken whitespace();
    SqlToken identifier();
    SqlToken number();
    SqlToken operators();
    SqlToken backslash();
    char at(qsizetype position) const { return position < m_end ? m_data[position] : '\0'; }

    const char *m_data;
    qsizetype m_position;
    qsizetype m_end;
    SqlLexerState m_state;
};

} // namespace Gantry
