// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/diagnosis.h"

namespace Gantry {

/// Finds the source file that a diagnosis speaks of on this machine, and where it can, the line to change there. Reads
/// files: call it in the pool.
class SourceHint
{
    Q_DECLARE_TR_FUNCTIONS(Gantry::SourceHint)

public:
    static void add(const StopEvidence &evidence, Diagnosis *diagnosis);

    /// Where the file of a container lies on this machine: below a folder that is mounted there, or in the folder that
    /// its image is built from. Empty where there is none.
    static QString hostPath(const StopEvidence &evidence, const QString &path);
    /// The line of an ASGI or WSGI application's variable, if there is just one and it is not called \a wanted.
    static std::optional<SourceChange> renamed(const QString &text, const QString &wanted);

private:
    static void compareVariable(Diagnosis *diagnosis);
};

} // namespace Gantry
