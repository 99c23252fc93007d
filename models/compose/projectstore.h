// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compose/composefile.h"
#include "compose/composemodel.h"
#include "compose/project.h"
#include "engine/containerstore.h"

#include <QFileSystemWatcher>
#include <QMap>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <optional>

namespace Gantry {

/// Every project known from containers' labels, and those the user opened from a file or folder (remembered by path,
/// shown even when nothing of them exists), as is one whose containers are gone while its files are there. Follows the
/// container store and the files; the signals name exactly what changed.
class ProjectStore : public QObject
{
    Q_OBJECT

public:
    explicit ProjectStore(ContainerStore *containers, QObject *parent = nullptr);
    ~ProjectStore() override;

    const QMap<QString, Project> &projects() const { return m_projects; }
    bool contains(const QString &name) const { return m_projects.contains(name); }
    Project project(const QString &name) const { return m_projects.value(name); }
    ContainerStore *containers() const { return m_containers; }
    int size() const { return int(m_projects.size()); }

    /// Files are looked at only where the engine runs on this machine: paths in labels of a remote engine are not ours.
    /// Opened files are always looked at.
    void setFilesAreLocal(bool local);

    /// Opens a Compose file or a folder with one and remembers it; answers by opened() or openFailed(). Of files of one
    /// project that are opened at the same time the last one counts.
    void open(const QString &path);
    /// Forgets an opened project; containers and files stay as they are.
    void forget(const QString &name);
    /// Opens what an earlier run remembered: rememberedPaths() of then.
    void restore(const QStringList &paths);
    /// The paths that the user opened, oldest first; to be kept when rememberedChanged() comes.
    const QStringList &rememberedPaths() const { return m_remembered; }

    /// Profiles of the next up. Where the user chose none, they are those of the containers that exist.
    void setActiveProfiles(const QString &name, const QStringList &profiles);
    /// What the user chose, by project; to be kept when chosenProfilesChanged() comes.
    const QMap<QString, QStringList> &chosenProfiles() const { return m_activeProfiles; }
    /// chosenProfiles() of an earlier run.
    void restoreProfiles(const QMap<QString, QStringList> &profiles);
    /// What the Compose CLI says of a project's files; holds until they change.
    void setExactModel(const QString &name, const ComposeModel &model);
    /// Compose's own words about files that it refused; empty to take them back. Holds until the files change.
    void setProblem(const QString &name, const QString &problem);
    /// Whether Compose did not answer when it was asked about the project's files; holds until it does or they change.
    void setUnanswered(const QString &name, bool unanswered);
    /// Looks at the project's files again.
    void reloadFiles(const QString &name);
    /// Looks whether the project's files came or went, where no change of theirs was seen.
    void lookAgain(const QString &name);

Q_SIGNALS:
    /// One signal per batch; each name at most once, removed ones first.
    void changed(const QStringList &inserted, const QStringList &updated, const QStringList &removed);
    /// \a name is the project that the path belongs to; it is in projects() already, and its files are read.
    void opened(const QString &name, const QString &path);
    /// Once for all paths that were being opened at the same time: why each of them leads to no project.
    void openFailed(const QStringList &problems);
    void rememberedChanged(const QStringList &paths);
    void chosenProfilesChanged();
    /// The files of a project were found and read, or read again because they are others or changed on disk: what
    /// Compose said of them before is forgotten.
    void filesRead(const QString &name);

private:
    /// What the files of a project were read from; read again when it changes.
    struct Source
    {
        ProjectFiles labelled;
        ProjectFiles opened;
        friend bool operator==(const Source &, const Source &) = default;
    };
    struct Located
    {
        ProjectFiles files;
        QString clash;
        QString unusedFile;
        QStringList watched; ///< files whose change is to be noticed
        QStringList folders; ///< where files may come back to, or go from unnoticed
        friend bool operator==(const Located &, const Located &) = default;
    };
    struct Loaded : Located
    {
        ComposeModel model;
    };
    struct FileState
    {
        Source source;
        std::optional<Loaded> loaded;
        std::optional<ComposeModel> exact;
        QString problem;
        bool unanswered = false;
        QStringList opening; ///< paths whose opened() waits for the files
        int generation = 0; ///< of the newest request
        bool reading = false; ///< that request has no answer yet
        bool changed = false; ///< on disk, since they were read
    };
    struct Opened
    {
        QString path;
        ProjectFiles files;
        QString problem;
        QString awaitedIn; ///< with a problem: the nearest folder that exists
    };

    /// A path that is being opened.
    struct AskedFor
    {
        QString path;
        int place = 0; ///< among all that were
        QStringList files; ///< that it led to
    };

    static Located locate(const Source &source);
    static Loaded load(const Source &source, const QProcessEnvironment &environment);
    void onContainersChanged(const QStringList &inserted, const QStringList &updated, const QStringList &removed);
    void onPathChanged(const QString &path);
    /// \a place: among all that was opened; 0 of what is remembered.
    void find(const QString &path, int place);
    void onFound(const AskedFor &asked, const ComposeFile::Found &found);
    /// Whether none of the same project was opened with it, later; where there are several, the others are noted.
    bool isLastOf(const QString &name, const AskedFor &asked);
    void noteLeftOut();
    void restoreFound(const QString &path, const ComposeFile::Found &found, const QString &awaitedIn);
    /// Reads the files again if they are not where they were.
    void findMoved(const QString &name);
    void addOpened(const QString &name, const Opened &opened);
    /// As if opened from its files, if the last container of the project is gone and they are there: false if not.
    bool keep(const QString &name);
    void requestFiles(const QString &name, const ProjectFiles &labelled, bool again);
    void onLoaded(const QString &name, const Loaded &loaded);
    /// Builds the projects of these names anew and tells what changed.
    /// Notes what a container that came or changed tells of its project; returns the project's name, or nothing.
    QString take(const QString &id);
    void refresh(const QStringList &names);
    void refreshLater(const QSet<QString> &names);
    void refreshDue();
    Project composed(Project project) const;
    void updateWatches();

    ContainerStore *m_containers;
    QFileSystemWatcher m_watcher;
    QSet<QString> m_dueNames; ///< projects to be refreshed in the next turns of the event loop
    QTimer m_dueTimer;
    QTimer m_watchTimer;
    QSet<QString> m_changedPaths;
    QMap<QString, Project> m_projects;
    QHash<QString, QString> m_projectOfContainer;
    QHash<QString, QList<ContainerPort>> m_lastPorts; ///< by id: the engine names ports of running containers only
    QHash<QString, FileState> m_files; ///< by project
    QHash<QString, Opened> m_opened; ///< by project
    QStringList m_remembered;
    QStringList m_openProblems; ///< of the paths that are being opened
    int m_opening = 0; ///< paths that are being looked for
    int m_lastPlace = 0; ///< of what was opened
    QHash<QString, AskedFor> m_openedTogether; ///< by project
    QMultiMap<QString, AskedFor> m_leftOut; ///< by project: opened together with a later one of it
    QMap<QString, QStringList> m_activeProfiles; ///< that the user chose, by project
    int m_generation = 0;
    bool m_filesAreLocal = true;
};

} // namespace Gantry
