// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "look/scintilla.h"
#include "postgres/sqllexer.h"

#include <QHash>

namespace Gantry {

struct Tokens;

/// Colours an editor's SQL by SqlLexer, so that what is coloured as a string is split and sent as one. The lexer's
/// state at the end of each line is kept as Scintilla's line state: a change restyles from its own line on.
class SqlColouring : public QsciLexerCustom
{
    Q_OBJECT

public:
    enum Style { Plain, Keyword, String, Number, Comment, Operator, QuotedIdentifier, Parameter, Command };

    explicit SqlColouring(QObject *parent);

    /// Takes colours from \a tokens and the font from Fonts::editor().
    void wear(const Tokens &tokens);

    const char *language() const override { return "SQL"; }
    QString description(int style) const override;
    void styleText(int start, int end) override;

private:
    int idOf(const SqlLexerState &state);

    QList<SqlLexerState> m_states; ///< a line state is an index of this list
    QHash<QByteArray, int> m_ids;
};

} // namespace Gantry
