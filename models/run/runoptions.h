// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

/// The options of `docker run` (cli 29) and `podman run`: which there are, and which take a value. Only so can be told
/// where the image begins.
namespace Gantry::RunOptions {

enum class Kind { Flag, Value };

/// Of a long option without its dashes; nothing for one that is unknown.
std::optional<Kind> kindOf(const QString &name);
/// The long option of a letter; empty for one that is unknown.
QString ofLetter(QChar letter);
/// Whether an option before the command takes a value: `docker -H unix:///x run`. \a option has its dashes.
bool isGlobalWithValue(const QString &option);

} // namespace Gantry::RunOptions
