// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/containerlogpanel.h"

#include "engine/engine.h"
#include "engine/onanswer.h"
#include "shell/workbench.h"

#include <utility>

namespace Gantry {

using namespace Qt::StringLiterals;

ContainerLogPanel::ContainerLogPanel(Workbench *workbench, QWidget *parent)
    : ContainerLogPanel(workbench, new ContainerLog, parent)
{
}

ContainerLogPanel::ContainerLogPanel(Workbench *workbench, ContainerLog *log, QWidget *parent)
    : LogPanel(workbench, log, parent)
    , m_log(log)
    , m_engine(workbench->engine())
{
    m_log->setParent(this);
    setObjectName(u"logPanel"_s);
    connect(m_engine, &Engine::containerEvent, this, [this](const EngineEvent &event) {
        if (event.id == m_id)
            m_log->apply(event);
    });
    connect(m_engine, &Engine::stateChanged, this, [this](Engine::State state) {
        if (state == Engine::State::Connected && isOpened())
            openAfterLoss();
    });
    describe();
}

void ContainerLogPanel::setContainer(const ContainerDetails &container, const QString &predecessor)
{
    const QString &id = container.id;
    m_lifeBegins = container.lastLifeBegins();
    m_lifeEnded = container.lastLifeEnded();
    if (id == m_id && (container.tty == m_tty || !isOpened()))
        return;
    if (isOpened())
        m_kept = m_id;
    if (!id.isEmpty() && m_kept != predecessor)
        m_kept.clear();
    m_id = id;
    m_tty = container.tty;
    setBeginning({FirstLines});
    setClosed();
    if (id.isEmpty())
        m_log->close();
    openIfShown();
}

void ContainerLogPanel::openAfterLoss()
{
    // Nobody knows what was missed, a new life neither.
    setClosed();
    onAnswer<EngineError>(
        m_engine->client()->inspectContainer(m_id), this,
        [this](const ContainerDetails &details) {
            if (details.id == m_id) {
                m_lifeBegins = details.lastLifeBegins();
                m_lifeEnded = details.lastLifeEnded();
            }
            openIfShown();
        },
        [this](const EngineError &) { openIfShown(); }, [this] { openIfShown(); });
}

void ContainerLogPanel::read()
{
    ContainerLog::Source source;
    source.container = m_id;
    source.tty = m_tty;
    source.lifeBegins = m_lifeBegins;
    source.lifeEnded = m_lifeEnded;
    const ContainerSummary container = m_engine->containers()->container(m_id);
    if (!container.isRunning())
        source.exitCode = container.exitCode;
    source.open = [this, id = m_id](const EngineClient::LogOptions &options, QObject *parent) -> LogStream * {
        return m_engine->client() ? m_engine->client()->logs(id, options, parent) : nullptr;
    };
    if (std::exchange(m_kept, {}).isEmpty())
        m_log->open(source, beginning());
    else
        m_log->goOn(source, beginning());
}

QString ContainerLogPanel::name() const
{
    return m_engine->containers()->container(m_id).name;
}

QList<QStringList> ContainerLogPanel::commands() const
{
    return {m_engine->commandPrefix() + QStringList{u"logs"_s, name()}};
}

} // namespace Gantry
