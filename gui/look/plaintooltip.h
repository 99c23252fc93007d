// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace Gantry {

/// The text as a tooltip that shows it literally, whatever markup it contains, keeps its line breaks, wraps long
/// lines and breaks long words; of what would not fit a small screen, the beginning and the end. Empty for an empty
/// text.
QString plainToolTip(const QString &toolTip);

/// The text that such a tooltip shows, as it was.
QString toolTipText(const QString &toolTip);

/// Gives the widget the text as such a tooltip and as its accessible description: assistive programs take the tooltip
/// where there is none, and would read the markup out.
void setPlainToolTip(QWidget *widget, const QString &text);

} // namespace Gantry
