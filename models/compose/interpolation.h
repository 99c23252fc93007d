// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcessEnvironment>
#include <QString>

namespace Gantry {

/// Replaces variables as Compose does: `$NAME`, `${NAME}`, `${NAME:-default}`, `${NAME-default}`, `${NAME:+other}`,
/// `${NAME+other}`, `${NAME:?message}`; `$$` is a dollar. Unset variables are empty; a malformed reference stays as it
/// is. Source: compose-spec, "Interpolation".
QString interpolated(const QString &text, const QProcessEnvironment &variables);

/// Variables of a `.env` file's text: `NAME=value` lines, `export`, comments, single and double quotes. References to
/// other variables are left alone.
QProcessEnvironment environmentFromFile(const QByteArray &text);

} // namespace Gantry
