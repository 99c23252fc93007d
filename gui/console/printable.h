// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Gantry {

/// One line that shows every character of a value from outside: line ends, tabs and control characters as symbols, and
/// characters that turn the direction of text as U+FFFD, so that a value cannot disguise itself or its neighbours.
QString printable(QString text);

} // namespace Gantry
