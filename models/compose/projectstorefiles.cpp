// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/projectstore.h"
#include "engine/onanswer.h"
#include "pgenvironment.h"

#include <QDir>
#include <QFileInfo>
#include <QtConcurrentRun>

#include <algorithm>

namespace Gantry {

namespace {

/// Of what does not exist: the folder to be watched for it.
QString nearestFolder(const QString &path)
{
    QString folder = path;
    while (!QFileInfo(folder).isDir() && folder != QFileInfo(folder).path())
        folder = QFileInfo(folder).path();
    return folder;
}

bool isAmong(const QStringList &files, const QString &path)
{
    const QString wanted = QFileInfo(path).canonicalFilePath();
    return std::any_of(files.cbegin(), files.cend(),
                       [&wanted](const QString &file) { return QFileInfo(file).canonicalFilePath() == wanted; });
}

} // namespace

void ProjectStore::find(const QString &path, int place)
{
    const QProcessEnvironment environment = PgEnvironment::forChildren();
    const auto look
        = [path, environment] { return std::pair(ComposeFile::find(path, environment), nearestFolder(path)); };
    onAnswer(QtConcurrent::run(look), this, [this, path, place](const std::pair<ComposeFile::Found, QString> &answer) {
        const ComposeFile::Found &found = answer.first;
        if (place == 0)
            restoreFound(path, found, answer.second);
        else
            onFound({path, place, found.files.configFiles}, found);
    });
}

void ProjectStore::reloadFiles(const QString &name)
{
    const auto state = m_files.constFind(name);
    if (state != m_files.constEnd())
        requestFiles(name, state->source.labelled, true);
}

void ProjectStore::lookAgain(const QString &name)
{
    const auto opened = m_opened.constFind(name);
    if (opened != m_opened.cend() && !opened->problem.isEmpty())
        find(opened->path, 0);
    findMoved(name);
}

void ProjectStore::findMoved(const QString &name)
{
    const FileState state = m_files.value(name);
    if (!state.loaded)
        return;
    onAnswer(QtConcurrent::run([source = state.source] { return locate(source); }), this,
             [this, name, generation = state.generation](const Located &located) {
                 const FileState now = m_files.value(name);
                 if (now.generation == generation && now.loaded && located != *now.loaded)
                     requestFiles(name, now.source.labelled, true);
                 else
                     updateWatches(); // that of a folder goes with the folder
             });
}

void ProjectStore::requestFiles(const QString &name, const ProjectFiles &labelled, bool again)
{
    const Source source{labelled, m_opened.value(name).files};
    FileState &state = m_files[name];
    if (state.generation > 0 && state.source == source && !again)
        return;
    state.source = source;
    state.generation = ++m_generation;
    state.reading = true;
    state.changed = state.changed || again;
    const int generation = state.generation;
    const QProcessEnvironment environment = PgEnvironment::forChildren();
    onAnswer(QtConcurrent::run([source, environment] { return load(source, environment); }), this,
             [this, name, generation](const Loaded &loaded) {
                 if (m_files.value(name).generation == generation)
                     onLoaded(name, loaded);
             });
}

void ProjectStore::onLoaded(const QString &name, const Loaded &loaded)
{
    FileState &state = m_files[name];
    // Containers that an up makes name the files that are known already.
    const bool news = state.changed || !state.loaded || state.loaded->files != loaded.files;
    state.reading = false;
    state.changed = false;
    state.loaded = loaded;
    if (news) {
        state.exact.reset();
        state.problem.clear();
        state.unanswered = false;
    }
    const QStringList opening = std::exchange(state.opening, {});
    updateWatches();
    refresh({name});
    if (news)
        Q_EMIT filesRead(name);
    for (const QString &path : opening)
        Q_EMIT opened(name, path);
}

ProjectStore::Located ProjectStore::locate(const Source &source)
{
    Located located;
    located.files = ComposeFile::resolved(source.labelled);
    if (!source.opened.configFiles.isEmpty()) {
        if (!located.files.complete()) {
            located.files = ComposeFile::resolved(source.opened);
        } else {
            const QString ours = QFileInfo(source.opened.workingDirectory).canonicalFilePath();
            if (ours != QFileInfo(located.files.workingDirectory).canonicalFilePath())
                located.clash = source.opened.workingDirectory;
            else if (!isAmong(located.files.configFiles, source.opened.configFiles.first()))
                located.unusedFile = source.opened.configFiles.first();
        }
    }
    located.watched = located.files.configFiles + located.files.environmentFiles;
    const QString dotEnv = QDir(located.files.workingDirectory).filePath(QStringLiteral(".env"));
    if (!located.files.configFiles.isEmpty() && QFileInfo::exists(dotEnv))
        located.watched.append(dotEnv);
    // A file that is gone may come back; one that is there goes with its folder, which tells its parent alone.
    const QDir folder(located.files.workingDirectory);
    for (const QString &missing : std::as_const(located.files.missing)) {
        if (const QString path = folder.filePath(missing); QDir::isAbsolutePath(path))
            located.folders.append(nearestFolder(path));
    }
    if (!located.files.configFiles.isEmpty() && !located.files.workingDirectory.isEmpty())
        located.folders.append(nearestFolder(QFileInfo(located.files.workingDirectory).path()));
    return located;
}

ProjectStore::Loaded ProjectStore::load(const Source &source, const QProcessEnvironment &environment)
{
    Loaded loaded{locate(source), {}};
    const QProcessEnvironment variables = ComposeFile::variables(loaded.files, environment);
    loaded.model = ComposeModel::fromFiles(loaded.files.configFiles, variables);
    return loaded;
}

void ProjectStore::updateWatches()
{
    QSet<QString> wanted;
    for (const FileState &state : std::as_const(m_files)) {
        if (!state.loaded)
            continue;
        for (const QStringList &paths : {state.loaded->watched, state.loaded->folders})
            wanted.unite(QSet<QString>(paths.cbegin(), paths.cend()));
    }
    for (const Opened &opened : std::as_const(m_opened)) {
        if (!opened.awaitedIn.isEmpty())
            wanted.insert(opened.awaitedIn);
    }
    const QStringList watched = m_watcher.files() + m_watcher.directories();
    const QSet<QString> present(watched.cbegin(), watched.cend());
    const QStringList unwatch = QSet<QString>(present).subtract(wanted).values();
    const QStringList watch = QSet<QString>(wanted).subtract(present).values();
    if (!unwatch.isEmpty())
        m_watcher.removePaths(unwatch);
    if (!watch.isEmpty())
        m_watcher.addPaths(watch);
}

void ProjectStore::onPathChanged(const QString &path)
{
    QStringList affected;
    for (auto it = m_files.cbegin(); it != m_files.cend(); ++it) {
        if (!it->loaded)
            continue;
        if (it->loaded->watched.contains(path))
            affected.append(it.key());
        else if (it->loaded->folders.contains(path))
            findMoved(it.key());
    }
    for (const Opened &opened : std::as_const(m_opened)) {
        if (opened.awaitedIn == path)
            find(opened.path, 0);
    }
    // An editor that replaces the file takes the watch away with the old one.
    if (!affected.isEmpty())
        m_watcher.removePath(path);
    for (const QString &name : std::as_const(affected))
        requestFiles(name, m_files.value(name).source.labelled, true);
}

} // namespace Gantry
