// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QThreadPool;

namespace Gantry {

/// The threads of readings, copies and exports that wait for the engine: were they taken from the common pool, its work
/// would wait with them.
QThreadPool *transferPool();

} // namespace Gantry
