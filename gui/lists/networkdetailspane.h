// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/networkmodel.h"
#include "lists/objectdetailspane.h"

#include <QHash>

namespace Gantry {

class NetworkMembersModel;
class TableView;
class Workbench;
struct NetworkMemberRow;

/// A network's addresses, and its containers with theirs and the names that reach them.
class NetworkDetailsPane : public ObjectDetailsPane
{
    Q_OBJECT

public:
    /// \a workbench is not owned and outlives the pane. The actions "networks.connect" and "networks.disconnect" are
    /// there already.
    NetworkDetailsPane(Workbench *workbench, QWidget *parent);

    void setNetwork(const NetworkRow &network);
    void clear();
    /// The members that are chosen.
    QList<NetworkMemberRow> chosenMembers() const;

Q_SIGNALS:
    void choiceChanged();

private:
    void refreshMembers();
    void readAliases(const QString &container);

    Workbench *m_workbench;
    NetworkMembersModel *m_members;
    TableView *m_table;
    NetworkRow m_network;
    /// Of the members of this network, by container id; asked for once each while it is shown.
    QHash<QString, QStringList> m_aliases;
};

} // namespace Gantry
