// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace Gantry {

/// Compares names as people sort them: without regard to case, and numbers by their value ("web-2" before "web-10").
/// Negative, 0 or positive; 0 only for texts that are equal but for case.
int compareNaturally(QStringView a, QStringView b);

} // namespace Gantry
