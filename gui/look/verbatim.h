// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/middleleftout.h"

#include <QString>

namespace Gantry {

/// The text for a button, tab or menu entry in which "&" makes no mnemonic, a tab no second column, and
/// a long name no wide button: names from outside may have them.
QString verbatim(const QString &text, qsizetype most = LongestInSentence);

} // namespace Gantry
