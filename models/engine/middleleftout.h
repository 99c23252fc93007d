// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Gantry {

/// The longest name or path within a sentence: one from outside may have any length, and the words beside it count
/// more.
inline constexpr qsizetype LongestInSentence = 80;

/// Of a text longer than \a most characters the beginning and the end, else the text.
QString middleLeftOut(const QString &text, qsizetype most = LongestInSentence);

} // namespace Gantry
