// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vterm.h>

// Debian 12 has libvterm 0.1.4, Debian 13 has 0.3.3.
#define GANTRY_VTERM_IS_NEW (VTERM_VERSION_MAJOR > 0 || VTERM_VERSION_MINOR >= 3)
