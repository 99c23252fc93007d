// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/workbench.h"

#include "compose/composefilesearch.h"
#include "diagnosis/runwatch.h"
#include "files/filecommands.h"
#include "stats/statsreader.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace Gantry {

namespace {

QString openedProjectsKey()
{
    return QStringLiteral("projects/opened");
}

QString profilesKey()
{
    return QStringLiteral("projects/profiles");
}

/// Where the image is built from, if that is what \a file stands for; empty for all else.
QString buildFolderOf(const QFileInfo &file)
{
    if (!file.isDir())
        return file.fileName() == QLatin1String("Dockerfile") ? file.absolutePath() : QString();
    const QDir folder(file.absoluteFilePath());
    const QStringList &names = ComposeFileSearch::fileNames();
    const bool isProject
        = std::any_of(names.cbegin(), names.cend(), [&folder](const QString &name) { return folder.exists(name); });
    return !isProject && folder.exists(QStringLiteral("Dockerfile")) ? folder.path() : QString();
}

} // namespace

Workbench::Workbench(UiState *state, QObject *parent)
    : QObject(parent)
    , m_engine(new Engine(this))
    , m_operations(new OperationLog(this))
    , m_containerCommands(new ContainerCommands(m_engine, m_operations, this))
    , m_archiveCommands(new ArchiveCommands(m_engine, m_operations, this))
    , m_fileCommands(new FileCommands(m_engine, m_operations, this))
    , m_diskMeter(new DiskMeter(m_engine, m_operations, this))
    , m_projectStore(new ProjectStore(m_engine->containers(), this))
    , m_projectCommands(new ProjectCommands(m_engine, m_projectStore, new ComposeCli(this), m_operations, this))
    , m_databaseFinder(new DatabaseFinder(m_engine, this))
    , m_runMemory(new RunMemory({}, this))
    , m_statsStore(new StatsStore(m_engine->containers(), this))
    , m_statsReader(new StatsReader(m_engine, m_statsStore, this))
    , m_actions(new ActionRegistry(this))
    , m_state(state)
    , m_windows(std::make_unique<DetachedWindows>(this))
{
    connect(m_engine, &Engine::stateChanged, this,
            [this] { m_projectStore->setFilesAreLocal(m_engine->endpoint().isLocalSocket()); });
    m_projectStore->restore(m_state->value(openedProjectsKey()).toStringList());
    connect(m_projectStore, &ProjectStore::rememberedChanged, this,
            [this](const QStringList &paths) { m_state->setValue(openedProjectsKey(), paths); });
    restoreProfiles();
    new RunWatch(m_engine, m_runMemory, this);
    searchComposeLater();
}

void Workbench::searchComposeLater()
{
    // Asking Compose's programs for their version keeps two cores busy for a second; the list needs them first.
    ComposeCli *cli = m_projectCommands->cli();
    cli->searchAfter(2000);
    connect(m_engine, &Engine::stateChanged, cli, [this, cli] {
        if (m_engine->state() == Engine::State::Connected && cli->isSearching())
            cli->searchAfter(200);
    });
}

void Workbench::restoreProfiles()
{
    QMap<QString, QStringList> profiles;
    const QVariantMap kept = m_state->value(profilesKey()).toMap();
    for (auto it = kept.cbegin(); it != kept.cend(); ++it)
        profiles.insert(it.key(), it->toStringList());
    m_projectStore->restoreProfiles(profiles);
    connect(m_projectStore, &ProjectStore::chosenProfilesChanged, this, [this] {
        QVariantMap chosen;
        const QMap<QString, QStringList> &active = m_projectStore->chosenProfiles();
        for (auto it = active.cbegin(); it != active.cend(); ++it)
            chosen.insert(it.key(), *it);
        m_state->setValue(profilesKey(), chosen);
    });
}

Workbench::~Workbench() = default;

void Workbench::openPath(const QString &path)
{
    const QFileInfo file(path);
    if (const QString folder = buildFolderOf(file); !folder.isEmpty())
        Q_EMIT buildImageRequested(folder);
    else if (file.suffix().compare(QLatin1String("sql"), Qt::CaseInsensitive) == 0 && !file.isDir())
        Q_EMIT openSqlFileRequested(path);
    else
        Q_EMIT openPathRequested(path);
}

} // namespace Gantry
