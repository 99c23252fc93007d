// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace Gantry {

/// Finds in what a program writes the parameters of control sequences (ECMA-48 5.4) that libvterm must not get: 0.1.4
/// writes those for which it has no room over its own memory.
class SequenceGuard
{
public:
    /// How many bytes come before the next one that it must not get; \a size where there is none. Sequences may be cut
    /// anywhere.
    qsizetype next(const char *bytes, qsizetype size);

    static constexpr int MostParameters = 16;

private:
    enum class State { Text, Escape, Begun, Parameters };

    State m_state = State::Text;
    int m_parameters = 0;
};

} // namespace Gantry
