// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/formdialog.h"
#include "operations/objectcommands.h"

class QCheckBox;
class QLineEdit;

namespace Gantry {

class Workbench;

/// Asks for what a new network needs: a name; its addresses where they matter.
class CreateNetworkDialog : public FormDialog
{
    Q_OBJECT

public:
    /// None is owned; all outlive the dialog.
    CreateNetworkDialog(Workbench *workbench, ObjectCommands *commands, QWidget *parent);

protected:
    std::optional<QString> obstacle() const override;
    Operation *act() override;

private:
    Workbench *m_workbench;
    ObjectCommands *m_commands;
    QLineEdit *m_name;
    QLineEdit *m_subnet;
    QCheckBox *m_internal;
};

} // namespace Gantry
