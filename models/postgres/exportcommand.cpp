// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/exportcommand.h"

#include "postgres/sqllexer.h"
#include "postgres/statementsplitter.h"

#include <QByteArrayList>
#include <QCoreApplication>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MostCharacters = 64 * 1024;

bool isQuery(QByteArrayView statement)
{
    static const QByteArrayList words{"select", "values", "table", "with", "insert", "update", "delete"};
    SqlLexer lexer(statement);
    for (;;) {
        const SqlToken token = lexer.next();
        switch (token.kind) {
        case SqlTokenKind::Whitespace:
        case SqlTokenKind::LineComment:
        case SqlTokenKind::BlockComment:
            continue;
        case SqlTokenKind::Keyword:
        case SqlTokenKind::Identifier:
            return words.contains(token.of(statement).toByteArray().toLower());
        default:
            return token.of(statement) == "(";
        }
    }
}

} // namespace

QStringList exportCommand(const QStringList &engine, const PsqlPlace &place, const QString &statement)
{
    QStringList command = engine;
    command << u"exec"_s << place.container << u"psql"_s << u"--no-psqlrc"_s;
    if (place.port != 5432)
        command << u"--port"_s << QString::number(place.port);
    command << u"--username"_s << place.user << u"--dbname"_s << place.database;

    const QByteArray script = statement.toUtf8();
    const QList<SqlStatement> statements = StatementSplitter::split(script);
    const bool copies = statements.size() == 1 && statements.first().kind == SqlStatement::Kind::Query
        && isQuery(QByteArrayView(script).sliced(statements.first().begin));
    QString text = statement;
    if (copies) {
        QByteArray query = StatementSplitter::query(script, statements.first()).trimmed();
        if (query.endsWith(';'))
            query.chop(1);
        text = QString::fromUtf8(query);
    }
    if (text.size() > MostCharacters) {
        const int left = int(std::min<qsizetype>(text.size() - MostCharacters, INT_MAX));
        text.truncate(MostCharacters);
        text += u"\n/* … "_s
            + QCoreApplication::translate("Gantry::ExportCommand", "%Ln more character(s)", nullptr, left) + u" */"_s;
    }
    if (copies) // the line break ends a comment
        command << u"--command"_s << u"COPY ("_s + text + u"\n) TO STDOUT WITH (FORMAT csv, HEADER)"_s;
    else
        command << u"--csv"_s << u"--command"_s << text;
    return command;
}

} // namespace Gantry
