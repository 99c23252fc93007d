// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/cellroles.h"

#include <QColor>
#include <QPalette>

#include <array>

namespace Gantry {

/// Every colour of the program. A painter asks for Tokens::of(widget->palette()) each time it paints, so that a
/// change of theme needs nothing but the repaint that comes with it.
struct Tokens
{
    struct Pair
    {
        QColor text;
        QColor tint;
    };

    QColor base; ///< content
    QColor chrome; ///< menu bar, navigation, Operations, status line
    QColor sunken; ///< code boxes, key hints
    QColor line; ///< separators
    QColor lineStrong; ///< borders of buttons and fields
    QColor text, text2, text3; ///< values; secondary cells and icons; captions, units, headers
    QColor disabled;
    QColor accent;
    QColor accentFill, accentFillHover, onAccent; ///< the primary button
    QColor accentTint; ///< chosen chip, checked button, information banner
    QColor selection, hover; ///< on base
    QColor chromeSelection, chromeHover; ///< on chrome
    QColor match, currentMatch; ///< search
    QColor toolTipBase, toolTipText;
    Pair green, blue, orange, amber, violet, grey, red;
    std::array<QColor, 6> services; ///< of merged logs, in this order
    QColor keyword, string, number, comment, operatorText; ///< code
    bool isDark = false;

    static const Tokens &lightTheme();
    static const Tokens &darkTheme();
    /// The tokens that fit a palette: dark ones where its text is lighter than its window.
    static const Tokens &of(const QPalette &palette);

    QPalette palette() const;
    QColor color(Tone tone) const;
    /// The background that goes with a tone.
    QColor tint(Tone tone) const;
    /// Colour and tint of a state.
    const Pair &state(StateLook look) const;
};

} // namespace Gantry
