// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/projectstore.h"

#include "compose/composelabels.h"
#include "engine/middleleftout.h"
#include "engine/onanswer.h"
#include "pgenvironment.h"

#include <QDir>
#include <QFileInfo>
#include <QtConcurrentRun>

#include <algorithm>
#include <iterator>

namespace Gantry {

namespace {

/// Editors write a file in several steps; they are waited out.
constexpr int settleMs = 150;
/// Projects; where the containers of more of them change at once, the window has its turn in between.
constexpr qsizetype refreshedAtOnce = 2;
constexpr int restMs = 3; // as in LiveContainers

/// What an up would make of a service, into what the engine has of it.
void mergeDeclared(QList<ProjectService> &services, const ProjectService &declared)
{
    const auto same = std::find_if(services.begin(), services.end(),
                                   [&declared](const ProjectService &each) { return each.name == declared.name; });
    if (same == services.end()) {
        services.append(declared);
        return;
    }
    same->inFile = true;
    same->built = declared.built;
    same->buildFolder = declared.buildFolder;
    same->profiles = declared.profiles;
    same->declaredInstances = declared.declaredInstances;
    if (same->dependsOn.isEmpty())
        same->dependsOn = declared.dependsOn;
    // What exists keeps its own ports: the file, read with today's environment, may say others.
    if (!same->exists())
        same->ports = declared.ports;
}

} // namespace

ProjectStore::ProjectStore(ContainerStore *containers, QObject *parent)
    : QObject(parent)
    , m_containers(containers)
{
    m_watchTimer.setSingleShot(true);
    m_watchTimer.setInterval(settleMs);
    connect(&m_watchTimer, &QTimer::timeout, this, [this] {
        const QSet<QString> paths = std::exchange(m_changedPaths, {});
        for (const QString &path : paths)
            onPathChanged(path);
    });
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, [this](const QString &path) {
        m_changedPaths.insert(path);
        m_watchTimer.start();
    });
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, [this](const QString &path) {
        m_changedPaths.insert(path);
        // A folder may never come to rest.
        if (!m_watchTimer.isActive())
            m_watchTimer.start();
    });
    m_dueTimer.setSingleShot(true);
    m_dueTimer.setInterval(restMs);
    m_dueTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_dueTimer, &QTimer::timeout, this, &ProjectStore::refreshDue);
    connect(m_containers, &ContainerStore::changed, this, &ProjectStore::onContainersChanged);
    onContainersChanged(m_containers->containers().keys(), {}, {});
}

ProjectStore::~ProjectStore() = default;

void ProjectStore::setFilesAreLocal(bool local)
{
    if (m_filesAreLocal == local)
        return;
    m_filesAreLocal = local;
    refresh(m_projects.keys());
}

void ProjectStore::open(const QString &path)
{
    ++m_opening;
    find(QDir::cleanPath(QFileInfo(path).absoluteFilePath()), ++m_lastPlace);
}

bool ProjectStore::isLastOf(const QString &name, const AskedFor &asked)
{
    const AskedFor other = m_openedTogether.value(name);
    const bool isLast = asked.place > other.place;
    if (other.place > 0 && other.files != asked.files)
        m_leftOut.insert(name, isLast ? other : asked);
    if (isLast)
        m_openedTogether.insert(name, asked);
    return isLast;
}

void ProjectStore::noteLeftOut()
{
    for (auto it = m_leftOut.cbegin(); it != m_leftOut.cend(); ++it) {
        const Project project = m_projects.value(it.key());
        if (project.fromLabels && project.files.configFiles == it->files)
            continue; // its containers were made from it
        m_openProblems.append(
            tr("%1 is not shown: %2, which was opened with it, is of the same project, %3. Open it alone, or give it a "
               "top-level name of its own.")
                .arg(middleLeftOut(it->path), middleLeftOut(m_openedTogether.value(it.key()).path),
                     middleLeftOut(it.key())));
    }
    m_leftOut.clear();
    m_openedTogether.clear();
}

void ProjectStore::onFound(const AskedFor &asked, const ComposeFile::Found &found)
{
    const QString &path = asked.path;
    if (!found.problem.isEmpty()) {
        if (!m_openProblems.contains(found.problem))
            m_openProblems.append(found.problem);
    } else if (isLastOf(found.projectName, asked)) {
        addOpened(found.projectName, {path, found.files, {}, {}});
        FileState &state = m_files[found.projectName];
        if (state.reading)
            state.opening.append(path);
        else
            Q_EMIT opened(found.projectName, path);
    }
    if (--m_opening > 0)
        return;
    noteLeftOut();
    if (!m_openProblems.isEmpty())
        Q_EMIT openFailed(std::exchange(m_openProblems, {}));
}

