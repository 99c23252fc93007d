// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/formdialog.h"
#include "operations/objectcommands.h"

class QLineEdit;
class QPlainTextEdit;

namespace Gantry {

class Workbench;

/// Asks for the name and the labels of a new volume.
class CreateVolumeDialog : public FormDialog
{
    Q_OBJECT

public:
    /// None is owned; all outlive the dialog.
    CreateVolumeDialog(Workbench *workbench, ObjectCommands *commands, QWidget *parent);

protected:
    std::optional<QString> obstacle() const override;
    Operation *act() override;

private:
    QMap<QString, QString> labels() const;

    Workbench *m_workbench;
    ObjectCommands *m_commands;
    QLineEdit *m_name;
    QPlainTextEdit *m_labels;
};

} // namespace Gantry
