// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Gantry {

/// The script with each password as '***': PASSWORD '…' (roles, options of user mappings), password=… in connection
/// strings and user:…@ in URIs, also inside strings and dollar quotes that are executed.
QString withoutPasswords(const QString &script);

/// Whether *** stands in the script where a password would, as withoutPasswords() leaves it. Run like that it would
/// become the password.
bool hasMaskedPassword(const QString &script);

} // namespace Gantry
