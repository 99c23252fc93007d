// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractItemView;

namespace Gantry {

/// Makes the row that is selected the current one, in a view of single selection that has its model. Assistive programs
/// can only select, and Qt leaves the current row where it was.
void letCurrentFollowSelection(QAbstractItemView *view);

} // namespace Gantry
