// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace Gantry {

/// Finds in what a program writes the bytes of control sequences (ECMA-48 5.4) that libvterm must not get. It never
/// comes back from REP ("CSI n b", the last character n times more) where nothing was written before, and 0.1.4 writes
/// parameters for which it has no room over its own memory.
class SequenceGuard
{
public:
    /// How many bytes come before the next one that it must not get; \a size where there is none. Sequences may be cut
    /// anywhere.
    qsizetype next(const char *bytes, qsizetype size);
    /// Whether the byte that was found is the end of a REP, which libvterm has but for that; else it is to be left out.
    bool isRepeat() const { return m_state == State::Text; }
    /// How often, as that says.
    int count() const { return m_number > 0 ? m_number : 1; }

    static constexpr int MostParameters = 16;
    static constexpr int MostTimes = 10'000;

private:
    enum class State { Text, Escape, Begun, Parameters };

    State m_state = State::Text;
    bool m_isPrivate = false;
    int m_parameters = 0;
    int m_number = 0; ///< the first of them
};

} // namespace Gantry
