// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Gantry {

class FileExport;
class Operation;

/// Starts the export as what \a operation does: it can be cancelled with it, ends it, and is deleted after that. What
/// is to be said at its end is connected before.
void startExport(FileExport *file, Operation *operation);

} // namespace Gantry
