// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gantryversion.h"

namespace Gantry {

QString gantryVersion()
{
    return QStringLiteral(GANTRY_VERSION);
}

} // namespace Gantry
