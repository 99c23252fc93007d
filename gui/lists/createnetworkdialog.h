// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/createdialog.h"

class QCheckBox;

namespace Gantry {

/// Asks for what a new network needs: a name; its addresses where they matter.
class CreateNetworkDialog : public CreateDialog
{
    Q_OBJECT

public:
    CreateNetworkDialog(Workbench *workbench, ObjectCommands *commands, QWidget *parent);

protected:
    bool isTaken(const QString &name) const override;
    QString problem() const override;
    Operation *act() override;

private:
    QLineEdit *m_subnet;
    QCheckBox *m_internal;
};

} // namespace Gantry
