// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Gantry {

/// The text as a tooltip that shows it literally, whatever markup it contains, keeps its line breaks and wraps long
/// lines. Empty for an empty text.
QString plainToolTip(const QString &text);

} // namespace Gantry
