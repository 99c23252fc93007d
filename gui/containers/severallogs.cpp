// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "containers/severallogs.h"

#include "items/containercells.h"
#include "logs/logview.h"
#include "logs/mergedlogpanel.h"
#include "look/elidedlabel.h"
#include "look/label.h"
#include "look/separator.h"
#include "shell/workbench.h"

#include <QVBoxLayout>

namespace Gantry {

using namespace Qt::StringLiterals;

SeveralLogs::SeveralLogs(Workbench *workbench, QWidget *parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_title(new Label(this))
    , m_names(new ElidedLabel({}, this))
{
    m_title->setObjectName(u"severalTitle"_s);
    m_title->setLook(15, QFont::DemiBold);
    m_names->setTone(Tone::Muted);
    m_names->setLook(12);
    m_names->setElideMode(Qt::ElideRight);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(20, 10, 12, 8);
    head->setSpacing(2);
    head->addWidget(m_title);
    head->addWidget(m_names);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(new Separator(Qt::Horizontal, this));
}

void SeveralLogs::setContainers(const QStringList &ids)
{
    const ContainerStore *store = m_workbench->engine()->containers();
    QList<MergedLogPanel::Member> members;
    QStringList names;
    for (const QString &id : ids) {
        const QString name = store->container(id).name;
        members.append({id, name, name, name});
        names << name;
    }
    m_title->setText(tr("Logs of %n container(s)", nullptr, int(names.size())));
    m_shown = names;
    say({});
    if (!m_panel) {
        m_panel = new MergedLogPanel(m_workbench, this);
        static_cast<QBoxLayout *>(layout())->addWidget(m_panel, 1);
    }
    m_panel->setContainers(names.join(u'+'), commands(ids), members);
}

void SeveralLogs::say(const QString &sentence)
{
    m_names->setText(sentence.isEmpty() ? m_shown.join(u", "_s) : sentence);
}

QWidget *SeveralLogs::focusTarget() const
{
    return m_panel ? m_panel->view() : nullptr;
}

ActionButton *SeveralLogs::detachButton() const
{
    return m_panel ? m_panel->detachButton() : nullptr;
}

void SeveralLogs::takeFocus()
{
    m_panel->view()->setFocus(Qt::OtherFocusReason);
}

void SeveralLogs::startFinding()
{
    m_panel->startFinding();
}

bool SeveralLogs::startFindingHere()
{
    if (!isVisible() || !isAncestorOf(window()->focusWidget()))
        return false;
    m_panel->startFinding();
    return true;
}

QList<QStringList> SeveralLogs::commands(const QStringList &ids) const
{
    // A command line reads several logs as one only of the services of a project.
    const ContainerStore *store = m_workbench->engine()->containers();
    const QStringList prefix = m_workbench->engine()->commandPrefix();
    const QString project = store->container(ids.first()).project();
    QStringList services;
    QList<QStringList> each;
    for (const QString &id : ids) {
        const ContainerSummary container = store->container(id);
        const QString service = ContainerCells::service(container);
        each << prefix + QStringList{u"logs"_s, container.name};
        if (!service.isEmpty() && container.project() == project)
            services << service;
    }
    if (services.size() < ids.size())
        return each;
    services.removeDuplicates();
    return {prefix + QStringList{u"compose"_s, u"-p"_s, project, u"logs"_s} + services};
}

} // namespace Gantry
