// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Gantry {

class EngineError;

/// Why an operation failed, in parts, so that places of different size can say it. Untrusted plain text.
struct Failure
{
    QString fact; ///< what failed, a sentence
    QString words; ///< the server's or the program's own, in quotes; empty where the fact says it all
    QString advice; ///< what to do next; empty where nothing is known

    static Failure of(const EngineError &error);
    /// The words and the advice, each on a line of its own.
    QString reason() const;
    /// All of it, each part on a line of its own.
    QString text() const;
};

} // namespace Gantry
