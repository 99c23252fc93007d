// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Gantry {

/// What a user can do about a failure that an engine described in these words, translated; empty when unknown.
QString serverAdvice(const QString &words);

} // namespace Gantry
