// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/container.h"
#include "engine/endpoint.h"
#include "look/scrolledcolumn.h"

class QAction;

namespace Gantry {

class Banner;
class CheckPanel;
class FactList;
class HealthView;
class UsageCards;
class Workbench;

/// What a container is, in one column: its database, what it uses, what the engine knows of it, and its health.
class ContainerOverview : public ScrolledColumn
{
    Q_OBJECT

public:
    explicit ContainerOverview(Workbench *workbench, QAction *openConsole, QWidget *parent = nullptr);

    void setContainer(const ContainerDetails &container, const Endpoint &engine);
    /// Offers the console on the container's database.
    void setDatabase(bool isDatabase);

Q_SIGNALS:
    void projectActivated(const QString &project);

private:
    ContainerDetails m_container;
    bool m_isDatabase = false;
    Banner *m_database;
    UsageCards *m_usage;
    FactList *m_facts;
    CheckPanel *m_check;
    FactList *m_variables; ///< below the health
    HealthView *m_health;
};

} // namespace Gantry
