// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Gantry {

/// What an engine, a program or the system said, in the quotation marks of the user's language; empty if it said
/// nothing. Untrusted plain text, as \a words are.
QString quoted(const QString &words);

} // namespace Gantry
