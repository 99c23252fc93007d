// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The accessible interface of scroll areas, in place of Qt's, which reads beyond its list when it is asked for a
/// scroll bar that has just been hidden: an assistive program that looks around while a page changes would end Gantry.
namespace Gantry::ScrollAccessible {

void install();

} // namespace Gantry::ScrollAccessible
