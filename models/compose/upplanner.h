// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compose/composearguments.h"
#include "compose/composemodel.h"
#include "compose/composerun.h"
#include "compose/upplan.h"
#include "engine/containerstore.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>

namespace Gantry {

/// Finds out what an up would do, by asking Compose: the files first (which tells an invalid one), then a dry run
/// (Compose 2) or the configuration hashes (Compose 1, or when the dry run fails), then why. Changes nothing.
class UpPlanner : public QObject
{
    Q_OBJECT

public:
    /// \a base: the tool, the environment and the working directory of the runs; its arguments are ignored.
    UpPlanner(const ComposeInvocation &base, const Project &project, const UpOptions &options,
              ContainerStore *containers, QObject *parent);

    void start();
    /// Ends the run that is on its way; planned() does not come then.
    void cancel();

Q_SIGNALS:
    /// Compose accepted the files: what they amount to.
    void modelRead(const Gantry::ComposeModel &model);
    void planned(const Gantry::UpPlan &plan);

private:
    void run(const QStringList &arguments, const std::function<void(const ComposeRun &)> &then);
    void readHashes();
    /// \a changed: services whose own configuration differs.
    QString reason(const QString &name, const QStringList &changed, const UpPlan &plan) const;

    ComposeInvocation m_base;
    Project m_project;
    UpOptions m_options;
    ContainerStore *m_containers;
    QPointer<ComposeRun> m_run;
    ComposeModel m_model;
    std::optional<UpPlan> m_dryRun;
};

} // namespace Gantry
