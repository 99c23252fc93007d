// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/consolebackend.h"

namespace Gantry {

ConsoleBackend::~ConsoleBackend() = default;

} // namespace Gantry
