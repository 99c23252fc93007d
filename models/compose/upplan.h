// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compose/project.h"

#include <QHash>
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
    QString problem; ///< Compose's own words when it refuses the files; everything else is empty then
    bool unstarted = false; ///< Compose could not even be started: the problem is the system's
    QString note; ///< translated: what holds for all of them, for instance the other major version

    bool recreates() const { return !recreated.isEmpty(); }
    friend bool operator==(const UpPlan &, const UpPlan &) = default;

    /// Reads what `docker compose --dry-run … up --no-start` printed (Compose 2): " Container tp1-api-1  Recreate".
    /// Lines that are not understood are skipped. \a names: container id → name.
    static UpPlan fromDryRun(const Project &project, const QHash<QString, QString> &names, const QString &output);
    /// Compares `config --hash '*'` (lines "service hash", Compose 1 and 2) with the hashes that the containers were
    /// made from. \a hashes: container id → label.
    static UpPlan fromHashes(const Project &project, const QHash<QString, QString> &hashes, const QString &output);
    /// Every service of \a services (all where empty) that has containers, for one reason.
    static UpPlan recreatingAll(const Project &project, const QStringList &services, const QString &reason);
};

} // namespace Gantry
