// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is open on the page: how it ends, gets a window of its own, and comes back in the next run.
#include "containers/containerlogwindow.h"
#include "containers/containerspage.h"
#include "containers/containertree.h"
#include "shell/workbench.h"
#include "terminal/terminalpanel.h"

#include <QMetaEnum>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

const QString OpenKey = u"containers/open"_s;
const QString TerminalsKey = u"containers/terminals"_s;

QMetaEnum tabNames()
{
    return QMetaEnum::fromType<ContainerDetailsPane::Tab>();
}

QFuture<void> allOf(const QList<TerminalPanel *> &panels, QFuture<void> (TerminalPanel::*ask)())
{
    QList<QFuture<void>> futures;
    for (TerminalPanel *panel : panels) {
        if (const QFuture<void> future = (panel->*ask)(); !future.isFinished())
            futures.append(future);
    }
    if (futures.isEmpty())
        return {};
    return QtFuture::whenAll(futures.begin(), futures.end()).then([](const QList<QFuture<void>> &) {});
}

} // namespace

QFuture<void> ContainersPage::settle()
{
    return allOf(m_details->terminalPanels(), &TerminalPanel::askForPrograms);
}

QStringList ContainersPage::quittingLoses() const
{
    QStringList losses;
    const QList<TerminalPanel *> panels = m_details->terminalPanels();
    for (const TerminalPanel *panel : panels)
        losses += panel->programsLost();
    return losses;
}

QFuture<void> ContainersPage::leave()
{
    return allOf(m_details->terminalPanels(), &TerminalPanel::hangUp);
}

void ContainersPage::detach()
{
    m_details->detach();
}

void ContainersPage::offerDetaching()
{
    if (isVisible())
        m_workbench->windows()->setObstacle(m_details->detachObstacle());
}

void ContainersPage::keepOpen()
{
    if (!m_restored)
        return;
    const QStringList ids = m_tree->selectedIds();
    const ContainerSummary container = m_workbench->engine()->containers()->container(ids.value(0));
    QVariantMap open;
    if (ids.size() == 1 && !container.id.isEmpty()) {
        open = ContainerLogWindow::kept(*m_workbench, container);
        open.insert(u"id"_s, container.id);
        open.insert(u"tab"_s, QString::fromLatin1(tabNames().valueToKey(m_details->tab())));
    }
    m_workbench->state()->setValue(OpenKey, open);
}

void ContainersPage::keepTerminals()
{
    if (!m_restored)
        return;
    QVariantList all = m_otherTerminals;
    const QStringList ids = m_details->terminals()->containers();
    for (const QString &id : ids) {
        const QVariantList terminals = m_details->terminals()->remember(id);
        if (!terminals.isEmpty())
            all.append(m_workbench->windows()->withEngine({{u"id"_s, id}, {u"terminals"_s, terminals}}));
    }
    m_workbench->state()->setValue(TerminalsKey, all);
}

void ContainersPage::restoreOpen()
{
    m_details->restoreWindows();
    if (std::exchange(m_restored, true))
        return;
    const ContainerStore *store = m_workbench->engine()->containers();
    const QVariantList terminals = m_workbench->state()->value(TerminalsKey).toList();
    for (const QVariant &each : terminals) {
        const QVariantMap kept = each.toMap();
        if (!m_workbench->windows()->isOfEngine(kept))
            m_otherTerminals.append(kept);
        else if (const QString id = kept.value(u"id"_s).toString(); store->contains(id))
            m_details->terminals()->restore(id, kept.value(u"terminals"_s).toList());
    }
    const QVariantMap open = m_workbench->state()->value(OpenKey).toMap();
    if (!m_tree->selectedIds().isEmpty() || !m_workbench->windows()->isOfEngine(open))
        return;
    const QString id
        = ContainerLogWindow::listed(*m_workbench, ContainerLogWindow::fromKept(open.value(u"id"_s).toString(), open));
    // A filter that hides it stays.
    if (!id.isEmpty() && m_tree->select(id))
        m_details->showTab(
            ContainerDetailsPane::Tab(tabNames().keyToValue(open.value(u"tab"_s).toByteArray().constData())));
}

} // namespace Gantry
