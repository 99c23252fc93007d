// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compose/composearguments.h"
#include "compose/composecli.h"
#include "compose/composerun.h"
#include "compose/projectstore.h"
#include "compose/upplan.h"
#include "engine/engine.h"
#include "operations/operationlog.h"

#include <QFuture>
#include <QHash>
#include <QObject>
#include <QPointer>

#include <functional>

namespace Gantry {

class EngineRoute;
class UpPlanner;

/// What a user can do to projects and their services. Each call makes one visible operation with its equivalent
/// command. Whole projects go through the Compose CLI where it and the files are at hand, else through the Engine API
/// in the order of the dependencies; a single service always through the Engine API, which leaves the others alone.
class ProjectCommands : public QObject
{
    Q_OBJECT

public:
    /// Asked before an up that would recreate containers; call the answer once, at any later time.
    using Answer = std::function<void(bool go)>;
    using Confirm = std::function<void(const UpPlan &plan, const Answer &answer)>;

    ProjectCommands(Engine *engine, ProjectStore *store, ComposeCli *cli, OperationLog *log, QObject *parent = nullptr);
    ~ProjectCommands() override;

    ComposeCli *cli() const { return m_cli; }
    ProjectStore *store() const { return m_store; }

    /// Why an up cannot be done now, translated; empty if it can.
    QString upObstacle(const QString &project) const;
    /// Whether the tool that up would use cannot act on a project of this name.
    bool refusesName(const QString &project) const;
    /// The tool that up would use; nothing if none.
    std::optional<ComposeProgram> upProgram(const QString &project) const;

    /// `up -d`. With \a confirm, what would be recreated is found out first and asked about.
    Operation *up(const QString &project, const UpOptions &options, const Confirm &confirm = {});
    /// Starts the containers that exist, dependencies first.
    Operation *start(const QString &project);
    Operation *stop(const QString &project);
    Operation *restart(const QString &project);
    /// Removes the project's containers and networks, and with \a volumes its volumes with their data.
    Operation *down(const QString &project, bool volumes = false);

    Operation *startService(const QString &project, const QString &service);
    Operation *stopService(const QString &project, const QString &service);
    Operation *restartService(const QString &project, const QString &service);

    /// Names of the volumes that `down` with volumes removes: those labelled with the project, and the anonymous ones
    /// of its containers.
    QStringList volumesOf(const QString &project) const;
    /// What an up would create and recreate, and why.
    QFuture<UpPlan> plan(const QString &project, const UpOptions &options);
    /// Whether the files and a tool that judges them are at hand.
    bool canCheck(const QString &project) const;
    /// Lets Compose read the project's files: the store receives the exact model, Compose's own error, or that it did
    /// not answer in time; it is ended then.
    void check(const QString &project);
    /// How long check() waits for Compose; 20 s unless set.
    void setCheckPatience(int milliseconds) { m_checkPatience = milliseconds; }
    int checkPatience() const { return m_checkPatience; }

    /// Which route a whole-project action takes; for tests and explanations.
    enum class Route { SecondByName, FirstByFiles, EngineApi };
    Route route(const Project &project) const;

private:
    ComposeInvocation invocation(const ComposeProgram &program, const Project &project,
                                 const QStringList &arguments) const;
    Operation *begin(const QString &title, const QStringList &command, const Project &project,
                     const QStringList &containers);
    Operation *run(const QString &title, const QString &project, const QStringList &verb,
                   const std::function<void(EngineRoute *)> &direct);
    Operation *runService(const QString &title, const QString &verb, const QString &project, const QString &service,
                          const std::function<void(EngineRoute *)> &direct);
    /// The nearest command for projects whose name no Compose takes.
    QStringList withoutCompose(const QStringList &verb, const Project &project) const;
    void startDirect(Operation *operation, const Project &project, const std::function<void(EngineRoute *)> &direct);
    UpPlanner *planner(const ComposeProgram &program, const Project &project, const UpOptions &options);
    void planThenUp(Operation *operation, const ComposeProgram &program, const UpOptions &options,
                    const Confirm &confirm);
    void dropCheck(const QString &project);
    void execute(Operation *operation, const QList<ComposeInvocation> &invocations, const QString &project);
    void executeUp(Operation *operation, const ComposeProgram &program, const UpOptions &options,
                   const Project &project);
    bool isPodman() const;
    /// How a command line begins that runs \a program for this engine.
    QStringList shown(const ComposeProgram &program, const QStringList &variables = {}) const;
    /// "NAME=value": what the environment lacks for \a program to get along with this engine.
    QStringList variables(const ComposeProgram &program) const;
    /// What a command line names where no tool was found or none is used.
    ComposeProgram unfound(const Project &project) const;

    Engine *m_engine;
    ProjectStore *m_store;
    ComposeCli *m_cli;
    OperationLog *m_log;
    QHash<QString, QPointer<ComposeRun>> m_checks; ///< by project
    int m_checkPatience = 20'000;
};

} // namespace Gantry
