// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/workbench.h"

namespace Gantry {

namespace {

QString openedProjectsKey()
{
    return QStringLiteral("projects/opened");
}

} // namespace

Workbench::Workbench(UiState *state, QObject *parent)
    : QObject(parent)
    , m_engine(new Engine(this))
    , m_operations(new OperationLog(this))
    , m_containerCommands(new ContainerCommands(m_engine, m_operations, this))
    , m_projectStore(new ProjectStore(m_engine->containers(), this))
    , m_projectCommands(new ProjectCommands(m_engine, m_projectStore, new ComposeCli(this), m_operations, this))
    , m_databaseFinder(new DatabaseFinder(m_engine, this))
    , m_actions(new ActionRegistry(this))
    , m_state(state)
{
    connect(m_engine, &Engine::stateChanged, this,
            [this] { m_projectStore->setFilesAreLocal(m_engine->endpoint().isLocalSocket()); });
    m_projectStore->restore(m_state->value(openedProjectsKey()).toStringList());
    connect(m_projectStore, &ProjectStore::rememberedChanged, this,
            [this](const QStringList &paths) { m_state->setValue(openedProjectsKey(), paths); });
    m_projectCommands->cli()->search();
}

Workbench::~Workbench() = default;

} // namespace Gantry
