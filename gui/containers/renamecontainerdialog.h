// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace Gantry {

class Label;
class Workbench;

/// Asks for a container's new name and stays open, with the text, until the engine took it.
class RenameContainerDialog : public QDialog
{
    Q_OBJECT

public:
    /// Opens without blocking.
    static void ask(Workbench *workbench, const QString &id, QWidget *parent);

private:
    RenameContainerDialog(Workbench *workbench, const QString &id, QWidget *parent);
    /// Why the engine would not take the name; empty if it would.
    QString obstacle(const QString &name) const;
    void check();
    void say(const QString &problem);
    void rename();

    Workbench *m_workbench;
    QString m_id;
    QString m_oldName;
    QLineEdit *m_name = nullptr;
    Label *m_problem = nullptr;
    QPushButton *m_verb = nullptr;
    bool m_waiting = false;
};

} // namespace Gantry