void ProjectStore::restoreFound(const QString &path, const ComposeFile::Found &found, const QString &awaitedIn)
{
    if (!m_remembered.contains(path))
        return; // forgotten meanwhile
    if (found.problem.isEmpty()) {
        addOpened(found.projectName, {path, found.files, {}, {}});
        // While it was gone, it had its folder's name.
        const QStringList names = m_opened.keys(); // of which some go on the way
        for (const QString &name : names) {
            const Opened other = m_opened.value(name);
            if (name != found.projectName && other.path == path && !other.problem.isEmpty()) {
                m_opened.remove(name);
                refresh({name});
            }
        }
        return;
    }
    // Remembered, but gone: its folder still names it, so that the user sees what is missing.
    const QFileInfo info(path);
    const QString folder = info.suffix().isEmpty() ? info.fileName() : info.dir().dirName();
    const QString name = ComposeFile::normalisedProjectName(folder);
    if (!name.isEmpty() && (!m_opened.contains(name) || m_opened.value(name).path == path))
        addOpened(name, {path, {}, found.problem, awaitedIn});
}

void ProjectStore::addOpened(const QString &name, const Opened &opened)
{
    const QString before = m_opened.value(name).path;
    if (before != opened.path)
        m_remembered.removeAll(before);
    m_opened.insert(name, opened);
    if (!m_remembered.contains(opened.path))
        m_remembered.append(opened.path);
    Q_EMIT rememberedChanged(m_remembered);
    updateWatches();
    refresh({name});
}

void ProjectStore::forget(const QString &name)
{
    if (!m_opened.contains(name))
        return;
    const QString path = m_opened.take(name).path;
    if (std::none_of(m_opened.cbegin(), m_opened.cend(), [&path](const Opened &each) { return each.path == path; })) {
        m_remembered.removeAll(path);
        Q_EMIT rememberedChanged(m_remembered);
    }
    if (m_activeProfiles.remove(name) > 0)
        Q_EMIT chosenProfilesChanged();
    refresh({name});
}

void ProjectStore::restore(const QStringList &paths)
{
    for (const QString &path : paths) {
        if (m_remembered.contains(path))
            continue;
        m_remembered.append(path);
        find(path, 0);
    }
}

void ProjectStore::setActiveProfiles(const QString &name, const QStringList &profiles)
{
    m_activeProfiles.insert(name, profiles);
    Q_EMIT chosenProfilesChanged();
    refresh({name});
}

void ProjectStore::restoreProfiles(const QMap<QString, QStringList> &profiles)
{
    m_activeProfiles = profiles;
    refresh(m_projects.keys());
}

void ProjectStore::setExactModel(const QString &name, const ComposeModel &model)
{
    const auto state = m_files.find(name);
    if (state == m_files.end())
        return;
    state->exact = model;
    state->problem.clear();
    state->unanswered = false;
    refresh({name});
}

void ProjectStore::setProblem(const QString &name, const QString &problem)
{
    const auto state = m_files.find(name);
    if (state == m_files.end() || (state->problem == problem && !state->unanswered))
        return;
    state->problem = problem;
    state->unanswered = false;
    refresh({name});
}

void ProjectStore::setUnanswered(const QString &name, bool unanswered)
{
    const auto state = m_files.find(name);
    if (state == m_files.end() || state->unanswered == unanswered)
        return;
    state->unanswered = unanswered;
    refresh({name});
}

void ProjectStore::onContainersChanged(const QStringList &inserted, const QStringList &updated,
                                       const QStringList &removed)
{
    QSet<QString> names;
    for (const QString &id : removed) {
        m_lastPorts.remove(id);
        names.insert(m_projectOfContainer.take(id));
    }
    for (const QString &id : inserted)
        names.insert(take(id));
    QSet<QString> changedOnly;
    for (const QString &id : updated)
        changedOnly.insert(take(id));
    changedOnly -= names;
    names.remove({});
    changedOnly.remove({});
    if (changedOnly.size() <= refreshedAtOnce)
        names |= changedOnly;
    else
        refreshLater(changedOnly);
    refresh(names.values());
}

QString ProjectStore::take(const QString &id)
{
    const ContainerSummary container = m_containers->container(id);
    QString name = container.project();
    if (name.isEmpty())
        return name;
    m_projectOfContainer.insert(id, name);
    if (container.state == ContainerState::Running)
        m_lastPorts.insert(id, container.ports);
    else if (container.configuredPorts && !m_lastPorts.contains(id))
        m_lastPorts.insert(id, *container.configuredPorts);
    return name;
}

