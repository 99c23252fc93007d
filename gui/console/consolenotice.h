// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "postgres/consoleconnection.h"

#include <QWidget>

#include <functional>

class QAction;

namespace Gantry {

class Banner;
class LoginForm;

/// What the user must know of the connection while it is not simply there: that it is being made and can be cancelled,
/// why it could not be, that it was lost, that another login is needed; each with the buttons that deal with it.
class ConsoleNotice : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive the notice.
    ConsoleNotice(ConsoleConnection *connection, const SqlSession *session, QWidget *parent = nullptr);

    /// Opens the form though nothing is wrong.
    void askForLogin();
    void closeForm();
    /// Whether Up makes a container that is missing.
    void setUpPossible(const std::function<bool()> &possible) { m_upPossible = possible; }
    /// Something else to be known, until the connection has something to say.
    void showProblem(const QString &sentence);
    /// What is typed cannot be kept: said above everything else until the sentence is empty.
    void setUnkept(const QString &sentence);
    /// The banner's text or the form's reason; empty while nothing is shown.
    QString text() const;

Q_SIGNALS:
    void startContainerRequested();
    void upRequested();
    void unpauseContainerRequested();
    void loginChosen(const Gantry::ConsoleConnection::Login &login, bool remember);
    /// The form, which had the focus, is closed.
    void loginCancelled();

private:
    void follow();
    QString lostConsequence() const;
    QString formReason() const;
    bool offersUp() const { return m_upPossible && m_upPossible(); }
    QAction *makeAction(const QString &id, const QString &text, const QString &symbol);

    ConsoleConnection *m_connection;
    const SqlSession *m_session;
    Banner *m_unkept;
    Banner *m_banner;
    LoginForm *m_form;
    QAction *m_start;
    QAction *m_up;
    QAction *m_unpause;
    QAction *m_connect;
    QAction *m_retry;
    QAction *m_reconnect;
    QAction *m_login;
    QAction *m_cancel;
    QAction *m_close;
    QString m_text;
    bool m_formWanted = false;
    std::function<bool()> m_upPossible;
};

} // namespace Gantry
