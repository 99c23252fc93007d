// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QRegularExpression>
#include <QString>
#include <QStringList>

namespace Gantry {

/// The rules of a .dockerignore file, as Docker's own reader and matcher have them
/// (github.com/moby/patternmatcher): the last rule that matches a path, or a folder above it, counts.
class DockerIgnore
{
    Q_DECLARE_TR_FUNCTIONS(Gantry::DockerIgnore)

public:
    DockerIgnore() = default;
    /// Reads the text of the file \a name. A rule that is none is told in problem().
    explicit DockerIgnore(const QString &text, const QString &name = QStringLiteral(".dockerignore"));

    /// Empty, or a translated sentence naming the line that Docker would refuse, too.
    const QString &problem() const { return m_problem; }
    bool isEmpty() const { return m_rules.isEmpty(); }
    /// Whether the path, relative to the folder and with slashes, is left out.
    bool ignores(const QString &path) const;
    /// Whether nothing below an ignored folder can be taken back in.
    bool ignoresAllBelow(const QString &folder) const;
    /// A path that is sent whatever the rules say: the engine needs the Dockerfile and this file itself.
    void keep(const QString &path);

private:
    enum class Kind { Exact, Prefix, Suffix, Expression };

    struct Rule
    {
        bool exception = false; ///< a rule with '!'
        Kind kind = Kind::Exact;
        QString pattern;
        QRegularExpression expression;

        bool matches(const QString &path) const;
    };

    static QString cleaned(const QString &pattern);
    static bool isValid(const QString &pattern);
    static Rule compiled(const QString &pattern, bool exception);

    QList<Rule> m_rules;
    bool m_hasExceptions = false;
    QString m_problem;
};

} // namespace Gantry
