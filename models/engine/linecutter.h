// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <utility>

namespace Gantry {

/// Cuts text or bytes that come in pieces, cut anywhere, into lines.
template <typename Text> class LineCutter
{
public:
    /// A line longer than that is dropped, up to its line break.
    explicit LineCutter(qsizetype longest)
        : m_longest(longest)
    {
    }

    /// Calls \a take with each line that has come to its end, without its line break.
    template <typename Take> void feed(const Text &piece, Take take)
    {
        constexpr typename Text::value_type lineBreak(u'\n');
        const qsizetype known = m_rest.size(); // without a line break
        m_rest += piece;
        qsizetype begin = 0;
        for (qsizetype end = m_rest.indexOf(lineBreak, known); end >= 0; end = m_rest.indexOf(lineBreak, begin)) {
            if (!std::exchange(m_dropping, false) && end - begin <= m_longest)
                take(m_rest.mid(begin, end - begin));
            begin = end + 1;
        }
        m_rest.remove(0, begin);
        m_dropping |= m_rest.size() > m_longest;
        if (m_dropping)
            m_rest.clear();
    }
    /// What came last may have no line break.
    Text takeRest()
    {
        m_dropping = false;
        return std::exchange(m_rest, {});
    }

private:
    Text m_rest;
    qsizetype m_longest;
    bool m_dropping = false; ///< the rest of a line that was too long
};

} // namespace Gantry
