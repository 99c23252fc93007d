// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Gantry {

/// The program's own version, "MAJOR.MINOR.PATCH", as CMakeLists.txt states it.
QString gantryVersion();

} // namespace Gantry
