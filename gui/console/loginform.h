// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "postgres/consoleconnection.h"

#include <QFrame>

class QCheckBox;
class QLineEdit;

namespace Gantry {

class Label;

/// Asks, within the page, for another user, password or database than the container's environment names.
class LoginForm : public QFrame
{
    Q_OBJECT

public:
    explicit LoginForm(QWidget *parent = nullptr);

    /// Opens with \a reason (the server's words) and what is in use now; the password is never shown.
    void open(const QString &reason, const ConsoleConnection::Login &login);
    /// What became of what was submitted: the form stays open, with what is typed.
    void setReason(const QString &reason);
    /// Empties the password.
    void close();

Q_SIGNALS:
    void submitted(const Gantry::ConsoleConnection::Login &login, bool remember);
    void cancelled();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void submit();

    Label *m_reason;
    QLineEdit *m_user;
    QLineEdit *m_password;
    QLineEdit *m_database;
    QCheckBox *m_remember;
};

} // namespace Gantry
