// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "projects/projectactions.h"

#include "items/containerwords.h"
#include "look/oneline.h"
#include "projects/downpreview.h"
#include "shell/ask.h"
#include "shell/workbench.h"

#include <QMessageBox>

#include <memory>

namespace Gantry {

using namespace Qt::StringLiterals;

ProjectActions::ProjectActions(Workbench *workbench, QWidget *page)
    : QObject(page)
    , m_workbench(workbench)
    , m_page(page)
{
    addActions();
}

void ProjectActions::addActions()
{
    ActionRegistry *actions = m_workbench->actions();
    ProjectCommands *commands = m_workbench->projectCommands();
    using Menu = ActionRegistry::Menu;
    const auto add = [this, actions](const ActionRegistry::Description &description, const std::function<void()> &run) {
        connect(actions->add(description), &QAction::triggered, this, run);
    };
    add({u"project.up"_s, Menu::Project, tr("Up"),
         tr("Create what is missing of the project and start it, dependencies first (U)"), u"play"_s},
        [this] { up(m_project); });
    add({u"project.upBuild"_s, Menu::Project, tr("Build and up"),
         tr("Build the images first (docker compose up --build)"), u"image"_s},
        [this] {
            UpOptions options;
            options.build = true;
            up(m_project, options);
        });
    add({u"project.upPull"_s, Menu::Project, tr("Pull and up"), tr("Fetch newer images first"), u"export"_s}, [this] {
        UpOptions options;
        options.pull = true;
        up(m_project, options);
    });
    add({u"project.recreate"_s, Menu::Project, tr("Recreate"),
         tr("Replace all containers by new ones, even if nothing changed; volumes stay"), u"restart"_s},
        [this] {
            UpOptions options;
            options.recreate = true;
            up(m_project, options);
        });
    add({u"project.start"_s,
         Menu::Project,
         tr("Start"),
         tr("Start the containers that exist, dependencies first (S)"),
         u"play"_s,
         {},
         true},
        [this, commands] { commands->start(m_project); });
    add({u"project.stop"_s, Menu::Project, tr("Stop"), tr("Stop all containers of the project; everything stays (X)"),
         u"stop"_s},
        [this, commands] { commands->stop(m_project); });
    add({u"project.restart"_s, Menu::Project, tr("Restart"), tr("Restart all containers of the project (R)"),
         u"restart"_s},
        [this, commands] { commands->restart(m_project); });
    add({u"project.logs"_s,
         Menu::Project,
         tr("Logs"),
         tr("Show what all services print, as one log (L)"),
         u"logs"_s,
         {},
         true},
        [this] { Q_EMIT logsRequested(); });
    add({u"project.down"_s,
         Menu::Project,
         tr("Down"),
         tr("Stop and remove the project's containers and networks; volumes stay (D)"),
         u"down"_s,
         {},
         true},
        [this, commands] { commands->down(m_project); });
    add({u"project.downVolumes"_s, Menu::Project, tr("Down with volumes…"),
         tr("Remove the project's volumes with their data, too"), u"volume"_s},
        [this] { askForDownWithVolumes(); });
    add({u"project.forget"_s,
         Menu::Project,
         tr("Remove from list"),
         tr("Forget the project; its files and volumes stay as they are (Del)"),
         u"close"_s,
         {},
         true},
        [this] { m_workbench->projectStore()->forget(m_project); });

    add({u"service.up"_s, Menu::Service, tr("Up"), tr("Create and start this service and what it depends on (U)"),
         u"play"_s},
        [this] {
            UpOptions options;
            options.services = QStringList{m_service};
            up(m_project, options);
        });
    add({u"service.start"_s, Menu::Service, tr("Start"), tr("Start this service alone (S)"), u"play"_s},
        [this, commands] { commands->startService(m_project, m_service); });
    add({u"service.stop"_s, Menu::Service, tr("Stop"), tr("Stop this service alone (X)"), u"stop"_s},
        [this, commands] { commands->stopService(m_project, m_service); });
    add({u"service.restart"_s, Menu::Service, tr("Restart"), tr("Restart this service alone (R)"), u"restart"_s},
        [this, commands] { commands->restartService(m_project, m_service); });
    add({u"service.upBuild"_s, Menu::Service, tr("Build and up"), tr("Build this service's image first"), u"image"_s},
        [this] {
            UpOptions options;
            options.build = true;
            options.services = QStringList{m_service};
            up(m_project, options);
        });
    add({u"service.upPull"_s, Menu::Service, tr("Pull and up"), tr("Fetch a newer image of this service first"),
         u"export"_s},
        [this] {
            UpOptions options;
            options.pull = true;
            options.services = QStringList{m_service};
            up(m_project, options);
        });
    add({u"service.recreate"_s, Menu::Service, tr("Recreate"),
         tr("Replace this service's containers by new ones; volumes stay"), u"restart"_s},
        [this] {
            UpOptions options;
            options.recreate = true;
            options.services = QStringList{m_service};
            up(m_project, options);
        });
    add({u"service.terminal"_s,
         Menu::Service,
         tr("Terminal"),
         tr("Open a shell in the service's container (T)"),
         u"terminal"_s,
         {},
         true},
        [this] {
            const Project project = m_workbench->projectStore()->project(m_project);
            if (const ProjectService *service = project.service(m_service))
                Q_EMIT m_workbench->openTerminalRequested(service->leadContainer);
        });
    add({u"service.cause"_s,
         Menu::Service,
         tr("Why did it stop?"),
         tr("Say why the service ended, restarts or is unhealthy, and what helps (W)"),
         u"help"_s,
         {},
         true},
        [this] {
            const Project project = m_workbench->projectStore()->project(m_project);
            if (const ProjectService *service = project.service(m_service))
                Q_EMIT m_workbench->showContainerCauseRequested(service->leadContainer);
        });
    connect(m_workbench, &Workbench::buildServiceRequested, this,
            [this](const QString &project, const QString &service) {
                UpOptions options;
                options.build = true;
                options.services = QStringList{service};
                up(project, options);
            });
    update();
}

void ProjectActions::setSelection(const QString &project, const QString &service)
{
    m_project = project;
    m_service = service;
    update();
}

void ProjectActions::update()
{
    updateProject();
    updateService();
}

void ProjectActions::updateProject()
{
    ActionRegistry *actions = m_workbench->actions();
    const ProjectStore *store = m_workbench->projectStore();
    const Project project = store->project(m_project);
    QString common;
    if (!store->contains(m_project))
        common = tr("Choose a project first.");
    else if (!m_workbench->engine()->client())
        common = tr("No engine is connected.");
    else if (m_workbench->operations()->isBusy(u"project:"_s + m_project))
        common = tr("Another action on this project is running; it can be cancelled in Operations.");
    const auto set = [actions, &common](const QString &id, const QString &obstacle) {
        const QString reason = common.isEmpty() ? obstacle : common;
        actions->setAvailable(id, reason.isEmpty(), reason);
    };
    const QString obstacle = common.isEmpty() ? m_workbench->projectCommands()->upObstacle(m_project) : QString();
    if (store->contains(m_project))
        actions->setToolTip(u"project.down"_s, DownPreview(m_workbench, m_project).toolTip());
    set(u"project.up"_s, obstacle);
    set(u"project.upBuild"_s, obstacle);
    set(u"project.upPull"_s, obstacle);
    const QString nothing
        = project.hasContainers() ? QString() : tr("It has no containers yet: Up creates and starts them.");
    set(u"project.recreate"_s, nothing.isEmpty() ? obstacle : nothing);
    const auto any = [&project](bool (ProjectService::*can)() const) {
        return std::any_of(project.services.cbegin(), project.services.cend(),
                           [can](const ProjectService &each) { return (each.*can)(); });
    };
    QString start = nothing;
    if (start.isEmpty() && !any(&ProjectService::canStart))
        start = tr("All of its containers run already.");
    set(u"project.start"_s, start);
    set(u"project.stop"_s, any(&ProjectService::canStop) ? QString() : tr("None of its containers runs."));
    set(u"project.restart"_s, nothing);
    // While something is done to it its logs tell how that goes.
    const QString noLogs = store->contains(m_project) ? nothing : tr("Choose a project first.");
    actions->setAvailable(u"project.logs"_s, noLogs.isEmpty(), noLogs);
    const QStringList volumes = m_workbench->projectCommands()->volumesOf(m_project);
    const bool exists = project.fromLabels || !volumes.isEmpty();
    set(u"project.down"_s, exists ? QString() : tr("Nothing of it exists."));
    set(u"project.downVolumes"_s, volumes.isEmpty() ? tr("It has no volumes.") : QString());
    // What the list forgot while it exists, Down with volumes would not reach any more.
    QString kept;
    if (!store->contains(m_project))
        kept = tr("Choose a project first.");
    else if (project.fromLabels)
        kept = tr("It has containers: Down removes those first.");
    actions->setAvailable(u"project.forget"_s, kept.isEmpty(), kept);
}

QString ProjectActions::common(const Workbench &workbench, const QString &project, const ProjectService &service)
{
    const OperationLog *log = workbench.operations();
    const auto busy = [log](const QString &id) { return log->isBusy(id); };
    if (!workbench.engine()->client())
        return tr("No engine is connected.");
    if (busy(u"project:"_s + project) || std::any_of(service.containers.cbegin(), service.containers.cend(), busy))
        return tr("Another action on this service is running; it can be cancelled in Operations.");
    return {};
}

QString ProjectActions::obstacle(const Workbench &workbench, const QString &project, const ProjectService &service,
                                 ServiceDelegate::Button verb)
{
    using Button = ServiceDelegate::Button;
    if (QString reason = common(workbench, project, service); !reason.isEmpty())
        return reason;
    if (!service.exists())
        return tr("It has no containers yet: Up creates them.");
    if (verb == Button::Start && !service.canStart())
        return tr("It runs already.");
    return verb == Button::Stop && !service.canStop() ? tr("It does not run.") : QString();
}

void ProjectActions::updateService()
{
    ActionRegistry *actions = m_workbench->actions();
    const Project project = m_workbench->projectStore()->project(m_project);
    const ProjectService *service = project.service(m_service);
    const QString common
        = service ? ProjectActions::common(*m_workbench, m_project, *service) : tr("Choose a service first.");
    const auto set = [actions, &common](const QString &id, const QString &obstacle) {
        const QString reason = common.isEmpty() ? obstacle : common;
        actions->setAvailable(id, reason.isEmpty(), reason);
    };
    const QString obstacle = common.isEmpty() ? m_workbench->projectCommands()->upObstacle(m_project) : QString();
    set(u"service.up"_s, obstacle);
    set(u"service.upBuild"_s, service && !service->built ? tr("Its image is not built from files.") : obstacle);
    set(u"service.upPull"_s, obstacle);
    const QString nothing = service && service->exists() ? QString() : tr("It has no containers yet: Up creates them.");
    set(u"service.recreate"_s, nothing.isEmpty() ? obstacle : nothing);
    QString cause = service ? QString() : tr("Choose a service first.");
    if (service && !service->exists())
        cause = tr("It has no containers yet: Up creates them.");
    else if (service
             && !ContainerWords::hasCause(m_workbench->engine()->containers()->container(service->leadContainer)))
        cause = tr("It runs: there is nothing to explain.");
    actions->setAvailable(u"service.cause"_s, cause.isEmpty(), cause);
    QString terminal = nothing;
    if (!service)
        terminal = tr("Choose a service first.");
    else if (terminal.isEmpty()
             && m_workbench->engine()->containers()->container(service->leadContainer).state != ContainerState::Running)
        terminal = tr("It does not run.");
    actions->setAvailable(u"service.terminal"_s, terminal.isEmpty(), terminal);
    using Button = ServiceDelegate::Button;
    for (const auto &[id, verb] :
         {std::pair(u"service.start"_s, Button::Start), std::pair(u"service.stop"_s, Button::Stop),
          std::pair(u"service.restart"_s, Button::Restart)})
        set(id, service ? ProjectActions::obstacle(*m_workbench, m_project, *service, verb) : QString());
}

void ProjectActions::up(const QString &project, const UpOptions &options)
{
    m_workbench->projectCommands()->up(
        project, options,
        [this](const UpPlan &plan, const ProjectCommands::Answer &answer) { confirmUp(plan, answer); });
}

void ProjectActions::confirmUp(const UpPlan &plan, const ProjectCommands::Answer &answer)
{
    Question question;
    question.title = tr("Up %1").arg(shortName(plan.project));
    const int count = int(plan.recreated.size());
    question.text = (count == 1 ? tr("Up would recreate 1 service of %1.")
                                : tr("Up would recreate %n services of %1.", nullptr, count))
                        .arg(shortName(plan.project));
    for (const UpPlan::Change &change : plan.recreated)
        question.names.append(change.reason.isEmpty() ? change.service
                                                      : tr("%1: %2").arg(shortName(change.service), change.reason));
    question.consequence = count == 1 ? tr("Its containers are replaced by new ones.")
                                      : tr("Their containers are replaced by new ones.");
    question.consequence
        += u' ' + tr("What is in volumes stays; what was written into the containers themselves is lost.");
    if (!plan.note.isEmpty())
        question.consequence.prepend(plan.note + u'\n');
    if (!plan.created.isEmpty())
        question.consequence += u'\n' + tr("New: %1.").arg(oneLine(plan.created.join(", "_L1)));
    question.verb = count == 1 ? tr("Recreate 1 service") : tr("Recreate %n services", nullptr, count);
    auto go = std::make_shared<bool>(false);
    QMessageBox *box = ask(m_page, question, [go](bool) { *go = true; });
    connect(box, &QMessageBox::finished, this, [go, answer] { answer(*go); });
}

void ProjectActions::askForDownWithVolumes()
{
    const QString project = m_project;
    DiskMeter *meter = m_workbench->diskMeter();
    const DownPreview preview(m_workbench, project);
    const bool measures = preview.lacksSizes();
    QMessageBox *box = ask(m_page, preview.question(measures),
                           [this, project](bool) { m_workbench->projectCommands()->down(project, true); });
    if (!measures)
        return;
    Operation *measuring = meter->measure();
    // Whatever came of it: what is still missing stays unsaid.
    connect(measuring, &Operation::finished, box,
            [this, project, box] { setQuestionNames(box, DownPreview(m_workbench, project).question(false)); });
}

} // namespace Gantry
