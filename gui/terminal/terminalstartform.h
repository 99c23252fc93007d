// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "terminal/terminalsession.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace Gantry {

class Label;

/// Which program to start in a terminal, as whom, where, and with which variables.
class TerminalStartForm : public QWidget
{
    Q_OBJECT

public:
    explicit TerminalStartForm(QWidget *parent = nullptr);

    /// The container's name; why no terminal can be opened now, or nothing; whether there is something to go back to.
    void setContainer(const QString &name, const QString &obstacle, bool canGoBack);
    TerminalSession::Program program() const;
    void reset();

protected:
    void keyPressEvent(QKeyEvent *event) override;

Q_SIGNALS:
    void openRequested();
    void backRequested();

private:
    void check();

    Label *m_title;
    Label *m_problem;
    QComboBox *m_command;
    QLineEdit *m_user = nullptr;
    QLineEdit *m_directory = nullptr;
    QLineEdit *m_environment = nullptr;
    QPushButton *m_open;
    QPushButton *m_back;
    QString m_obstacle;
};

} // namespace Gantry
