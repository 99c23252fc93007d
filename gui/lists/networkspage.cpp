// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/networkspage.h"

#include "items/networkmembersmodel.h"
#include "items/networkmodel.h"
#include "lists/connectnetworkdialog.h"
#include "lists/createnetworkdialog.h"
#include "lists/networkdetailspane.h"
#include "look/oneline.h"
#include "shell/ask.h"
#include "shell/workbench.h"

namespace Gantry {

using namespace Qt::StringLiterals;

NetworksPage::NetworksPage(Workbench *workbench, QWidget *parent)
    : NetworksPage(workbench, new NetworkModel(workbench->engine()->containers()), parent)
{
}

NetworksPage::NetworksPage(Workbench *workbench, NetworkModel *model, QWidget *parent)
    : ListPage(workbench,
               {u"networks"_s, u"network"_s, tr("Networks"), tr("Filter by name, project, subnet…"),
                tr("The engine has no networks."), ActionRegistry::Menu::Tools, tr("Copy network name"),
                tr("Copy network ID"), tr("Remove networks…")},
               model, parent)
    , m_model(model)
{
    registerActions();
    addHeaderButtons();
    addChips({tr("All"), tr("In use"), tr("Unused")});
    m_details = new NetworkDetailsPane(workbench, this);
    setDetails(m_details);
    connect(m_details, &NetworkDetailsPane::choiceChanged, this, &NetworksPage::updateMemberActions);
    setColumnWeights({28, 14, 18, 10, 18, 12});
    const auto follow = [this] {
        m_model->setNetworks(this->workbench()->engine()->networks());
        refresh();
    };
    connect(workbench->engine(), &Engine::networksChanged, this, follow);
    follow();
}

void NetworksPage::registerActions()
{
    connect(addAction(u"create"_s, tr("Create network…"), tr("Create…"),
                      tr("Make a network in which containers reach each other by name"), u"plus"_s, false),
            &QAction::triggered, this, [this] { (new CreateNetworkDialog(workbench(), commands(), this))->open(); });
    connect(addAction(u"connect"_s, tr("Connect container…"), tr("Connect…"),
                      tr("Let a container join the chosen network"), u"connect"_s, true),
            &QAction::triggered, this, [this] {
                if (const ObjectCommands::Target network = chosen(); !network.id.isEmpty())
                    (new ConnectNetworkDialog(workbench(), commands(), network, this))->open();
            });
    connect(addAction(u"disconnect"_s, tr("Disconnect containers"), tr("Disconnect"),
                      tr("Take the chosen members out of the network; they go on running"), u"disconnect"_s, false),
            &QAction::triggered, this, [this] {
                QList<ObjectCommands::Target> members;
                const QList<NetworkMemberRow> rows = m_details->chosenMembers();
                for (const NetworkMemberRow &row : rows)
                    members.append({row.id, row.name});
                if (!members.isEmpty())
                    commands()->disconnectNetwork(chosen(), members);
            });
}

ObjectCommands::Target NetworksPage::chosen() const
{
    const QList<int> rows = chosenRows();
    if (rows.size() != 1)
        return {};
    const Network &network = m_model->row(rows.first()).network;
    return {network.id, network.name};
}

bool NetworksPage::belongs(int row, int chip) const
{
    return chip == All || m_model->row(row).usage.isEmpty() == (chip == Unused);
}

void NetworksPage::followSelection(const QList<int> &rows)
{
    if (rows.size() == 1)
        m_details->setNetwork(m_model->row(rows.first()));
    else
        m_details->clear();
    setObstacle(u"create"_s, commonObstacle(false));
    updateMemberActions();
}

void NetworksPage::updateMemberActions()
{
    QString obstacle = commonObstacle(true);
    const QString name = chosen().name;
    if (obstacle.isEmpty() && name.isEmpty())
        obstacle = tr("Choose one network only.");
    else if (obstacle.isEmpty() && (name == "host"_L1 || name == "none"_L1))
        obstacle = tr("A container is in %1 from its making on, or never.", "a network").arg(name);
    setObstacle(u"connect"_s, obstacle);
    if (obstacle.isEmpty() && m_details->chosenMembers().isEmpty())
        obstacle = tr("Choose members of the network first.");
    setObstacle(u"disconnect"_s, obstacle);
}

QString NetworksPage::fact() const
{
    return m_model->rowCount() == 0 ? tr("none yet") : tr("%n network(s)", nullptr, m_model->rowCount());
}

QStringList NetworksPage::names(const QList<int> &rows) const
{
    QStringList result;
    for (const int row : rows)
        result.append(m_model->row(row).network.name);
    return result;
}

QStringList NetworksPage::ids(const QList<int> &rows) const
{
    QStringList result;
    for (const int row : rows)
        result.append(m_model->row(row).network.id);
    return result;
}

QString NetworksPage::removeObstacle(const QList<int> &rows) const
{
    for (const int row : rows) {
        if (m_model->row(row).isPredefined())
            return tr("%1 belongs to the engine itself.", "a network").arg(shortName(m_model->row(row).network.name));
    }
    return {};
}

void NetworksPage::remove(const QList<int> &rows)
{
    QList<ObjectCommands::Target> targets;
    Question question;
    for (const int row : rows) {
        const NetworkRow &network = m_model->row(row);
        targets.append({network.network.id, network.network.name});
        question.names.append(
            network.usage.isEmpty()
                ? network.network.name
                : tr("%1, used by %2", "a network; a container, or \"3 containers\"")
                      .arg(shortName(network.network.name), shortName(network.usage.containersText())));
    }
    const int number = int(rows.size());
    question.title = tr("Remove networks");
    question.text = tr("Remove %n network(s)?", nullptr, number);
    question.consequence = tr("The engine refuses networks of running containers.");
    question.verb = tr("Remove %n network(s)", nullptr, number);
    ask(this, question, [this, targets](bool) { commands()->removeNetworks(targets); });
}

void NetworksPage::showEvent(QShowEvent *event)
{
    ListPage::showEvent(event);
    workbench()->engine()->wantNetworks();
}

} // namespace Gantry
