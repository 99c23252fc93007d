// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compose/project.h"

#include <QProcessEnvironment>

namespace Gantry {

/// What Gantry wants to know of Compose files: names, order, ports and volumes, never the environment's values.
/// The Compose CLI is the authority (fromConfigJson, fromConfigYaml); fromFiles() is a quick look without it, for
/// immediate display: it merges the files service by service and knows no `extends`, `include` or `<<`.
/// Format: https://github.com/compose-spec/compose-spec/blob/main/spec.md
struct ComposeModel
{
    QString name; ///< top-level `name`
    QList<ProjectService> services; ///< by name; inFile is set, nothing of the engine is
    QStringList volumes; ///< keys of `volumes`, sorted, without external ones
    QStringList profiles; ///< all that services name, sorted
    QString problem; ///< the parser's words and place; everything else is empty then

    /// Output of `docker compose config --format json` (Compose 2).
    static ComposeModel fromConfigJson(const QByteArray &json);
    /// Output of `docker-compose config` (Compose 1), which is interpolated already.
    static ComposeModel fromConfigYaml(const QByteArray &yaml);
    /// Reads and merges files of at most 4 MiB; variables are taken from \a environment. Call it in the pool.
    static ComposeModel fromFiles(const QStringList &files, const QProcessEnvironment &environment);

    friend bool operator==(const ComposeModel &, const ComposeModel &) = default;
};

} // namespace Gantry
