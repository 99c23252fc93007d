// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace Gantry {

class Label;
class TerminalSession;

/// Says how the program of a terminal ended, and offers to start it again.
class TerminalEndBar : public QWidget
{
    Q_OBJECT

public:
    explicit TerminalEndBar(QWidget *parent = nullptr);

    /// Shows itself where \a session has ended, with why it cannot be started again now where \a obstacle is not empty.
    void show(const TerminalSession *session, const QString &obstacle);

Q_SIGNALS:
    void restartRequested();
    void closeRequested();

private:
    static QString sentence(const TerminalSession &session);

    Label *m_text;
    QPushButton *m_restart;
};

} // namespace Gantry
