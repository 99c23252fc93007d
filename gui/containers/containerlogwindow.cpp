// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "containers/containerlogwindow.h"

#include "compose/composelabels.h"
#include "containers/containerdetailspane.h"
#include "containers/succession.h"
#include "engine/onanswer.h"
#include "items/containerwords.h"
#include "logs/containerlogpanel.h"
#include "logs/logview.h"
#include "look/oneline.h"
#include "shell/workbench.h"

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

ContainerLogWindow::ContainerLogWindow(Workbench *workbench, ContainerLogPanel *panel,
                                       const ContainerSummary &container, const std::optional<QPoint> &position)
    : m_workbench(workbench)
    , m_panel(panel)
{
    DetachedWindow::Content content;
    content.kind = QLatin1String(Kind);
    content.id = container.id;
    content.more = kept(*workbench, container);
    content.page = u"containers"_s;
    content.panel = panel;
    content.button = panel->detachButton();
    content.focusTarget = [panel] { return panel->view(); };
    content.startFinding = [panel] { panel->startFinding(); };
    m_window = workbench->windows()->open(content, tr("Logs of %1").arg(shortName(container.name)), position);
    setParent(m_window);
    Engine *engine = workbench->engine();
    connect(engine->containers(), &ContainerStore::changed, this, &ContainerLogWindow::follow);
    connect(engine, &Engine::containerEvent, this, [this](const EngineEvent &event) {
        if (event.id == m_container.id && event.changesLists())
            load();
    });
    connect(engine, &Engine::stateChanged, this, [this](Engine::State state) {
        if (state == Engine::State::Connecting)
            m_hasSuccessor = false; // another engine has containers of the same names
    });
    m_container = container;
    if (engine->containers()->contains(container.id)) {
        take(engine->containers()->container(container.id));
    } else {
        removed();
        follow(engine->containers()->containers().keys(), {}, {});
    }
}

void ContainerLogWindow::take(const ContainerSummary &container)
{
    if (container.id != m_container.id)
        m_predecessor = m_container.id;
    m_container = container;
    m_isGone = false;
    m_window->setTitle(tr("Logs of %1").arg(shortName(container.name)));
    m_window->setState(ContainerWords::look(container), ContainerWords::state(container));
    m_window->say({});
    m_window->setHomeless({});
    m_workbench->windows()->setKept(m_window, container.id, kept(*m_workbench, container));
    load();
}

void ContainerLogWindow::removed()
{
    m_isGone = true;
    m_panel->setContainer({});
    const QString sentence = ContainerDetailsPane::tr("%1 was removed.").arg(shortName(m_container.name));
    m_window->setState(StateLook::None, {});
    m_window->say(sentence);
    m_window->setHomeless(sentence);
}

void ContainerLogWindow::follow(const QStringList &inserted, const QStringList &updated, const QStringList &gone)
{
    const ContainerStore *store = m_workbench->engine()->containers();
    if (gone.contains(m_container.id)) {
        m_hasSuccessor = m_workbench->engine()->state() == Engine::State::Connected;
        removed();
    } else if (updated.contains(m_container.id) || inserted.contains(m_container.id)) {
        take(store->container(m_container.id));
        return;
    }
    if (!m_isGone || !m_hasSuccessor)
        return;
    // It may have come before the one that it replaces went.
    const QList<QString> all = gone.isEmpty() ? inserted + updated : store->containers().keys();
    const auto next = std::find_if(all.cbegin(), all.cend(), [this, store](const QString &id) {
        return succeeds(store->container(id), m_container);
    });
    if (next != all.cend())
        take(store->container(*next));
}

void ContainerLogWindow::load()
{
    EngineClient *client = m_workbench->engine()->client();
    if (!client || m_isGone)
        return;
    onAnswer<EngineError>(
        client->inspectContainer(m_container.id), this,
        [this](const ContainerDetails &details) {
            if (details.id == m_container.id && !m_isGone)
                m_panel->setContainer(details, m_predecessor);
        },
        // One that is gone is told by the list.
        [this](const EngineError &error) {
            if (!error.isNotFound())
                m_window->say(error.sentence());
        });
}

QVariantMap ContainerLogWindow::kept(const Workbench &workbench, const ContainerSummary &container)
{
    QVariantMap labels;
    for (const QString &label : {ComposeLabel::project, ComposeLabel::service, ComposeLabel::containerNumber}) {
        if (const QString value = container.labels.value(label); !value.isEmpty())
            labels.insert(label, value);
    }
    return workbench.windows()->withEngine(
        {{u"name"_s, container.name}, {u"created"_s, container.created}, {u"labels"_s, labels}});
}

ContainerSummary ContainerLogWindow::fromKept(const QString &id, const QVariantMap &more)
{
    ContainerSummary container;
    container.id = id;
    container.name = more.value(u"name"_s).toString();
    container.created = more.value(u"created"_s).toDateTime();
    const QVariantMap labels = more.value(u"labels"_s).toMap();
    for (auto it = labels.cbegin(); it != labels.cend(); ++it)
        container.labels.insert(it.key(), it->toString());
    return container;
}

QString ContainerLogWindow::listed(const Workbench &workbench, const ContainerSummary &container)
{
    const ContainerStore *store = workbench.engine()->containers();
    if (store->contains(container.id))
        return container.id;
    const QStringList all = store->containers().keys();
    const auto next = std::find_if(all.cbegin(), all.cend(), [&container, store](const QString &id) {
        return succeeds(store->container(id), container);
    });
    return next == all.cend() ? QString() : *next;
}

} // namespace Gantry
