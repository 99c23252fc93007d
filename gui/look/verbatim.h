// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Gantry {

/// The text for a button, tab or menu entry in which "&" makes no mnemonic: names from outside may have one.
QString verbatim(QString text);

} // namespace Gantry
