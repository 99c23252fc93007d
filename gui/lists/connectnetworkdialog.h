// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/formdialog.h"
#include "operations/objectcommands.h"

class QComboBox;
class QLineEdit;

namespace Gantry {

class Workbench;

/// Asks which container is to join a network, and by what further names.
class ConnectNetworkDialog : public FormDialog
{
    Q_OBJECT

public:
    /// None is owned; all outlive the dialog.
    ConnectNetworkDialog(Workbench *workbench, ObjectCommands *commands, const ObjectCommands::Target &network,
                         QWidget *parent);

protected:
    std::optional<QString> obstacle() const override;
    Operation *act() override;

private:
    ObjectCommands *m_commands;
    ObjectCommands::Target m_network;
    QComboBox *m_container;
    QLineEdit *m_aliases;
};

} // namespace Gantry
