// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/middleleftout.h"

#include <QString>

namespace Gantry {

/// What is shown for a character of a text from outside: itself, or a symbol for a control character, and U+FFFD for
/// one that would turn the direction of its neighbours or break the line without being seen as a line break.
QChar visible(QChar character);

/// The same of a whole text; its line breaks and tabs stay.
QString visible(QString text);

/// The text for a place of one line, such as a row of a list: with spaces in place of its line breaks and tabs, since
/// what follows a line break could pass for another entry, all else visible (as are they where there is nothing else),
/// and of a text longer than \a most characters, which no line shows, only the beginning and the end.
QString oneLine(QString text, qsizetype most = 600);

/// A name or path within a sentence, where nothing elides it.
QString shortName(const QString &name);

} // namespace Gantry
