// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Gantry {

/// One step of a build, as far as it has come.
struct BuildStep
{
    enum class State { Waiting, Running, Done, Cached, Failed, Cancelled };

    QString key; ///< the builder's own name for it
    QString number; ///< "2/8"; with the stage in front where there are several: "base 2/2"
    QString instruction; ///< "RUN make", or what a builder does besides: "load build context"
    int line = 0; ///< where it begins in the Dockerfile; 0 where it does not stand there
    int lastLine = 0;
    State state = State::Waiting;
    qint64 duration = -1; ///< milliseconds, once it has ended
    QString output; ///< bounded to the last 256 KiB; untrusted plain text
    QString problem; ///< the builder's words for its failure

    bool hasEnded() const { return state != State::Waiting && state != State::Running; }
};

} // namespace Gantry
