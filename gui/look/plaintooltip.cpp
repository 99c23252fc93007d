// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/plaintooltip.h"

using namespace Qt::StringLiterals;

namespace Gantry {

QString plainToolTip(const QString &text)
{
    if (text.isEmpty())
        return {};
    // Only rich text wraps in a tooltip, so the text becomes rich text with nothing in it that means anything.
    return u"<p style=\"white-space:pre-wrap\">%1</p>"_s.arg(text.toHtmlEscaped());
}

} // namespace Gantry
