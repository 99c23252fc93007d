// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/networkdetailspane.h"

#include "engine/onanswer.h"
#include "items/humanize.h"
#include "items/networkmembersmodel.h"
#include "look/fonts.h"
#include "look/label.h"
#include "look/pageheader.h"
#include "look/tableview.h"
#include "shell/workbench.h"

#include <QHeaderView>
#include <QVBoxLayout>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr int AddressWidth = 112;
/// Nobody reads the aliases of more.
constexpr qsizetype MostInspected = 100;

} // namespace

NetworkDetailsPane::NetworkDetailsPane(Workbench *workbench, QWidget *parent)
    : ObjectDetailsPane(tr("Network details"),
                        tr("Containers in the same network reach each other by name, whatever is published to this "
                           "machine. A container can be in several."),
                        parent)
    , m_workbench(workbench)
    , m_members(new NetworkMembersModel(this))
    , m_table(new TableView(this))
{
    header()->addButton(workbench->actions()->action(u"networks.connect"_s));
    header()->addButton(workbench->actions()->action(u"networks.disconnect"_s));
    addHeading(tr("Members"));
    m_table->setObjectName(u"networkMembers"_s);
    m_table->setAccessibleName(tr("Members"));
    m_table->setModel(m_members);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setMinimumHeight(Fonts::scaled(96));
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->addAction(workbench->actions()->action(u"networks.disconnect"_s));
    QHeaderView *columns = m_table->horizontalHeader();
    columns->setSectionResizeMode(QHeaderView::Stretch);
    columns->setSectionResizeMode(NetworkMembersModel::AddressColumn, QHeaderView::Fixed);
    columns->resizeSection(NetworkMembersModel::AddressColumn, Fonts::scaled(AddressWidth));
    more()->addWidget(m_table, 1);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &NetworkDetailsPane::choiceChanged);
    connect(m_members, &QAbstractItemModel::rowsRemoved, this, &NetworkDetailsPane::choiceChanged);
    connect(workbench->engine()->containers(), &ContainerStore::changed, this,
            [this](const QStringList &, const QStringList &updated, const QStringList &removed) {
                // Its names there may be others by now.
                for (const QStringList &ids : {updated, removed}) {
                    for (const QString &id : ids)
                        m_aliases.remove(id);
                }
                refreshMembers();
            });
}

void NetworkDetailsPane::setNetwork(const NetworkRow &entry)
{
    const Network &network = entry.network;
    if (network.id != m_network.network.id)
        m_aliases.clear();
    m_network = entry;
    QList<Entry> facts{
        {tr("Driver"), network.internal ? tr("%1, internal: no way out").arg(network.driver) : network.driver}};
    for (const NetworkSubnet &subnet : network.subnets) {
        facts.append({tr("Subnet"), subnet.subnet, true});
        if (!subnet.gateway.isEmpty())
            facts.append({tr("Gateway"), subnet.gateway, true});
    }
    facts.append({tr("Created"), Humanize::ago(network.created)});
    for (auto label = network.labels.begin(); label != network.labels.end(); ++label)
        facts.append({label == network.labels.begin() ? tr("Labels") : QString(), label.key() + u'=' + *label, true});
    showObject(network.name, facts);
    refreshMembers();
}

void NetworkDetailsPane::clear()
{
    m_network = {};
    m_aliases.clear();
    m_members->setMembers({});
    showNothing();
}

QList<NetworkMemberRow> NetworkDetailsPane::chosenMembers() const
{
    QList<NetworkMemberRow> chosen;
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &row : rows)
        chosen.append(m_members->row(row.row()));
    return chosen;
}

void NetworkDetailsPane::refreshMembers()
{
    if (m_network.network.id.isEmpty())
        return;
    QList<NetworkMemberRow> members = NetworkMembersModel::membersOf(
        m_network.network.name, m_workbench->engine()->containers()->containers().values());
    for (NetworkMemberRow &member : members) {
        const auto known = m_aliases.constFind(member.id);
        if (known != m_aliases.cend())
            member.aliases = *known;
        else if (members.size() <= MostInspected)
            readAliases(member.id);
    }
    m_members->setMembers(members);
}

void NetworkDetailsPane::readAliases(const QString &container)
{
    EngineClient *client = m_workbench->engine()->client();
    if (!client || !isVisible())
        return;
    const QString network = m_network.network.id;
    m_aliases.insert(container, {});
    onAnswer<EngineError>(
        client->inspectContainer(container), this,
        [this, network, container](const ContainerDetails &details) {
            if (network != m_network.network.id)
                return;
            m_aliases.insert(container, NetworkMembersModel::aliasesOf(m_network.network.name, details));
            refreshMembers();
        },
        // Gone since, or said by other parts of the window.
        [](const EngineError &) {});
}

} // namespace Gantry
