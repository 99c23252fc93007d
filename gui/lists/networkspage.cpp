// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/networkspage.h"

#include "items/networkmodel.h"
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
    setColumnWeights({28, 14, 18, 10, 18, 12});
    const auto follow = [this] {
        m_model->setNetworks(this->workbench()->engine()->networks());
        refresh();
    };
    connect(workbench->engine(), &Engine::networksChanged, this, follow);
    follow();
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
