// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/interpolation.h"

#include <optional>

namespace Gantry {

namespace {

bool isNameStart(QChar c)
{
    return (c >= QLatin1Char('a') && c <= QLatin1Char('z')) || (c >= QLatin1Char('A') && c <= QLatin1Char('Z'))
        || c == QLatin1Char('_');
}

bool isNameChar(QChar c)
{
    return isNameStart(c) || (c >= QLatin1Char('0') && c <= QLatin1Char('9'));
}

qsizetype nameEnd(const QString &text, qsizetype from)
{
    qsizetype end = from;
    if (end < text.size() && isNameStart(text.at(end))) {
        while (end < text.size() && isNameChar(text.at(end)))
            ++end;
    }
    return end;
}

/// Position of the brace that closes the one opened before \a from; -1 if none does.
qsizetype closingBrace(const QString &text, qsizetype from)
{
    int depth = 1;
    for (qsizetype i = from; i < text.size(); ++i) {
        if (text.at(i) == QLatin1Char('$') && i + 1 < text.size() && text.at(i + 1) == QLatin1Char('{')) {
            ++depth;
            ++i;
        } else if (text.at(i) == QLatin1Char('}') && --depth == 0) {
            return i;
        }
    }
    return -1;
}

constexpr int deepestNesting = 16;

QString expand(const QString &text, const QProcessEnvironment &variables, int depth);

/// \a inside is what stands between the braces. Nothing when it is no reference.
std::optional<QString> braced(const QString &inside, const QProcessEnvironment &variables, int depth)
{
    const qsizetype end = nameEnd(inside, 0);
    if (end == 0)
        return std::nullopt;
    const QString name = inside.left(end);
    const QString value = variables.value(name);
    QString rest = inside.mid(end);
    if (rest.isEmpty())
        return value;
    const bool emptyCounts = rest.startsWith(QLatin1Char(':'));
    if (emptyCounts)
        rest.remove(0, 1);
    if (rest.isEmpty())
        return std::nullopt;
    const bool set = variables.contains(name) && !(emptyCounts && value.isEmpty());
    const QString word = expand(rest.mid(1), variables, depth + 1);
    switch (rest.at(0).unicode()) {
    case u'-':
        return set ? value : word;
    case u'+':
        return set ? word : QString();
    case u'?':
        return set ? value : QString();
    default:
        return std::nullopt;
    }
}

QString expand(const QString &text, const QProcessEnvironment &variables, int depth)
{
    if (depth > deepestNesting || !text.contains(QLatin1Char('$')))
        return text;
    QString result;
    qsizetype i = 0;
    while (i < text.size()) {
        const QChar c = text.at(i);
        const QChar next = i + 1 < text.size() ? text.at(i + 1) : QChar();
        if (c != QLatin1Char('$')) {
            result += c;
            ++i;
        } else if (next == QLatin1Char('$')) {
            result += c;
            i += 2;
        } else if (next == QLatin1Char('{')) {
            const qsizetype end = closingBrace(text, i + 2);
            const std::optional<QString> value
                = end < 0 ? std::nullopt : braced(text.mid(i + 2, end - i - 2), variables, depth);
            if (!value) {
                result += c;
                ++i;
            } else {
                result += *value;
                i = end + 1;
            }
        } else {
            const qsizetype end = nameEnd(text, i + 1);
            if (end == i + 1)
                result += c;
            else
                result += variables.value(text.mid(i + 1, end - i - 1));
            i = end;
        }
    }
    return result;
}

} // namespace

QString interpolated(const QString &text, const QProcessEnvironment &variables)
{
    return expand(text, variables, 0);
}

QProcessEnvironment environmentFromFile(const QByteArray &text)
{
    QProcessEnvironment result;
    const QList<QByteArray> lines = text.split('\n');
    for (const QByteArray &raw : lines) {
        QString line = QString::fromUtf8(raw).trimmed();
        if (line.startsWith(QLatin1String("export ")))
            line = line.mid(7).trimmed();
        const qsizetype equals = line.indexOf(QLatin1Char('='));
        if (line.startsWith(QLatin1Char('#')) || equals <= 0)
            continue;
        const QString name = line.left(equals).trimmed();
        QString value = line.mid(equals + 1).trimmed();
        const QChar quote = value.isEmpty() ? QChar() : value.at(0);
        const qsizetype end = quote == QLatin1Char('"') || quote == QLatin1Char('\'') ? value.indexOf(quote, 1) : -1;
        if (end > 0) {
            value = value.mid(1, end - 1);
        } else if (const qsizetype comment = value.indexOf(QLatin1String(" #")); comment >= 0) {
            value = value.left(comment).trimmed();
        }
        result.insert(name, value);
    }
    return result;
}

} // namespace Gantry
