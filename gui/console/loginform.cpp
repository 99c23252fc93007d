// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/loginform.h"

#include "look/buttonkind.h"
#include "look/label.h"
#include "look/paint.h"
#include "look/tokens.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Gantry {

LoginForm::LoginForm(QWidget *parent)
    : QFrame(parent)
    , m_reason(new Label(this))
    , m_user(new QLineEdit(this))
    , m_password(new QLineEdit(this))
    , m_database(new QLineEdit(this))
    , m_remember(new QCheckBox(tr("Remember the password in the keychain"), this))
{
    setObjectName(u"loginForm"_s);
    setAccessibleName(tr("Login"));
    m_reason->setWordWrap(true);
    m_reason->setLook(13, QFont::Medium);
    m_reason->setObjectName(u"loginReason"_s);
    m_password->setEchoMode(QLineEdit::Password);
    m_remember->setObjectName(u"loginRemember"_s);

    auto *fields = new QHBoxLayout;
    fields->setSpacing(8);
    const auto addField = [this, fields](QLineEdit *field, const QString &name, const QString &objectName) {
        auto *caption = new Label(name, this);
        caption->setTone(Tone::Muted);
        caption->setBuddy(field);
        field->setAccessibleName(name);
        field->setObjectName(objectName);
        fields->addWidget(caption);
        fields->addWidget(field, 1);
        fields->addSpacing(8);
    };
    addField(m_user, tr("User"), u"loginUser"_s);
    addField(m_password, tr("Password"), u"loginPassword"_s);
    addField(m_database, tr("Database"), u"loginDatabase"_s);
    auto *box = new QDialogButtonBox(this);
    QPushButton *connectButton = box->addButton(tr("Connect"), QDialogButtonBox::AcceptRole);
    connectButton->setObjectName(u"loginConnect"_s);
    QPushButton *cancelButton = box->addButton(tr("Cancel login"), QDialogButtonBox::RejectRole);
    cancelButton->setObjectName(u"loginCancel"_s);
    setButtonKind(cancelButton, ButtonKind::Ghost);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_remember);
    buttons->addWidget(box, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->setSpacing(8);
    layout->addWidget(m_reason);
    layout->addLayout(fields);
    layout->addLayout(buttons);

    connect(connectButton, &QPushButton::clicked, this, &LoginForm::submit);
    connect(cancelButton, &QPushButton::clicked, this, &LoginForm::cancelled);
    for (QLineEdit *field : {m_user, m_password, m_database})
        connect(field, &QLineEdit::returnPressed, this, &LoginForm::submit);
    hide();
}

void LoginForm::open(const QString &reason, const ConsoleConnection::Login &login)
{
    setReason(reason);
    m_user->setText(login.user);
    m_database->setText(login.database);
    m_password->clear();
    show();
    m_password->setFocus(Qt::OtherFocusReason);
}

void LoginForm::setReason(const QString &reason)
{
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty());
}

void LoginForm::close()
{
    m_password->clear();
    hide();
}

void LoginForm::submit()
{
    const ConsoleConnection::Login login{m_user->text(), m_password->text(), m_database->text()};
    Q_EMIT submitted(login, m_remember->isChecked());
}

void LoginForm::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &tokens = Tokens::of(palette());
    drawRounded(&painter, rect(), 8, tokens.sunken, tokens.line);
}

void LoginForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT cancelled();
    else
        QFrame::keyPressEvent(event);
}

} // namespace Gantry
