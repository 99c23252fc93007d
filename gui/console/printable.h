// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QFont;

namespace Gantry {

/// One line that shows every character of a value from outside: line ends, tabs and control characters as symbols, and
/// characters that turn the direction of text as U+FFFD, so that a value cannot disguise itself or its neighbours.
QString printable(QString text);

/// The same of each line, cut into lines that are not wider than \a width pixels; at most so many, the last of which
/// then ends with an ellipsis.
QString printableLines(const QString &message, const QFont &font, int width, int most);

} // namespace Gantry
