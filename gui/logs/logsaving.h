// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/logsave.h"

namespace Gantry {

class Workbench;

/// Asks for a file, to be called like \a name, and saves the lines of a log to it, as an operation that outlives its
/// log view. What is saved is what there is when the file is chosen; \a commands say the same in a shell.
void saveLog(Workbench *workbench, const QString &name, const QList<QStringList> &commands, const LogBuffer *buffer,
             const LogSave::Options &options, QWidget *parent);

} // namespace Gantry
