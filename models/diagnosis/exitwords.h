// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

namespace Gantry {

/// What an exit code says in words. Codes above 128 are what a shell and the engines make of a signal; 125 to 127 are
/// the engine's own where the command did not run (https://docs.docker.com/engine/containers/run/#exit-status).
class ExitWords
{
    Q_DECLARE_TR_FUNCTIONS(Gantry::ExitWords)

public:
    /// What the code means, in whole sentences.
    static QString meaning(int code, bool outOfMemory);
    /// "SIGKILL" for 137; empty where the code tells of no signal.
    static QString signalName(int code);
};

} // namespace Gantry
