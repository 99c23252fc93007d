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
    /// \a compiled as by LogPattern::compiled().
    LogSearch(const LogPattern &pattern, const QRegularExpression &compiled);

    /// The lines of a block, counted from its first, in which the pattern occurs, until \a cancelled.
    std::vector<quint32> lines(const LogBlock &block, const std::atomic_bool &cancelled) const;

private:
    /// Which texts to look for in these lines: for each alternative the one that is rare. None where that is no help.
    QByteArrayList needlesFor(const LogChunk &chunk, qsizetype first) const;
    /// Lines that hold a needle, and those whose text is not what its bytes say.
    std::vector<qsizetype> candidates(const LogChunk &chunk, qsizetype first, const QByteArrayList &needles) const;
    bool occursIn(QByteArrayView line) const;
    std::vector<quint32> linesOfText(const LogChunk &chunk, qsizetype first, const std::atomic_bool &cancelled) const;
    const char *find(const char *begin, const char *end, const QByteArray &needle) const;

    QRegularExpression m_compiled;
    QList<QByteArrayList> m_needles; ///< as LogPattern::needles(), in lower case where any case is meant
    bool m_anyCase;
    bool m_isWhole; ///< where the needle stands the pattern occurs
    bool m_hasFoldings = false; ///< characters beyond ASCII are the needles' in another case
};

} // namespace Gantry
