// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/workbench.h"

namespace Gantry {

Workbench::Workbench(UiState *state, QObject *parent)
    : QObject(parent)
    , m_engine(new Engine(this))
    , m_operations(new OperationLog(this))
    , m_containerCommands(new ContainerCommands(m_engine, m_operations, this))
    , m_actions(new ActionRegistry(this))
    , m_state(state)
{
}

Workbench::~Workbench() = default;

} // namespace Gantry
