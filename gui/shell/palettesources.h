// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/palettesource.h"

namespace Gantry {

class ActionRegistry;
class Workbench;

/// Every action of the registry, disabled ones with the reason.
class ActionSource : public PaletteSource
{
public:
    /// \a registry is not owned and outlives the source.
    explicit ActionSource(const ActionRegistry *registry);
    QList<PaletteItem> items() const override;

private:
    const ActionRegistry *m_registry;
};

/// Containers by name, and Compose projects.
class ContainerSource : public PaletteSource
{
public:
    explicit ContainerSource(Workbench *workbench);
    QList<PaletteItem> items() const override;

private:
    Workbench *m_workbench;
};

} // namespace Gantry
