// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/transactionrules.h"

#include "postgres/sqllexer.h"

#include <QByteArrayList>

#include <initializer_list>

namespace Gantry {

namespace {

// The first words of the statement, lower case; other tokens but blanks and comments end them.
QByteArrayList firstWords(QByteArrayView statement, qsizetype count)
{
    QByteArrayList words;
    SqlLexer lexer(statement);
    while (words.size() < count) {
        const SqlToken token = lexer.next();
        switch (token.kind) {
        case SqlTokenKind::Whitespace:
        case SqlTokenKind::LineComment:
        case SqlTokenKind::BlockComment:
            continue;
        case SqlTokenKind::Keyword:
        case SqlTokenKind::Identifier:
            words += token.of(statement).toByteArray().toLower();
            continue;
        default:
            return words;
        }
    }
    return words;
}

} // namespace

bool needsTransaction(QByteArrayView statement)
{
    const QByteArrayList words = firstWords(statement, 4);
    const auto is = [&words](qsizetype index, std::initializer_list<QByteArrayView> candidates) {
        return index < words.size()
            && std::find(candidates.begin(), candidates.end(), words[index]) != candidates.end();
    };
    if (words.isEmpty())
        return true;
    if (is(0, {"abort", "begin", "start", "commit", "end", "rollback", "vacuum"}))
        return false;
    if (is(0, {"prepare"}))
        return !is(1, {"transaction"});
    if (is(0, {"cluster"})) // all tables
        return words.size() > 1;
    if (is(0, {"create"})) {
        const qsizetype index = is(1, {"unique"}) ? 2 : 1;
        return !is(1, {"database", "tablespace"}) && !(is(index, {"index"}) && is(index + 1, {"concurrently"}));
    }
    if (is(0, {"alter"}))
        return !is(1, {"system"});
    if (is(0, {"drop"}))
        return !is(1, {"database", "system", "tablespace"}) && !(is(1, {"index"}) && is(2, {"concurrently"}));
    if (is(0, {"reindex"}))
        return !is(1, {"database", "system"}) && !is(2, {"concurrently"});
    if (is(0, {"discard"}))
        return !is(1, {"all"});
    return true;
}

bool keepsTransaction(QByteArrayView statement)
{
    const QByteArrayList words = firstWords(statement, 2);
    return words.value(0) == "commit" || words.value(0) == "end"
        || (words.value(0) == "prepare" && words.value(1) == "transaction");
}

} // namespace Gantry
