// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/logblock.h"
#include "engine/logpattern.h"

#include <atomic>
#include <vector>

namespace Gantry {

/// Looks for a pattern in the lines of a log as bytes, and makes text only of those where it may occur. For any thread.
class LogSearch
{
public:
    /// A line, counted from the first of its block, in which the pattern occurs more than once.
    struct Several
    {
        quint32 line = 0;
        quint32 times = 0;
    };

    struct Found
    {
        std::vector<quint32> lines; ///< in which it occurs, counted from the first of the block
        std::vector<Several> several; ///< those of them with more than one, where they are counted
    };

    /// \a compiled as by LogPattern::compiled(). Looks for one occurrence a line unless it \a countsAll.
    LogSearch(const LogPattern &pattern, const QRegularExpression &compiled, bool countsAll);

    /// What a block has, until \a cancelled.
    Found lines(const LogBlock &block, const std::atomic_bool &cancelled) const;

private:
    /// Which texts to look for in these lines: for each alternative the one that is rare. None where that is no help.
    QByteArrayList needlesFor(const LogChunk &chunk, qsizetype first) const;
    /// Lines that hold a needle, and those whose text is not what its bytes say.
    std::vector<qsizetype> candidates(const LogChunk &chunk, qsizetype first, const QByteArrayList &needles) const;
    /// How often it occurs, empty occurrences being one at most; no more than 1 unless all are counted.
    quint32 timesIn(const QString &line) const;
    quint32 timesIn(QByteArrayView line) const;
    /// The same where the needle is all that is looked for.
    quint32 timesAsItStands(QByteArrayView line, const QByteArray &needle) const;
    Found linesOfText(const LogChunk &chunk, qsizetype first, const std::atomic_bool &cancelled) const;
    const char *find(const char *begin, const char *end, const QByteArray &needle) const;

    QRegularExpression m_compiled;
    QList<QByteArrayList> m_needles; ///< as LogPattern::needles(), in lower case where any case is meant
    bool m_countsAll;
    bool m_anyCase;
    bool m_isWhole; ///< where the needle stands the pattern occurs
    bool m_hasFoldings = false; ///< characters beyond ASCII are the needles' in another case
};

} // namespace Gantry
