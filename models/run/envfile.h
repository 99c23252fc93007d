// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace Gantry {

/// A file of variables, by the rules of `docker run --env-file` (cli/opts/file.go): NAME=value a line, # comments, no
/// quoting; a name alone takes the value of the shell. Quotes around a whole value and "export", which Compose's .env
/// knows, are taken off, since nobody means them.
struct EnvFile
{
    Q_DECLARE_TR_FUNCTIONS(Gantry::EnvFile)

public:
    QStringList variables; ///< "NAME=value"
    QStringList problems; ///< of lines that are none, translated

    static EnvFile parse(QByteArrayView bytes);
    /// Reads files of at most 1 MiB; call it in the pool.
    static EnvFile read(const QString &path);
};

} // namespace Gantry
