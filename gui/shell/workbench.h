// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compose/projectcommands.h"
#include "compose/projectstore.h"
#include "engine/engine.h"
#include "operations/archivecommands.h"
#include "operations/containercommands.h"
#include "operations/diskmeter.h"
#include "operations/operationlog.h"
#include "postgres/databasefinder.h"
#include "shell/actionregistry.h"
#include "shell/detachedwindows.h"
#include "shell/palettesource.h"
#include "shell/uistate.h"

#include <QObject>

#include <memory>
#include <vector>

namespace Gantry {

class FileCommands;
class RunMemory;
class SqlHistory;
class StatsReader;
class StatsStore;
class Theme;

/// What the pages share: the engine, the stores and commands over it, the operations and the actions. Made once by the
/// application and handed to every page; pages speak to each other only through its requests.
class Workbench : public QObject
{
    Q_OBJECT

public:
    /// \a state is not owned and outlives the workbench.
    explicit Workbench(UiState *state, QObject *parent = nullptr);
    ~Workbench() override;

    Engine *engine() const { return m_engine; }
    OperationLog *operations() const { return m_operations; }
    ContainerCommands *containerCommands() const { return m_containerCommands; }
    ArchiveCommands *archiveCommands() const { return m_archiveCommands; }
    FileCommands *fileCommands() const { return m_fileCommands; }
    /// What everything takes on the engine's disk, as far as somebody wanted to know.
    DiskMeter *diskMeter() const { return m_diskMeter; }
    ProjectStore *projectStore() const { return m_projectStore; }
    ProjectCommands *projectCommands() const { return m_projectCommands; }
    DatabaseFinder *databaseFinder() const { return m_databaseFinder; }
    /// What services ran with when they were last seen running.
    RunMemory *runMemory() const { return m_runMemory; }
    /// What containers use, as far as somebody looked.
    StatsStore *statsStore() const { return m_statsStore; }
    /// Tell it what is on screen.
    StatsReader *statsReader() const { return m_statsReader; }
    ActionRegistry *actions() const { return m_actions; }
    /// The panels that have windows of their own.
    DetachedWindows *windows() const { return m_windows.get(); }
    /// What the user's window remembers: columns, sort, filters, splitters.
    UiState *state() const { return m_state; }

    /// What the command palette finds besides the actions: pages add sources for what they list.
    void addPaletteSource(std::unique_ptr<PaletteSource> source) { m_paletteSources.push_back(std::move(source)); }
    const std::vector<std::unique_ptr<PaletteSource>> &paletteSources() const { return m_paletteSources; }

    /// What a user opened, dropped or named on the command line: a SQL file for a console, a Dockerfile or a folder
    /// with one and no Compose file for a build, else a Compose file or a folder with one.
    void openPath(const QString &path);

Q_SIGNALS:
    void showContainerRequested(const QString &id);
    void showContainerLogsRequested(const QString &id);
    /// A shell in it, in its details.
    void openTerminalRequested(const QString &containerId);
    /// Why it stopped.
    void showContainerCauseRequested(const QString &id);
    void showProjectRequested(const QString &project);
    /// Up, as by its button: what it would recreate is asked about.
    void upProjectRequested(const QString &project);
    /// The same for one service, whose image is built first.
    void buildServiceRequested(const QString &project, const QString &service);
    /// The form that builds an image, with a folder in it.
    void buildImageRequested(const QString &folder);
    /// The form that makes a container of an image.
    void runImageRequested(const QString &image);
    void openConsoleRequested(const QString &containerId);
    /// The terminal of the container itself, which was made with one. One that was created only is started.
    void attachTerminalRequested(const QString &containerId);
    /// A Compose file, or a folder with one.
    void openPathRequested(const QString &path);
    void openSqlFileRequested(const QString &path);
    void openSampleRequested();

private:
    void restoreProfiles();
    void searchComposeLater();

    Engine *m_engine;
    OperationLog *m_operations;
    ContainerCommands *m_containerCommands;
    ArchiveCommands *m_archiveCommands;
    FileCommands *m_fileCommands;
    DiskMeter *m_diskMeter;
    ProjectStore *m_projectStore;
    ProjectCommands *m_projectCommands;
    DatabaseFinder *m_databaseFinder;
    RunMemory *m_runMemory;
    StatsStore *m_statsStore;
    StatsReader *m_statsReader;
    ActionRegistry *m_actions;
    UiState *m_state;
    std::unique_ptr<DetachedWindows> m_windows; ///< gone before the engine that they show
    std::vector<std::unique_ptr<PaletteSource>> m_paletteSources;
};

} // namespace Gantry
