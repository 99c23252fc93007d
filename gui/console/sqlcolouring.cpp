// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/sqlcolouring.h"

#include "look/fonts.h"
#include "look/tokens.h"

#include <algorithm>

namespace Gantry {

namespace {

SqlColouring::Style styleOf(SqlTokenKind kind)
{
    switch (kind) {
    case SqlTokenKind::Keyword:
        return SqlColouring::Keyword;
    case SqlTokenKind::LineComment:
    case SqlTokenKind::BlockComment:
        return SqlColouring::Comment;
    case SqlTokenKind::String:
    case SqlTokenKind::EscapeString:
    case SqlTokenKind::UnicodeString:
    case SqlTokenKind::BitString:
    case SqlTokenKind::DollarString:
        return SqlColouring::String;
    case SqlTokenKind::Number:
        return SqlColouring::Number;
    case SqlTokenKind::Operator:
    case SqlTokenKind::Punctuation:
    case SqlTokenKind::Semicolon:
    case SqlTokenKind::EscapedPunctuation:
        return SqlColouring::Operator;
    case SqlTokenKind::QuotedIdentifier:
    case SqlTokenKind::UnicodeIdentifier:
        return SqlColouring::QuotedIdentifier;
    case SqlTokenKind::Parameter:
        return SqlColouring::Parameter;
    case SqlTokenKind::BackslashCommand:
        return SqlColouring::Command;
    case SqlTokenKind::End:
    case SqlTokenKind::Whitespace:
    case SqlTokenKind::Identifier:
        break;
    }
    return SqlColouring::Plain;
}

} // namespace

SqlColouring::SqlColouring(QObject *parent)
    : QsciLexerCustom(parent)
{
    idOf({}); // state 0, which lines have that were never styled
}

void SqlColouring::wear(const Tokens &tokens)
{
    const QFont font = Fonts::editor();
    const std::pair<Style, QColor> colors[] = {
        {Plain, tokens.text},
        {Keyword, tokens.keyword},
        {String, tokens.string},
        {Number, tokens.number},
        {Comment, tokens.comment},
        {Operator, tokens.operatorText},
        {QuotedIdentifier, tokens.text},
        {Parameter, tokens.number},
        {Command, tokens.violet.text},
    };
    setDefaultColor(tokens.text);
    setDefaultPaper(tokens.base);
    setDefaultFont(font);
    for (const auto &[style, color] : colors) {
        setColor(color, style);
        setPaper(tokens.base, style);
        setFont(font, style);
    }
}

QString SqlColouring::description(int style) const
{
    switch (style) {
    case Plain:
        return tr("Text");
    case Keyword:
        return tr("Keyword");
    case String:
        return tr("String");
    case Number:
        return tr("Number");
    case Comment:
        return tr("Comment");
    case Operator:
        return tr("Operator");
    case QuotedIdentifier:
        return tr("Quoted identifier");
    case Parameter:
        return tr("Parameter");
    case Command:
        return tr("Backslash command");
    default:
        return {};
    }
}

int SqlColouring::idOf(const SqlLexerState &state)
{
    QByteArray key = state.tag;
    key.append(char(state.mode)).append(char(state.kind)).append(char(state.newline));
    key.append(reinterpret_cast<const char *>(&state.depth), sizeof state.depth);
    const auto known = m_ids.constFind(key);
    if (known != m_ids.cend())
        return *known;
    m_states.append(state);
    m_ids.insert(key, int(m_states.size()) - 1);
    return int(m_states.size()) - 1;
}

void SqlColouring::styleText(int start, int end)
{
    QsciScintilla *sci = editor();
    if (!sci)
        return;
    const auto send
        = [sci](unsigned int message, unsigned long a = 0, long b = 0) { return sci->SendScintilla(message, a, b); };
    const int firstLine = int(send(QsciScintillaBase::SCI_LINEFROMPOSITION, start));
    const int lastLine = int(send(QsciScintillaBase::SCI_LINEFROMPOSITION, std::max(start, end - 1)));
    const int begin = int(send(QsciScintillaBase::SCI_POSITIONFROMLINE, firstLine));
    const int length = int(send(QsciScintillaBase::SCI_GETLENGTH));
    const int lineAfter = int(send(QsciScintillaBase::SCI_POSITIONFROMLINE, lastLine + 1));
    const int stop = lineAfter < 0 ? length : lineAfter;
    QByteArray text = sci->bytes(begin, stop);
    text.resize(stop - begin); // without the terminating zero that QScintilla adds

    QByteArray styles(stop - begin, char(Plain));
    SqlLexerState state;
    if (firstLine > 0)
        state = m_states.value(int(send(QsciScintillaBase::SCI_GETLINESTATE, firstLine - 1)));
    qsizetype lineBegin = 0;
    for (int line = firstLine; line <= lastLine; ++line) {
        const auto newline = text.indexOf('\n', lineBegin);
        const qsizetype lineEnd = newline < 0 ? text.size() : newline + 1;
        SqlLexer lexer(text, lineBegin, lineEnd, state);
        for (SqlToken token = lexer.next(); token.kind != SqlTokenKind::End; token = lexer.next())
            std::fill(styles.begin() + token.begin, styles.begin() + token.end, char(styleOf(token.kind)));
        state = lexer.state();
        if (const int id = idOf(state); id != send(QsciScintillaBase::SCI_GETLINESTATE, line))
            send(QsciScintillaBase::SCI_SETLINESTATE, line, id);
        lineBegin = lineEnd;
    }
    startStyling(begin);
    sci->SendScintilla(QsciScintillaBase::SCI_SETSTYLINGEX, uintptr_t(styles.size()), styles.constData());
}

} // namespace Gantry
