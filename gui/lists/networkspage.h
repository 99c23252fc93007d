// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/listpage.h"

namespace Gantry {

class NetworkDetailsPane;
class NetworkModel;

/// The networks of the engine.
class NetworksPage : public ListPage
{
    Q_OBJECT

public:
    explicit NetworksPage(Workbench *workbench, QWidget *parent = nullptr);

protected:
    QString fact() const override;
    QStringList names(const QList<int> &rows) const override;
    QStringList ids(const QList<int> &rows) const override;
    QString removeObstacle(const QList<int> &rows) const override;
    void remove(const QList<int> &rows) override;
    bool belongs(int row, int chip) const override;
    void followSelection(const QList<int> &rows) override;
    void showEvent(QShowEvent *event) override;

private:
    enum Show { All, Used, Unused };

    NetworksPage(Workbench *workbench, NetworkModel *model, QWidget *parent);

    void registerActions();
    void updateMemberActions();
    /// The one that is chosen; no id if none is, or several are.
    ObjectCommands::Target chosen() const;

    NetworkModel *m_model;
    NetworkDetailsPane *m_details = nullptr;
};

} // namespace Gantry
