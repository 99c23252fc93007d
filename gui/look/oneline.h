// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Gantry {

/// The text with spaces in place of its line breaks and tabs. For names from outside in a place of one line, such as a
/// row of a list, where a line break would make two and could pass for another entry.
QString oneLine(QString text);

} // namespace Gantry
