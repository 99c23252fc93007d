// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QsciScintillaBase;

namespace Gantry {

/// Makes the editor show, such as "RLO", what it does not show by itself: the characters that turn the direction of
/// text, with which a file can look like another one than it is, and DEL.
void showHiddenCharacters(QsciScintillaBase *editor);

} // namespace Gantry
