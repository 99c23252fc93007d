// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/createnetworkdialog.h"

#include "shell/workbench.h"

#include <QCheckBox>
#include <QHostAddress>
#include <QLineEdit>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

CreateNetworkDialog::CreateNetworkDialog(Workbench *workbench, ObjectCommands *commands, QWidget *parent)
    : CreateDialog({u"createNetwork"_s, tr("Create network"), tr("Name of the network:"),
                    tr("There is a network of this name already.")},
                   workbench, commands, parent)
    , m_subnet(new QLineEdit(this))
    , m_internal(new QCheckBox(tr("Internal: no way out of the network"), this))
{
    m_subnet->setObjectName(u"subnet"_s);
    m_subnet->setPlaceholderText(tr("the engine chooses, or 172.30.0.0/16"));
    m_internal->setObjectName(u"internal"_s);
    addField(tr("Subnet"), tr("Subnet:"), m_subnet);
    addField(tr("Internal"), {}, m_internal);
    connect(m_subnet, &QLineEdit::textChanged, this, &CreateNetworkDialog::check);
    check();
}

bool CreateNetworkDialog::isTaken(const QString &name) const
{
    const QList<Network> &networks = workbench()->engine()->networks();
    return std::any_of(networks.cbegin(), networks.cend(),
                       [&name](const Network &network) { return network.name == name; });
}

QString CreateNetworkDialog::problem() const
{
    const QString subnet = m_subnet->text().trimmed();
    if (!subnet.isEmpty() && (!subnet.contains(u'/') || QHostAddress::parseSubnet(subnet).second < 0))
        return tr("A subnet is an address and the number of its fixed bits: 172.30.0.0/16.");
    return {};
}

Operation *CreateNetworkDialog::act()
{
    NetworkConfig config;
    config.name = name();
    config.subnet = m_subnet->text().trimmed();
    config.internal = m_internal->isChecked();
    return commands()->createNetwork(config);
}

} // namespace Gantry
