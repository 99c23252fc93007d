// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/formdialog.h"
#include "operations/objectcommands.h"

class QLineEdit;

namespace Gantry {

class Workbench;

/// Asks for what a new object of the engine needs: a name that no other has, and more where it matters.
class CreateDialog : public FormDialog
{
    Q_OBJECT

protected:
    struct Words
    {
        QString objectName; ///< of the dialog
        QString title; ///< and verb
        QString nameCaption;
        QString taken; ///< another has this name
    };

    /// None is owned; all outlive the dialog.
    CreateDialog(const Words &words, Workbench *workbench, ObjectCommands *commands, QWidget *parent);

    Workbench *workbench() const { return m_workbench; }
    ObjectCommands *commands() const { return m_commands; }
    QString name() const;
    std::optional<QString> obstacle() const override;
    virtual bool isTaken(const QString &name) const = 0;
    /// What is wrong with all else, translated; empty if nothing is.
    virtual QString problem() const = 0;

private:
    Workbench *m_workbench;
    ObjectCommands *m_commands;
    QString m_taken;
    QLineEdit *m_name;
};

} // namespace Gantry
