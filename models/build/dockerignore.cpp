// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "build/dockerignore.h"

#include "engine/middleleftout.h"

#include <QDir>

namespace Gantry {

using namespace Qt::StringLiterals;

DockerIgnore::DockerIgnore(const QString &text, const QString &name)
{
    const QStringList lines = text.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        QString line = lines.at(i);
        if (i == 0 && line.startsWith(QChar(0xFEFF)))
            line.remove(0, 1);
        // A comment begins in the first column only.
        if (line.startsWith(u'#'))
            continue;
        line = line.trimmed();
        if (line.isEmpty())
            continue;
        const bool exception = line.startsWith(u'!');
        if (exception)
            line = line.mid(1).trimmed();
        const QString pattern = cleaned(line);
        const Rule rule = isValid(pattern) ? compiled(pattern, exception) : Rule();
        // Docker takes a pattern for an expression as it stands, which one with odd brackets is not.
        if (rule.pattern.isEmpty() || !rule.expression.isValid()) {
            m_problem = tr("Line %1 of %2 is no pattern: “%3”.", "a number; .dockerignore; the line")
                            .arg(QString::number(i + 1), middleLeftOut(name), middleLeftOut(lines.at(i).trimmed()));
            return;
        }
        m_rules << rule;
        m_hasExceptions |= exception;
    }
}

/// Go's filepath.Clean, and without a leading slash: the folder is the root.
QString DockerIgnore::cleaned(const QString &pattern)
{
    if (pattern.isEmpty())
        return {};
    const bool absolute = pattern.startsWith(u'/');
    QStringList parts;
    const QStringList given = pattern.split(u'/', Qt::SkipEmptyParts);
    for (const QString &part : given) {
        if (part == "."_L1)
            continue;
        if (part == ".."_L1 && !parts.isEmpty() && parts.last() != ".."_L1)
            parts.removeLast();
        else if (part != ".."_L1 || !absolute)
            parts << part;
    }
    if (parts.isEmpty())
        return absolute ? u"/"_s : u"."_s;
    return parts.join(u'/');
}

/// Go's filepath.Match refuses an open bracket, an empty range, and a backslash at the end.
bool DockerIgnore::isValid(const QString &pattern)
{
    const qsizetype size = pattern.size();
    qsizetype i = 0;
    const auto takesCharacter = [&] {
        if (i >= size || pattern[i] == u'-' || pattern[i] == u']')
            return false;
        if (pattern[i] == u'\\' && ++i >= size)
            return false;
        return ++i < size;
    };
    while (i < size) {
        const QChar c = pattern[i++];
        if (c == u'\\' && i++ >= size)
            return false;
        if (c != u'[')
            continue;
        if (i < size && pattern[i] == u'^')
            ++i;
        for (int ranges = 0; ranges == 0 || i >= size || pattern[i] != u']'; ++ranges) {
            if (!takesCharacter())
                return false;
            if (pattern[i] == u'-') {
                ++i;
                if (!takesCharacter())
                    return false;
            }
        }
        ++i;
    }
    return true;
}

DockerIgnore::Rule DockerIgnore::compiled(const QString &pattern, bool exception)
{
    Rule rule;
    rule.exception = exception;
    rule.pattern = pattern;
    QString expression;
    const auto peek = [&pattern](qsizetype at) { return at < pattern.size() ? pattern[at] : QChar(); };
    for (qsizetype i = 0, begun = 0; i < pattern.size(); ++begun) {
        const QChar c = pattern[i++];
        if (c == u'*' && peek(i) == u'*') {
            ++i;
            if (peek(i) == u'/')
                ++i;
            if (i >= pattern.size()) {
                if (rule.kind == Kind::Exact) {
                    rule.kind = Kind::Prefix;
                } else {
                    expression += ".*"_L1;
                    rule.kind = Kind::Expression;
                }
            } else {
                expression += "(.*/)?"_L1;
                rule.kind = Kind::Expression;
            }
            if (begun == 0)
                rule.kind = Kind::Suffix;
        } else if (c == u'*') {
            expression += "[^/]*"_L1;
            rule.kind = Kind::Expression;
        } else if (c == u'?') {
            expression += "[^/]"_L1;
            rule.kind = Kind::Expression;
        } else if (c == u'\\') {
            expression += QRegularExpression::escape(QString(peek(i++)));
            rule.kind = Kind::Expression;
        } else if (c == u'[' || c == u']') {
            expression += c;
            rule.kind = Kind::Expression;
        } else if (QStringView(u".+()|{}$").contains(c)) {
            expression += u'\\' + QString(c);
        } else {
            expression += c;
        }
    }
    if (rule.kind == Kind::Expression)
        rule.expression = QRegularExpression(QRegularExpression::anchoredPattern(expression),
                                             QRegularExpression::DotMatchesEverythingOption);
    return rule;
}

bool DockerIgnore::Rule::matches(const QString &path) const
{
    switch (kind) {
    case Kind::Exact:
        return path == pattern;
    case Kind::Prefix:
        return path.startsWith(QStringView(pattern).chopped(2));
    case Kind::Suffix: {
        const QStringView end = QStringView(pattern).mid(2);
        return path.endsWith(end) || (end.startsWith(u'/') && path == end.mid(1));
    }
    case Kind::Expression:
        return expression.match(path).hasMatch();
    }
    return false;
}

bool DockerIgnore::ignores(const QString &path) const
{
    bool ignored = false;
    for (const Rule &rule : m_rules) {
        if (rule.exception != ignored)
            continue;
        bool matches = rule.matches(path);
        for (qsizetype slash = path.indexOf(u'/'); !matches && slash >= 0; slash = path.indexOf(u'/', slash + 1))
            matches = rule.matches(path.left(slash));
        if (matches)
            ignored = !rule.exception;
    }
    return ignored;
}

bool DockerIgnore::ignoresAllBelow(const QString &folder) const
{
    if (!m_hasExceptions)
        return true;
    const QString below = folder + u'/';
    for (const Rule &rule : m_rules) {
        // What has a wildcard may match anywhere.
        if (rule.exception && (rule.kind != Kind::Exact || (rule.pattern + u'/').startsWith(below)))
            return false;
    }
    return true;
}

void DockerIgnore::keep(const QString &path)
{
    if (!ignores(path))
        return;
    Rule rule;
    rule.exception = true;
    rule.pattern = path;
    m_rules << rule;
    m_hasExceptions = true;
}

} // namespace Gantry
