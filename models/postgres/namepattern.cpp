// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/namepattern.h"

#include <QByteArrayList>
#include <QCoreApplication>

#include <cstring>

namespace Gantry {

namespace {

struct Parts
{
    QByteArrayList expressions; // regular expressions
    QByteArrayList literals; // the same without wildcards and escapes
};

Parts split(const QByteArray &text)
{
    Parts parts;
    QByteArray expression;
    QByteArray literal;
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '"') {
            if (quoted && i + 1 < text.size() && text[i + 1] == '"') {
                expression += '"';
                literal += '"';
                ++i;
            } else {
                quoted = !quoted;
            }
        } else if (!quoted && c == '.') {
            parts.expressions += expression;
            parts.literals += literal;
            expression.clear();
            literal.clear();
        } else if (!quoted && c == '*') {
            expression += ".*";
            literal += c;
        } else if (!quoted && c == '?') {
            expression += '.';
            literal += c;
        } else {
            const char folded = !quoted && c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
            // Inside quotes everything stands for itself, outside a dollar and brackets do.
            if (c == '$' || (quoted && std::strchr("|*+?()[]{}.^\\", c) != nullptr)
                || (c == '[' && i + 1 < text.size() && text[i + 1] == ']'))
                expression += '\\';
            expression += folded;
            literal += folded;
        }
    }
    parts.expressions += expression;
    parts.literals += literal;
    return parts;
}

QByteArray anchored(const QByteArray &expression)
{
    return "^(" + expression + ")$";
}

} // namespace

NamePattern NamePattern::parse(const QByteArray &text, const QString &currentDatabase)
{
    const Parts parts = split(text);
    const qsizetype count = parts.expressions.size();
    NamePattern pattern;
    pattern.name = anchored(parts.expressions.last());
    if (count > 1)
        pattern.schema = anchored(parts.expressions[count - 2]);
    if (count > 2)
        pattern.database = parts.literals[count - 3];
    if (count > 3) {
        pattern.problem
            = QCoreApplication::translate("Gantry::NamePattern", "improper qualified name (too many dotted names): %1")
                  .arg(QString::fromUtf8(text));
    } else if (count == 3 && QString::fromUtf8(pattern.database) != currentDatabase) {
        pattern.problem
            = QCoreApplication::translate("Gantry::NamePattern", "cross-database references are not implemented: %1")
                  .arg(QString::fromUtf8(text));
    }
    return pattern;
}

} // namespace Gantry
