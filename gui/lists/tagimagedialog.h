// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/formdialog.h"
#include "operations/objectcommands.h"

class QLineEdit;

namespace Gantry {

class Workbench;

/// Asks for one more name of an image, and says whose name it is now.
class TagImageDialog : public FormDialog
{
    Q_OBJECT

public:
    /// None is owned; all outlive the dialog.
    TagImageDialog(Workbench *workbench, ObjectCommands *commands, const ObjectCommands::Target &image,
                   const QString &imageId, QWidget *parent);

protected:
    std::optional<QString> obstacle() const override;
    Operation *act() override;

private:
    void tellOwner();

    Workbench *m_workbench;
    ObjectCommands *m_commands;
    ObjectCommands::Target m_image;
    QString m_imageId;
    QLineEdit *m_name;
    Label *m_owner;
};

} // namespace Gantry