void ProjectStore::refreshLater(const QSet<QString> &names)
{
    m_dueNames |= names;
    if (!m_dueTimer.isActive())
        m_dueTimer.start();
}

void ProjectStore::refreshDue()
{
    QStringList names;
    while (!m_dueNames.isEmpty() && names.size() < refreshedAtOnce) {
        names << *m_dueNames.cbegin();
        m_dueNames.remove(names.last());
    }
    if (!m_dueNames.isEmpty())
        m_dueTimer.start();
    refresh(names);
}

void ProjectStore::refresh(const QStringList &names)
{
    if (names.isEmpty())
        return;
    QList<ContainerSummary> containers;
    for (const QString &name : names)
        containers += m_containers->ofProject(name);
    const QMap<QString, Project> labelled = projectsFromContainers(containers);
    QStringList inserted;
    QStringList updated;
    QStringList removed;
    for (const QString &name : names) {
        Project project = labelled.value(name);
        if (!project.fromLabels && !m_opened.contains(name) && !keep(name)) {
            m_files.remove(name);
            if (m_projects.remove(name) > 0)
                removed.append(name);
            continue;
        }
        project.name = name;
        requestFiles(name, m_filesAreLocal ? project.files : ProjectFiles(), false);
        project = composed(project);
        const auto before = m_projects.constFind(name);
        if (before == m_projects.constEnd())
            inserted.append(name);
        else if (*before != project)
            updated.append(name);
        else
            continue;
        m_projects.insert(name, project);
    }
    if (!removed.isEmpty())
        updateWatches();
    if (!inserted.isEmpty() || !updated.isEmpty() || !removed.isEmpty())
        Q_EMIT changed(inserted, updated, removed);
}

bool ProjectStore::keep(const QString &name)
{
    const FileState state = m_files.value(name);
    const bool wentDown = m_projects.value(name).fromLabels && m_containers->isListed();
    if (!wentDown || !state.loaded || !state.loaded->files.complete())
        return false;
    const ProjectFiles files = state.loaded->files;
    const QString path = files.configFiles.first();
    m_opened.insert(name, {path, files, {}, {}});
    const QProcessEnvironment environment = PgEnvironment::forChildren();
    onAnswer(QtConcurrent::run([path, environment] { return ComposeFile::find(path, environment); }), this,
             [this, name, path, files](const ComposeFile::Found &found) {
                 // By its path alone the next run would make another project of one that -p or more -f made.
                 const bool same = found.projectName == name && found.files == files;
                 if (!same || m_opened.value(name).path != path || m_remembered.contains(path))
                     return;
                 m_remembered.append(path);
                 Q_EMIT rememberedChanged(m_remembered);
             });
    return true;
}

Project ProjectStore::composed(Project project) const
{
    const Opened opened = m_opened.value(project.name);
    const FileState state = m_files.value(project.name);
    project.openedPath = opened.path;
    for (ProjectService &service : project.services) {
        if (!service.ports.isEmpty())
            continue;
        for (const QString &id : std::as_const(service.containers)) {
            const QList<ContainerPort> ports = m_lastPorts.value(id);
            std::copy_if(ports.cbegin(), ports.cend(), std::back_inserter(service.ports),
                         [&service](const ContainerPort &port) { return !service.ports.contains(port); });
        }
    }
    if (state.loaded) {
        project.files = state.loaded->files;
        project.clash = state.loaded->clash;
        project.unusedFile = state.loaded->unusedFile;
        const ComposeModel &model = state.exact ? *state.exact : state.loaded->model;
        for (const ProjectService &declared : model.services)
            mergeDeclared(project.services, declared);
        std::sort(project.services.begin(), project.services.end(),
                  [](const ProjectService &a, const ProjectService &b) { return a.name < b.name; });
        project.profiles = model.profiles;
        project.volumes = model.volumes;
    } else {
        project.files.configFiles.clear();
        project.files.environmentFiles.clear();
    }
    project.problem = state.problem;
    project.unanswered = state.unanswered;
    if (state.loaded && !state.exact && state.problem.isEmpty())
        project.unreadable = state.loaded->model.problem;
    if (project.problem.isEmpty() && project.files.configFiles.isEmpty())
        project.problem = opened.problem;
    QStringList active = m_activeProfiles.value(project.name);
    if (!m_activeProfiles.contains(project.name)) {
        for (const ProjectService &service : std::as_const(project.services)) {
            if (service.exists() && !service.profiles.isEmpty() && !active.contains(service.profiles.first()))
                active.append(service.profiles.first());
        }
    }
    project.setActiveProfiles(active);
    return project;
}

} // namespace Gantry
