// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compose/project.h"

#include <QStringList>

namespace Gantry {

/// What an up would do to the containers of a project.
struct UpPlan
{
    struct Change
    {
        QString service;
        QString reason; ///< translated, plain text; empty when it is not known

        friend bool operator==(const Change &, const Change &) = default;
    };

    QString project;
    QList<Change> recreated; ///< services whose containers would be replaced
    QStringList created; ///< services that would get (more) containers
    QStringList started; ///< services whose containers would only be started
    QString problem; ///< Compose's own words when it refuses the files; everything else is empty then
    QString note; ///< translated: what holds for all of them, for instance the other major version

    bool recreates() const { return !recreated.isEmpty(); }
    friend bool operator==(const UpPlan &, const UpPlan &) = default;

    /// Reads what `docker compose --dry-run … up -d` printed. Lines that are not understood are skipped.
    static UpPlan fromDryRun(const Project &project, const QString &output);
    /// Compares `config --hash '*'` (lines "service hash") with the containers' labels; \a hashes by container id.
    static UpPlan fromHashes(const Project &project, const QString &output, const QHash<QString, QString> &hashes);
    /// All services that have containers: an up with --force-recreate, or by the other major version.
    static UpPlan recreatingAll(const Project &project, const QStringList &services, const QString &reason);
};

} // namespace Gantry
