// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compose/project.h"
#include "items/cellroles.h"
#include "operations/operationlog.h"

#include <QCoreApplication>

namespace Gantry {

/// How the state of a project and of its services is said and shown, the same on every page.
class ProjectWords
{
    Q_DECLARE_TR_FUNCTIONS(Gantry::ProjectWords)

public:
    /// "4 of 6 running", "not created".
    static QString state(const Project &project);
    static QString running(int running, int expected);
    /// Of the service that most needs a look: a failed one before one that is starting before one that runs.
    static StateLook look(const Project &project);
    /// "running", "exited (1)", "not created", or the profile of a service that an up leaves out.
    static QString state(const ProjectService &service);
    static StateLook look(const ProjectService &service);
    /// Why an up leaves the service out and how it would not; empty where there is nothing to explain.
    static QString explanation(const ProjectService &service);
    /// What an operation is doing to one of these subjects, "stopping…"; empty if none is.
    static QString busy(const OperationLog &log, const QStringList &subjects);
    /// "db (healthy), cache, migrate (completed)".
    static QString waitsFor(const ProjectService &service);
    /// "profile dev", "profiles dev, ops"; empty where none is active.
    static QString profiles(const QStringList &names);
};

} // namespace Gantry
