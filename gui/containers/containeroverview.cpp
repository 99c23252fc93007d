// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "containers/containeroverview.h"

#include "containers/factlist.h"
#include "containers/healthview.h"
#include "look/banner.h"
#include "look/oneline.h"
#include "look/taborder.h"
#include "run/checkpanel.h"
#include "stats/usagecards.h"

#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

ContainerOverview::ContainerOverview(Workbench *workbench, QAction *openConsole, QWidget *parent)
    : ScrolledColumn(u"overview"_s, parent)
{
    setAccessibleName(tr("Overview"));
    setFocusPolicy(Qt::StrongFocus);
    m_database = new Banner(Banner::Kind::Information, widget());
    m_database->setObjectName(u"databaseBanner"_s);
    m_database->setSymbol(u"database"_s);
    m_database->addButton(openConsole);
    m_database->hide();
    m_usage = new UsageCards(workbench, widget());
    m_usage->hide();
    m_facts = new FactList(widget());
    m_check = new CheckPanel(workbench->operations(), widget());
    m_health = new HealthView(widget());
    m_health->hide();
    m_variables = new FactList(widget());
    column()->setContentsMargins(20, 16, 20, 20);
    column()->setSpacing(16);
    column()->addWidget(m_database);
    column()->addWidget(m_usage);
    column()->addWidget(m_facts);
    column()->addWidget(m_check);
    column()->addWidget(m_health);
    column()->addWidget(m_variables);
    column()->addStretch(1);
    connect(m_facts, &FactList::projectActivated, this, &ContainerOverview::projectActivated);
}

void ContainerOverview::setContainer(const ContainerDetails &container, const Endpoint &engine)
{
    if (container.id != m_container.id) {
        verticalScrollBar()->setValue(0);
        m_facts->maskAll();
        m_variables->maskAll();
    }
    m_container = container;
    QList<FactSection> facts = ContainerFacts::of(container, engine);
    const auto variables = std::stable_partition(facts.begin(), facts.end(), [](const FactSection &section) {
        return section.id != "environment"_L1 && section.id != "labels"_L1;
    });
    const bool newFacts = m_facts->setSections(QList<FactSection>(facts.begin(), variables));
    const bool newVariables = m_variables->setSections(QList<FactSection>(variables, facts.end()));
    if (newFacts || newVariables) {
        for (QWidget *part : std::initializer_list<QWidget *>{m_variables, m_check, m_facts, m_database})
            placeInTabOrder(this, part);
    }
    m_check->setPorts(container.name,
                      container.isRunning() ? PublishedPort::of(container.ports) : QList<PublishedPort>(), engine);
    m_usage->setContainer(container);
    m_health->setContainer(container);
    setDatabase(m_isDatabase);
}

void ContainerOverview::setDatabase(bool isDatabase)
{
    m_isDatabase = isDatabase;
    m_database->setVisible(isDatabase);
    if (!isDatabase)
        return;
    const QString user = m_container.environmentValue(u"POSTGRES_USER"_s).value_or(u"postgres"_s);
    const QString database = m_container.environmentValue(u"POSTGRES_DB"_s).value_or(user);
    m_database->setMessage(tr("Database %1").arg(shortName(database)),
                           m_container.isRunning() ? tr("PostgreSQL, user %1").arg(shortName(user))
                                                   : tr("PostgreSQL, stopped: start it to connect"));
}

} // namespace Gantry
