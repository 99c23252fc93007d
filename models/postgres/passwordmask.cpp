// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/passwordmask.h"

#include "postgres/sqllexer.h"

#include <QRegularExpression>

namespace Gantry {

namespace {

constexpr int deepest = 8; // strings in strings
constexpr const char *masked = "'***'";

QByteArray mask(const QByteArray &script, int depth);

bool isString(SqlTokenKind kind)
{
    return kind == SqlTokenKind::String || kind == SqlTokenKind::EscapeString || kind == SqlTokenKind::UnicodeString
        || kind == SqlTokenKind::DollarString;
}

bool isBlank(SqlTokenKind kind)
{
    return kind == SqlTokenKind::Whitespace || kind == SqlTokenKind::LineComment || kind == SqlTokenKind::BlockComment;
}

// "host=db password=secret" and "postgresql://user:secret@host".
QByteArray maskConnectionString(const QByteArray &text)
{
    static const QRegularExpression parameter(QStringLiteral("(\\bpassword\\s*=\\s*)('(?:[^'\\\\]|\\\\.)*'|[^\\s'&]+)"),
                                              QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression uri(QStringLiteral("(\\bpostgres(?:ql)?://[^:/@\\s]*:)[^@\\s]*(?=@)"));
    if (!text.contains('=') && !text.contains("://"))
        return text;
    QString result = QString::fromUtf8(text);
    const QString before = result;
    result.replace(parameter, QStringLiteral("\\1***"));
    result.replace(uri, QStringLiteral("\\1***"));
    return result == before ? text : result.toUtf8();
}

// The string with what is inside it masked, as if that were SQL that is executed.
QByteArray maskInside(QByteArrayView string, SqlTokenKind kind, int depth)
{
    QByteArray text = string.toByteArray();
    if (kind == SqlTokenKind::DollarString) {
        const qsizetype tag = text.indexOf('$', 1) + 1;
        const qsizetype end = text.size() >= 2 * tag && text.endsWith(text.left(tag)) ? text.size() - tag : text.size();
        return text.left(tag) + mask(text.mid(tag, end - tag), depth + 1) + text.mid(end);
    }
    const qsizetype open = text.indexOf('\'') + 1;
    const qsizetype end = text.size() > open && text.endsWith('\'') ? text.size() - 1 : text.size();
    QByteArray inner = text.mid(open, end - open);
    inner.replace("''", "'");
    const QByteArray inside = maskConnectionString(mask(inner, depth + 1));
    if (inside == inner)
        return text;
    return text.left(open) + QByteArray(inside).replace('\'', "''") + text.mid(end);
}

// format('ALTER ROLE x PASSWORD %L', 'secret') and 'ALTER ROLE x PASSWORD ' || quote_literal('secret').
bool expectsPassword(QByteArrayView string)
{
    static const QRegularExpression expects(QStringLiteral("\\bpassword\\s*(%|'*$)"),
                                            QRegularExpression::CaseInsensitiveOption);
    return expects.match(QString::fromUtf8(string)).hasMatch();
}

QByteArray mask(const QByteArray &script, int depth)
{
    if (depth > deepest || (!script.contains('\'') && !script.contains('$')))
        return script;
    QByteArray result;
    result.reserve(script.size());
    SqlLexer lexer(script);
    bool password = false; // the next string is one
    bool following = false; // the strings up to the semicolon may be one
    for (SqlToken token = lexer.next(); token.kind != SqlTokenKind::End; token = lexer.next()) {
        const QByteArrayView text = token.of(script);
        if (isString(token.kind)) {
            if (password || following)
                result += masked;
            else
                result += maskInside(text, token.kind, depth);
            following |= expectsPassword(text);
            continue; // a string may go on after a newline
        }
        result += text;
        if (isBlank(token.kind))
            continue;
        password = text.compare("password", Qt::CaseInsensitive) == 0;
        if (token.kind == SqlTokenKind::Semicolon)
            following = false;
    }
    return result;
}

} // namespace

QString withoutPasswords(const QString &script)
{
    static const QRegularExpression hint(QStringLiteral("password|://"), QRegularExpression::CaseInsensitiveOption);
    if (!hint.match(script).hasMatch())
        return script;
    return QString::fromUtf8(mask(script.toUtf8(), 0));
}

bool hasMaskedPassword(const QString &script)
{
    // Where something else is masked when it stands in place of the stars, they are a mask. Stars that begin or end a
    // comment stay.
    static const QRegularExpression stars(QStringLiteral("(?<=['=:\\s])\\*{3}(?![*/])"));
    const QString standIn = QStringLiteral("masked\uE000");
    QString replaced = script;
    replaced.replace(stars, standIn);
    return withoutPasswords(replaced).count(standIn) < replaced.count(standIn);
}

} // namespace Gantry
