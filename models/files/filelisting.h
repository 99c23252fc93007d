// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files/fileentry.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace Gantry::FileListing {

/// The engine has no call that lists a folder: a program in the container does. These are the ways to ask, the best
/// one first; each is unambiguous whatever the names hold, line breaks too.
enum class Way {
    Find, ///< GNU find, which prints all of it by itself
    Shell, ///< a shell with find, stat and readlink, as BusyBox and toybox have them
};

/// The command that lists \a folder, a whole path. No name in the container becomes an option or a part of a script.
QStringList command(Way way, const QString &folder);

/// What that printed. Nothing where it is something else. What is cut off, or no name, is left out.
std::optional<QList<FileEntry>> parse(Way way, const QByteArray &output);

} // namespace Gantry::FileListing
