// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>

#include <optional>
#include <span>

namespace Gantry {

/// One cause by which containers stop: how it is known, and what is to be said of it. The rules are data, in
/// causerules.cpp; the first that fits counts, so the exact ones come before the general ones.
struct CauseRule
{
    /// Where the pattern is looked for.
    enum Where : quint8 {
        Log = 1, ///< the last lines of the log
        Engine = 2, ///< the engine's words about a failed start
        Probe = 4, ///< the output of the last failed health check
    };

    const char *id; ///< untranslated, for tests
    int where; ///< 0 where the exit code is enough
    /// "132 134": it ended with one of these; "oom": the engine says that memory ran out. Null for any end.
    const char *ending;
    /// A regular expression; "^" and "$" are at the lines' ends. What its named groups caught is put into the texts in
    /// place of "{name}", as are the facts of the container that factsOf() in diagnosis.cpp names. Lines that groups
    /// caught something of are those that matter.
    const char *pattern;
    const char *title; ///< QT_TRANSLATE_NOOP, all of them
    const char *words;
    const char *fix;
    const char *place; ///< where to change it

    using Captures = QHash<QString, QString>;
    struct Match
    {
        Captures captures;
        QList<qsizetype> places; ///< where groups begin, or the whole
        qsizetype end = 0;
    };

    bool fitsEnding(int exitCode, bool outOfMemory) const;
    /// Where it fits last in \a text: what happened last is what ended it.
    std::optional<Match> match(const QString &text) const;
    /// One of the texts, translated, with what is known put in.
    static QString filled(const char *text, const Captures &known);

    static std::span<const CauseRule> all();
};

} // namespace Gantry
