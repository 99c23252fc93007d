// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <limits>
#include <utility>

namespace Gantry {

/// Cuts text or bytes that come in pieces, cut anywhere, into lines.
template <typename Text> class LineCutter
{
public:
    /// A line longer than that is dropped.
    explicit LineCutter(qsizetype longest = std::numeric_limits<qsizetype>::max())
        : m_longest(longest)
    {
    }

    /// Calls \a take with each line that has come to its end, without its line break.
    template <typename Take> void feed(const Text &piece, Take take)
    {
        constexpr typename Text::value_type lineBreak(u'\n');
        m_rest += piece;
        qsizetype begin = 0;
        for (qsizetype end = m_rest.indexOf(lineBreak); end >= 0; end = m_rest.indexOf(lineBreak, begin)) {
            take(m_rest.mid(begin, end - begin));
            begin = end + 1;
        }
        m_rest.remove(0, begin);
        if (m_rest.size() > m_longest)
            m_rest.clear();
    }
    /// What came last may have no line break.
    Text takeRest() { return std::exchange(m_rest, {}); }

private:
    Text m_rest;
    qsizetype m_longest;
};

} // namespace Gantry
