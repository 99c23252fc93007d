// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/consolenotice.h"

#include "console/loginform.h"
#include "look/banner.h"
#include "look/icons.h"

#include <QAction>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Gantry {

ConsoleNotice::ConsoleNotice(ConsoleConnection *connection, const SqlSession *session, QWidget *parent)
    : QWidget(parent)
    , m_connection(connection)
    , m_session(session)
    , m_unkept(new Banner(Banner::Kind::Warning, this))
    , m_banner(new Banner(Banner::Kind::Information, this))
    , m_form(new LoginForm(this))
    , m_start(makeAction(u"console.start"_s, tr("Start"), u"play"_s))
    , m_up(makeAction(u"console.up"_s, tr("Up"), u"play"_s))
    , m_unpause(makeAction(u"console.unpause"_s, tr("Unpause"), u"play"_s))
    , m_connect(makeAction(u"console.connect"_s, tr("Connect"), {}))
    , m_retry(makeAction(u"console.retry"_s, tr("Try again"), {}))
    , m_reconnect(makeAction(u"console.reconnect"_s, tr("Reconnect"), {}))
    , m_login(makeAction(u"console.login"_s, tr("Change login"), {}))
    , m_cancel(makeAction(u"console.cancelConnecting"_s, tr("Cancel connecting"), {}))
    , m_close(makeAction(u"console.closeNotice"_s, tr("Close"), {}))
{
    setObjectName(u"consoleNotice"_s);
    m_unkept->setObjectName(u"unkeptBanner"_s);
    m_unkept->hide();
    m_banner->setObjectName(u"consoleBanner"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->addWidget(m_unkept);
    layout->addWidget(m_banner);
    layout->addWidget(m_form);

    connect(m_start, &QAction::triggered, this, [this] {
        Q_EMIT startContainerRequested();
        m_connection->connectNow();
    });
    connect(m_up, &QAction::triggered, this, [this] {
        Q_EMIT upRequested();
        m_connection->connectNow();
    });
    connect(m_unpause, &QAction::triggered, this, &ConsoleNotice::unpauseContainerRequested);
    for (const QAction *action : {m_connect, m_retry, m_reconnect})
        connect(action, &QAction::triggered, m_connection, &ConsoleConnection::connectNow);
    connect(m_login, &QAction::triggered, this, &ConsoleNotice::askForLogin);
    connect(m_cancel, &QAction::triggered, m_connection, &ConsoleConnection::cancel);
    connect(m_close, &QAction::triggered, this, &ConsoleNotice::follow);
    connect(m_form, &LoginForm::submitted, this, [this](const ConsoleConnection::Login &login, bool remember) {
        // Beside an open connection the form stays until the login is known to work.
        if (m_connection->state() != ConsoleConnection::State::Connected)
            closeForm();
        Q_EMIT loginChosen(login, remember);
    });
    connect(m_form, &LoginForm::cancelled, this, [this] {
        m_formWanted = false;
        m_connection->cancel();
        follow();
        Q_EMIT loginCancelled();
    });
    connect(m_connection, &ConsoleConnection::changed, this, &ConsoleNotice::follow);
    follow();
}

QAction *ConsoleNotice::makeAction(const QString &id, const QString &text, const QString &symbol)
{
    auto *action = new QAction(text, this);
    action->setObjectName(id);
    if (!symbol.isEmpty())
        action->setIcon(symbolIcon(symbol));
    return action;
}

void ConsoleNotice::askForLogin()
{
    m_formWanted = true;
    follow();
}

void ConsoleNotice::closeForm()
{
    m_formWanted = false;
    m_form->close();
}

void ConsoleNotice::showProblem(const QString &sentence)
{
    m_text = sentence;
    m_banner->clearButtons();
    m_banner->setKind(Banner::Kind::Warning);
    m_banner->setMessage(sentence);
    m_banner->addButton(m_close);
    m_banner->show();
    show();
}

void ConsoleNotice::setUnkept(const QString &sentence)
{
    if (!sentence.isEmpty())
        m_unkept->setMessage(sentence);
    m_unkept->setVisible(!sentence.isEmpty());
    setVisible(!m_unkept->isHidden() || !m_banner->isHidden() || !m_form->isHidden());
}

QString ConsoleNotice::text() const
{
    return m_banner->isHidden() && m_form->isHidden() ? QString() : m_text;
}

QString ConsoleNotice::lostConsequence() const
{
    QStringList sentences;
    if (m_connection->isContainerPaused())
        sentences += tr("The container is paused.");
    else if (m_connection->isEngineAway())
        sentences += tr("The engine is not connected.");
    else if (m_connection->isContainerMissing())
        sentences += tr("The container was removed.");
    else if (!m_connection->isContainerRunning())
        sentences += tr("The container is not running.");
    if (m_session->lostWork() == SqlSession::LostWork::Transaction)
        sentences
            += tr("The open transaction is lost: the server rolls it back once it notices. Text and rows are kept.");
    else if (m_session->lostWork() == SqlSession::LostWork::Statement)
        sentences += tr("The statement that ran may have taken effect. Text and rows are kept.");
    else if (m_session->lostWork() == SqlSession::LostWork::Commit)
        sentences += tr("The transaction was being committed: look whether it was, before you repeat it. Text and rows "
                        "are kept.");
    else
        sentences += tr("Text and rows are kept.");
    return sentences.join(u' ');
}

QString ConsoleNotice::formReason() const
{
    if (m_connection->state() == ConsoleConnection::State::NeedsLogin)
        return m_connection->sentence();
    return m_connection->isTryingLogin() ? tr("Trying the login…") : m_connection->loginProblem();
}

void ConsoleNotice::follow()
{
    using State = ConsoleConnection::State;
    m_text = m_connection->sentence();
    Banner::Kind kind = Banner::Kind::Information;
    QString consequence;
    QList<QAction *> actions;
    bool form = m_formWanted && !m_connection->isBusy();
    switch (m_connection->state()) {
    case State::Connected:
        if (!m_connection->isContainerPaused())
            break;
        kind = Banner::Kind::Warning;
        m_text = tr("The container %1 is paused.").arg(m_connection->place().containerName);
        consequence = tr("Statements wait until it is unpaused.");
        actions = {m_unpause};
        break;
    case State::Idle:
        if (m_text.isEmpty())
            m_text = tr("Not connected. The console connects when you run something.");
        actions = {m_connect, m_login};
        break;
    case State::EngineAway:
        kind = Banner::Kind::Warning;
        actions = {m_cancel};
        break;
    case State::Missing:
        kind = Banner::Kind::Warning;
        actions = {m_cancel};
        if (offersUp())
            actions.prepend(m_up);
        break;
    case State::Stopped:
        kind = Banner::Kind::Warning;
        consequence = tr("The console connects when it runs.");
        actions = {m_connection->isContainerPaused() ? m_unpause : m_start, m_cancel};
        break;
    case State::Reading:
    case State::Connecting:
    case State::Waiting:
        actions = {m_cancel};
        break;
    case State::NeedsLogin:
        form = true;
        break;
    case State::Failed:
        kind = Banner::Kind::Error;
        actions = {m_retry, m_login};
        break;
    case State::Lost:
        kind = Banner::Kind::Error;
        consequence = lostConsequence();
        actions = {m_reconnect};
        if (m_connection->isContainerPaused())
            actions.prepend(m_unpause);
        else if (m_connection->isContainerMissing() && offersUp())
            actions.prepend(m_up);
        else if (!m_connection->isContainerMissing() && !m_connection->isEngineAway()
                 && !m_connection->isContainerRunning())
            actions.prepend(m_start);
        break;
    }
    // The focus stays where it is while a banner changes its buttons.
    m_banner->clearButtons();
    m_banner->setKind(kind);
    m_banner->setMessage(m_text, consequence);
    for (QAction *action : std::as_const(actions))
        m_banner->addButton(action);
    m_banner->setVisible(!actions.isEmpty() && !form);
    if (form && m_form->isHidden()) {
        ConsoleConnection::Login login = m_connection->login();
        if (login.user.isEmpty())
            login.user = m_connection->parameters().user;
        if (login.database.isEmpty())
            login.database = m_connection->parameters().database;
        m_form->open(formReason(), login);
    } else if (form) {
        m_form->setReason(formReason());
    } else if (!form && !m_form->isHidden()) {
        m_form->close();
    }
    setVisible(form || !actions.isEmpty() || !m_unkept->isHidden());
}

} // namespace Gantry
