// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/connectnetworkdialog.h"

#include "items/networkmembersmodel.h"
#include "look/oneline.h"
#include "shell/workbench.h"

#include <QComboBox>
#include <QLineEdit>
#include <QRegularExpression>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

ConnectNetworkDialog::ConnectNetworkDialog(Workbench *workbench, ObjectCommands *commands,
                                           const ObjectCommands::Target &network, QWidget *parent)
    : FormDialog(u"connectNetwork"_s, tr("Connect a container"), tr("Connect"), parent)
    , m_commands(commands)
    , m_network(network)
    , m_container(new QComboBox(this))
    , m_aliases(new QLineEdit(this))
{
    m_container->setObjectName(u"container"_s);
    m_aliases->setObjectName(u"aliases"_s);
    m_aliases->setPlaceholderText(tr("none"));
    QList<ContainerSummary> containers = workbench->engine()->containers()->containers().values();
    const QList<NetworkMemberRow> members = NetworkMembersModel::membersOf(network.name, containers);
    containers.removeIf([&members](const ContainerSummary &container) {
        return std::any_of(members.cbegin(), members.cend(),
                           [&container](const NetworkMemberRow &member) { return member.id == container.id; });
    });
    std::sort(containers.begin(), containers.end(),
              [](const ContainerSummary &a, const ContainerSummary &b) { return a.name < b.name; });
    for (const ContainerSummary &container : std::as_const(containers))
        m_container->addItem(oneLine(container.name), container.id);
    addField(tr("Container"), tr("Container that joins %1:").arg(shortName(network.name)), m_container);
    addField(tr("Aliases"), tr("Further names by which the others reach it there:"), m_aliases);
    check();
}

std::optional<QString> ConnectNetworkDialog::obstacle() const
{
    return m_container->count() == 0 ? std::optional(tr("Every container is in this network already.")) : std::nullopt;
}

Operation *ConnectNetworkDialog::act()
{
    static const QRegularExpression between(u"[\\s,]+"_s);
    return m_commands->connectNetwork(m_network, {m_container->currentData().toString(), m_container->currentText()},
                                      m_aliases->text().split(between, Qt::SkipEmptyParts));
}

} // namespace Gantry
