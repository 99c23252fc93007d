// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

class QAbstractButton;
class QWidget;

namespace Gantry {

/// What a button is for, and so how it is drawn. One primary button a page.
enum class ButtonKind {
    Outlined, ///< the usual one
    Primary, ///< filled with the accent
    Ghost, ///< flat: actions on a list's selection
    Link, ///< accent text only
    Danger, ///< outlined, red text: destroys something
};

/// Sets the dynamic properties "kind" ("primary", "outlined", "ghost", "link", "danger") and, where small, "small"
/// (26 px, for banners), which the style reads.
void setButtonKind(QAbstractButton *button, ButtonKind kind, bool small = false);
ButtonKind buttonKind(const QWidget *button);
bool isSmallButton(const QWidget *button);

} // namespace Gantry
