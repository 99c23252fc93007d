// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/projectcommands.h"

#include "compose/composejob.h"
#include "compose/engineroute.h"
#include "compose/upplanner.h"
#include "engine/middleleftout.h"
#include "quoted.h"

#include <QDir>
#include <QPromise>
#include <QTimer>

#include <algorithm>
#include <memory>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

QString subject(const QString &project)
{
    return "project:"_L1 + project;
}

} // namespace

ProjectCommands::ProjectCommands(Engine *engine, ProjectStore *store, ComposeCli *cli, OperationLog *log,
                                 QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_store(store)
    , m_cli(cli)
    , m_log(log)
{
    // What Compose says of files that changed meanwhile holds no longer.
    connect(m_store, &ProjectStore::filesRead, this, &ProjectCommands::dropCheck);
}

ProjectCommands::~ProjectCommands() = default;

bool ProjectCommands::isPodman() const
{
    return m_engine->info().isPodman();
}

QStringList ProjectCommands::variables(const ComposeProgram &program) const
{
    QStringList variables = m_engine->info().traits.composeVariables(program.major());
    variables.removeIf([environment = m_cli->environment()](const QString &variable) {
        return environment.contains(variable.section(u'=', 0, 0));
    });
    return variables;
}

QStringList ProjectCommands::shown(const ComposeProgram &program, const QStringList &variables) const
{
    // That a plain podman reaches Podman says nothing of Docker's own tools.
    const bool ofDocker
        = program.kind == ComposeProgram::Kind::DockerPlugin || program.kind == ComposeProgram::Kind::Standalone;
    const bool reached = m_engine->commandPrefix().size() == 1 && !(isPodman() && ofDocker);
    return program.shownFor(reached ? QString() : m_engine->endpoint().address(), variables);
}

ComposeProgram ProjectCommands::unfound(const Project &project) const
{
    ComposeProgram program;
    if (project.podmanCompose || !m_engine->info().traits.hasComposeCommand)
        program.kind = ComposeProgram::Kind::PodmanCompose;
    else if (isPodman())
        program.kind = ComposeProgram::Kind::PodmanPlugin;
    return program;
}

std::optional<ComposeProgram> ProjectCommands::upProgram(const QString &project) const
{
    const bool podman = isPodman();
    const std::optional<ComposeProgram> matching = m_cli->matching(m_store->project(project), podman);
    return matching ? matching : m_cli->preferred(podman);
}

bool ProjectCommands::refusesName(const QString &project) const
{
    const std::optional<ComposeProgram> program = upProgram(project);
    return program && !program->takesName(project);
}

QString ProjectCommands::upObstacle(const QString &name) const
{
    const Project project = m_store->project(name);
    if (!m_engine->client())
        return tr("No engine is connected.");
    if (m_cli->isSearching() && m_cli->programs().isEmpty())
        return tr("Still looking for Docker Compose.");
    if (refusesName(name))
        return tr("Compose accepts only names of a-z, 0-9, - and _, and this project has another.");
    if (!project.files.missing.isEmpty()) {
        return tr("Up needs the project's files. %1 Open the Compose file to tell where it is now.")
            .arg(project.files.whyMissing);
    }
    if (project.files.configFiles.isEmpty()) {
        return project.problem.isEmpty()
            ? tr("Up needs the project's Compose file, and nothing tells where it is. Open it.")
            : project.problem;
    }
    if (!project.problem.isEmpty())
        return tr("Compose does not accept the file as it is: %1").arg(project.problem);
    if (!upProgram(name))
        return tr("Up needs Docker Compose, which was not found. Install the package docker-compose.");
    return {};
}

ProjectCommands::Route ProjectCommands::route(const Project &project) const
{
    const bool first = project.composeMajor() == 1;
    // Compose 2 leaves it to the engine how long a container may take to end.
    if (project.podmanCompose || !m_engine->info().traits.stopsGently)
        return Route::EngineApi;
    const QList<ComposeProgram> &programs = m_cli->programs();
    const auto has = [&programs, &project](bool (ComposeProgram::*kind)() const) {
        return std::any_of(programs.cbegin(), programs.cend(), [kind, &project](const ComposeProgram &each) {
            return each.kind != ComposeProgram::Kind::PodmanPlugin && (each.*kind)() && each.takesName(project.name);
        });
    };
    if (!first && has(&ComposeProgram::isSecond))
        return Route::SecondByName;
    const bool readable = project.problem.isEmpty() && project.unreadable.isEmpty();
    if (first && project.files.complete() && readable && has(&ComposeProgram::isFirst))
        return Route::FirstByFiles;
    return Route::EngineApi;
}

ComposeInvocation ProjectCommands::invocation(const ComposeProgram &program, const Project &project,
                                              const QStringList &arguments) const
{
    // Without files Compose would take those of its working directory or of a parent.
    const bool withFiles = arguments.contains(u"--file"_s);
    return {program, arguments,
            ComposeArguments::environment(m_cli->environment(), m_engine->endpoint(), variables(program)),
            withFiles ? project.files.workingDirectory : QDir::rootPath()};
}

Operation *ProjectCommands::begin(const QString &title, const QStringList &command, const Project &project,
                                  const QStringList &containers)
{
    return m_log->begin(title, command, QStringList{subject(project.name)} + containers);
}

Operation *ProjectCommands::up(const QString &name, const UpOptions &wanted, const Confirm &confirm)
{
    UpOptions options = wanted;
    if (!m_engine->info().traits.stopsGently)
        options.stopTimeout = 10;
    const Project project = m_store->project(name);
    const std::optional<ComposeProgram> program = upProgram(name);
    const QString object
        = middleLeftOut(options.services.isEmpty() ? name : name + u'/' + options.services.join(", "_L1));
    QString title = tr("Up %1").arg(object);
    if (options.build)
        title = tr("Build and up %1").arg(object);
    else if (options.pull)
        title = tr("Pull and up %1").arg(object);
    else if (options.recreate)
        title = tr("Recreate %1").arg(object);
    const ComposeProgram named = program.value_or(unfound(project));
    Operation *operation = begin(title, shown(named, variables(named)) + ComposeArguments::up(named, project, options),
                                 project, project.containerIds());
    operation->setRetry([this, name, options, confirm] { up(name, options, confirm); });
    const QString obstacle = upObstacle(name);
    if (!obstacle.isEmpty() || !program)
        operation->fail(obstacle);
    else if (confirm && project.hasContainers())
        planThenUp(operation, *program, options, confirm);
    else
        executeUp(operation, *program, options, project);
    return operation;
}

UpPlanner *ProjectCommands::planner(const ComposeProgram &program, const Project &project, const UpOptions &options)
{
    auto *planner = new UpPlanner(invocation(program, project, ComposeArguments::project(program, project)), project,
                                  options, m_store->containers(), this);
    connect(planner, &UpPlanner::planned, planner, &QObject::deleteLater);
    connect(planner, &UpPlanner::modelRead, this,
            [this, name = project.name](const ComposeModel &model) { m_store->setExactModel(name, model); });
    connect(planner, &UpPlanner::planned, this, [this, name = project.name](const UpPlan &plan) {
        if (plan.unstarted)
            m_store->lookAgain(name);
        else if (!plan.problem.isEmpty())
            m_store->setProblem(name, plan.problem);
    });
    return planner;
}

void ProjectCommands::planThenUp(Operation *operation, const ComposeProgram &program, const UpOptions &options,
                                 const Confirm &confirm)
{
    const QString name = operation->subjects().first().mid(subject({}).size());
    const Project project = m_store->project(name);
    UpPlanner *asked = planner(program, project, options);
    operation->setProgress(-1, tr("Finding out what would change"));
    operation->setCanceller([operation, asked = QPointer(asked)] {
        if (asked) {
            asked->cancel();
            asked->deleteLater();
        }
        operation->setCancelled();
    });
    connect(
        asked, &UpPlanner::planned, operation,
        [this, operation, program, options, confirm, project](const UpPlan &plan) {
            if (plan.unstarted) {
                operation->fail(
                    {tr("%1 failed: Compose could not be started.").arg(operation->title()), quoted(plan.problem), {}});
            } else if (!plan.problem.isEmpty()) {
                operation->fail({tr("%1 failed: Compose does not accept the project's files.").arg(operation->title()),
                                 quoted(plan.problem), composeAdvice(plan.problem)});
            } else if (!plan.recreates()) {
                executeUp(operation, program, options, project);
            } else {
                operation->setProgress(-1, tr("Waiting for your answer"));
                operation->setAsking(true);
                confirm(plan, [this, program, options, project, operation = QPointer(operation)](bool go) {
                    if (!operation || operation->state() != Operation::State::Running)
                        return;
                    if (!go) {
                        operation->setCancelled();
                        return;
                    }
                    operation->setAsking(false);
                    operation->restartClock();
                    executeUp(operation, program, options, project);
                });
            }
        });
    asked->start();
}

void ProjectCommands::executeUp(Operation *operation, const ComposeProgram &program, const UpOptions &options,
                                const Project &project)
{
    QList<ComposeInvocation> invocations;
    if (options.pull && !program.isSecond()) {
        const QStringList pull = ComposeArguments::pull(program, project, options);
        if (!pull.isEmpty())
            invocations.append(invocation(program, project, pull));
    }
    invocations.append(invocation(program, project, ComposeArguments::up(program, project, options)));
    execute(operation, invocations, project.name);
}

void ProjectCommands::execute(Operation *operation, const QList<ComposeInvocation> &invocations, const QString &project)
{
    auto *job = new ComposeJob(invocations, operation, this);
    // If the files are at fault, the page shall say so.
    connect(job, &ComposeJob::failed, this, [this, project] { check(project); });
    job->start();
}

Operation *ProjectCommands::run(const QString &title, const QString &name, const QStringList &verb,
                                const std::function<void(EngineRoute *)> &direct)
{
    const Project project = m_store->project(name);
    const Route way = route(project);
    const bool first = way == Route::FirstByFiles;
    const QList<ComposeProgram> &programs = m_cli->programs();
    const auto found = std::find_if(programs.cbegin(), programs.cend(), [first](const ComposeProgram &each) {
        return each.kind != ComposeProgram::Kind::PodmanPlugin && (first ? each.isFirst() : each.isSecond());
    });
    const bool used = way != Route::EngineApi && found != programs.cend();
    const ComposeProgram program = used ? *found : unfound(project);
    const QStringList arguments
        = (first ? ComposeArguments::project(program, project) : ComposeArguments::projectName(project)) + verb;
    const QStringList command = program.takesName(name) ? shown(program) + arguments : withoutCompose(verb, project);
    Operation *operation = begin(title, command, project, project.containerIds() + project.oneOffContainers);
    if (way == Route::EngineApi)
        startDirect(operation, project, direct);
    else
        execute(operation, {invocation(program, project, arguments)}, name);
    return operation;
}

QStringList ProjectCommands::withoutCompose(const QStringList &verb, const Project &project) const
{
    QStringList command = m_engine->commandPrefix();
    QStringList ids = project.containerIds();
    if (verb.first() == "down"_L1) {
        command << u"rm"_s << u"--force"_s << verb.mid(1);
        ids += project.oneOffContainers;
    } else {
        command << verb;
    }
    for (const QString &id : std::as_const(ids))
        command << m_store->containers()->container(id).name;
    return command;
}

void ProjectCommands::startDirect(Operation *operation, const Project &project,
                                  const std::function<void(EngineRoute *)> &direct)
{
    if (!m_engine->client()) {
        operation->fail(tr("No engine is connected."));
        return;
    }
    direct(new EngineRoute(m_engine->client(), m_store->containers(), project, operation, this));
}

Operation *ProjectCommands::start(const QString &project)
{
    Operation *operation = run(tr("Start %1").arg(middleLeftOut(project)), project, {u"start"_s},
                               [](EngineRoute *direct) { direct->start(); });
    operation->setRetry([this, project] { start(project); });
    return operation;
}

Operation *ProjectCommands::stop(const QString &project)
{
    Operation *operation = run(tr("Stop %1").arg(middleLeftOut(project)), project, {u"stop"_s},
                               [](EngineRoute *direct) { direct->stop(); });
    operation->setRetry([this, project] { stop(project); });
    return operation;
}

Operation *ProjectCommands::restart(const QString &project)
{
    Operation *operation = run(tr("Restart %1").arg(middleLeftOut(project)), project, {u"restart"_s},
                               [](EngineRoute *direct) { direct->restart(); });
    operation->setRetry([this, project] { restart(project); });
    return operation;
}

Operation *ProjectCommands::down(const QString &project, bool volumes)
{
    QStringList verb{u"down"_s};
    if (volumes)
        verb.append(u"--volumes"_s);
    Operation *operation = run(volumes ? tr("Down %1 with volumes").arg(middleLeftOut(project))
                                       : tr("Down %1").arg(middleLeftOut(project)),
                               project, verb, [volumes](EngineRoute *direct) { direct->down(volumes); });
    // The volumes were confirmed once, by name; a retry must not remove others.
    if (!volumes)
        operation->setRetry([this, project] { down(project); });
    return operation;
}

Operation *ProjectCommands::runService(const QString &title, const QString &verb, const QString &name,
                                       const QString &service, const std::function<void(EngineRoute *)> &direct)
{
    const Project project = m_store->project(name);
    const ProjectService *found = project.service(service);
    const QStringList ids = found ? found->containers : QStringList();
    QStringList command = m_engine->commandPrefix() << verb;
    for (const QString &id : ids)
        command.append(m_store->containers()->container(id).name);
    Operation *operation = m_log->begin(title, command, ids);
    startDirect(operation, project, direct);
    return operation;
}

Operation *ProjectCommands::startService(const QString &project, const QString &service)
{
    Operation *operation = runService(tr("Start %1").arg(middleLeftOut(project + u'/' + service)), u"start"_s, project,
                                      service, [service](EngineRoute *direct) { direct->startService(service); });
    operation->setRetry([this, project, service] { startService(project, service); });
    return operation;
}

Operation *ProjectCommands::stopService(const QString &project, const QString &service)
{
    Operation *operation = runService(tr("Stop %1").arg(middleLeftOut(project + u'/' + service)), u"stop"_s, project,
                                      service, [service](EngineRoute *direct) { direct->stopService(service); });
    operation->setRetry([this, project, service] { stopService(project, service); });
    return operation;
}

Operation *ProjectCommands::restartService(const QString &project, const QString &service)
{
    Operation *operation
        = runService(tr("Restart %1").arg(middleLeftOut(project + u'/' + service)), u"restart"_s, project, service,
                     [service](EngineRoute *direct) { direct->restartService(service); });
    operation->setRetry([this, project, service] { restartService(project, service); });
    return operation;
}

QStringList ProjectCommands::volumesOf(const QString &project) const
{
    QStringList names;
    for (const Volume &volume : m_engine->volumes()) {
        if (volume.project() == project)
            names.append(volume.name);
    }
    names.sort();
    const Project known = m_store->project(project);
    const QStringList ids = known.containerIds() + known.oneOffContainers;
    for (const QString &id : ids) {
        const QList<ContainerMount> mounts = m_store->containers()->container(id).mounts;
        for (const ContainerMount &mount : mounts) {
            if (mount.type == "volume"_L1 && Volume::isAnonymous(mount.name) && !names.contains(mount.name))
                names.append(mount.name);
        }
    }
    return names;
}

QFuture<UpPlan> ProjectCommands::plan(const QString &name, const UpOptions &options)
{
    auto promise = std::make_shared<QPromise<UpPlan>>();
    promise->start();
    const auto finish = [promise](const UpPlan &plan) {
        promise->addResult(plan);
        promise->finish();
    };
    const std::optional<ComposeProgram> program = upProgram(name);
    const QString obstacle = upObstacle(name);
    if (!program || !obstacle.isEmpty()) {
        UpPlan plan;
        plan.project = name;
        plan.problem = obstacle;
        QMetaObject::invokeMethod(
            this, [finish, plan] { finish(plan); }, Qt::QueuedConnection);
        return promise->future();
    }
    UpPlanner *asked = planner(*program, m_store->project(name), options);
    connect(asked, &UpPlanner::planned, this, finish);
    asked->start();
    return promise->future();
}

bool ProjectCommands::canCheck(const QString &name) const
{
    const std::optional<ComposeProgram> program = upProgram(name);
    return program && program->kind != ComposeProgram::Kind::PodmanCompose && program->takesName(name)
        && m_store->project(name).files.complete();
}

void ProjectCommands::dropCheck(const QString &name)
{
    if (ComposeRun *run = m_checks.take(name)) {
        run->disconnect(this);
        run->deleteLater();
    }
}

void ProjectCommands::check(const QString &name)
{
    dropCheck(name);
    if (!canCheck(name))
        return;
    const Project project = m_store->project(name);
    const ComposeProgram program = *upProgram(name);
    auto *run = new ComposeRun(invocation(program, project, ComposeArguments::config(program, project)), true, this);
    m_checks.insert(name, run);
    connect(run, &ComposeRun::finished, run, &QObject::deleteLater);
    connect(run, &ComposeRun::finished, this, [this, run, name, second = program.isSecond()] {
        if (run->failedToStart()) {
            m_store->setUnanswered(name, false);
            m_store->lookAgain(name);
            return;
        }
        if (!run->succeeded()) {
            m_store->setProblem(name, composeWords(run->tail()));
            return;
        }
        const ComposeModel model = second ? ComposeModel::fromConfigJson(run->standardOutput())
                                          : ComposeModel::fromConfigYaml(run->standardOutput());
        if (model.problem.isEmpty())
            m_store->setExactModel(name, model);
    });
    QTimer::singleShot(m_checkPatience, run, [this, run, name] {
        if (!run->isRunning())
            return;
        dropCheck(name);
        m_store->setUnanswered(name, true);
    });
    run->start();
}

} // namespace Gantry
