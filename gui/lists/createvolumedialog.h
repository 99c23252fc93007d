// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/createdialog.h"

class QPlainTextEdit;

namespace Gantry {

/// Asks for the name and the labels of a new volume.
class CreateVolumeDialog : public CreateDialog
{
    Q_OBJECT

public:
    CreateVolumeDialog(Workbench *workbench, ObjectCommands *commands, QWidget *parent);

protected:
    bool isTaken(const QString &name) const override;
    QString problem() const override;
    Operation *act() override;

private:
    QMap<QString, QString> labels() const;

    QPlainTextEdit *m_labels;
};

} // namespace Gantry
