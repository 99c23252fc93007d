// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace Gantry {

/// A word as a POSIX shell reads it back, whatever it holds, and without characters that the terminal itself would
/// obey.
QString shellWord(const QString &word);

/// A command, argument by argument, as one line to be pasted into a POSIX shell.
QString shellLine(const QStringList &command);

} // namespace Gantry
