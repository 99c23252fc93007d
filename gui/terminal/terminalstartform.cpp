// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/terminalstartform.h"

#include "look/buttonkind.h"
#include "look/editablebox.h"
#include "look/fonts.h"
#include "look/label.h"
#include "look/oneline.h"
#include "look/plaintooltip.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr int WidestForm = 420;

bool isVariable(const QString &word)
{
    return word.indexOf(u'=') > 0;
}

} // namespace

TerminalStartForm::TerminalStartForm(QWidget *parent)
    : QWidget(parent)
    , m_title(new Label(this))
    , m_problem(new Label(this))
    , m_command(makeEditableBox(tr("Program"), u"terminalProgram"_s, this))
    , m_open(new QPushButton(tr("Open terminal"), this))
    , m_back(new QPushButton(tr("Back"), this))
{
    setObjectName(u"terminalForm"_s);
    m_title->setLook(13, QFont::DemiBold);
    m_title->setWordWrap(true);
    m_problem->setObjectName(u"terminalFormProblem"_s);
    m_problem->setLook(12);
    m_problem->setTone(Tone::Muted);
    m_problem->setWordWrap(true);
    m_command->addItems(QStringList{QString()} + TerminalSession::shells());
    m_command->lineEdit()->setPlaceholderText(tr("the best shell that is there"));
    m_open->setObjectName(u"openTerminal"_s);
    m_open->setAccessibleName(tr("Open terminal"));
    setButtonKind(m_open, ButtonKind::Primary);
    m_back->setObjectName(u"terminalBack"_s);
    m_back->setAccessibleName(tr("Back"));
    setButtonKind(m_back, ButtonKind::Outlined);

    auto *fields = new QGridLayout;
    fields->setHorizontalSpacing(12);
    fields->setVerticalSpacing(6);
    fields->setColumnStretch(1, 1);
    const auto add = [this, fields](const QString &text, QWidget *field) {
        auto *label = new Label(text, this);
        label->setTone(Tone::Muted);
        label->setBuddy(field);
        const int row = fields->rowCount();
        fields->addWidget(label, row, 0);
        fields->addWidget(field, row, 1);
    };
    const auto makeField = [this](const QString &name, const QString &placeholder, const QString &objectName) {
        auto *field = new QLineEdit(this);
        field->setObjectName(objectName);
        field->setAccessibleName(name);
        field->setPlaceholderText(placeholder);
        connect(field, &QLineEdit::textChanged, this, &TerminalStartForm::check);
        connect(field, &QLineEdit::returnPressed, m_open, &QPushButton::click);
        return field;
    };
    m_user = makeField(tr("User"), tr("the container's own"), u"terminalUser"_s);
    m_directory = makeField(tr("Working directory"), tr("the container's own"), u"terminalDirectory"_s);
    m_environment = makeField(tr("Variables"), u"NAME=value NAME2=\"other value\""_s, u"terminalVariables"_s);
    add(tr("Program"), m_command);
    add(tr("User"), m_user);
    add(tr("Directory"), m_directory);
    add(tr("Variables"), m_environment);
    connect(m_command->lineEdit(), &QLineEdit::returnPressed, m_open, &QPushButton::click);
    connect(m_open, &QPushButton::clicked, this, &TerminalStartForm::openRequested);
    connect(m_back, &QPushButton::clicked, this, &TerminalStartForm::backRequested);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_open);
    buttons->addWidget(m_back);
    buttons->addStretch(1);
    auto *form = new QWidget(this);
    form->setMaximumWidth(Fonts::scaled(WidestForm));
    auto *layout = new QVBoxLayout(form);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(m_title);
    layout->addLayout(fields);
    layout->addLayout(buttons);
    layout->addWidget(m_problem);
    layout->addStretch(1);
    auto *outer = new QHBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(form, 1);
    outer->addStretch(0);
    check();
}

void TerminalStartForm::setContainer(const QString &name, const QString &obstacle, bool canGoBack)
{
    m_title->setText(tr("Open a terminal in %1").arg(shortName(name)));
    m_obstacle = obstacle;
    m_back->setVisible(canGoBack);
    // What is typed into the terminal behind it by mistake must not open another one.
    setFocusProxy(canGoBack ? static_cast<QWidget *>(m_command) : m_open);
    check();
}

void TerminalStartForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_back->isHidden())
        Q_EMIT backRequested();
    else
        QWidget::keyPressEvent(event);
}

void TerminalStartForm::check()
{
    QString problem = m_obstacle;
    const QStringList words = QProcess::splitCommand(m_environment->text());
    if (problem.isEmpty() && !std::all_of(words.begin(), words.end(), isVariable))
        problem = tr("Variables are written as NAME=value, with a space between them.");
    m_open->setEnabled(problem.isEmpty());
    setPlainToolTip(m_open, problem);
    m_problem->setText(problem.isEmpty() ? tr("Ctrl+Tab leaves the terminal by the keyboard.") : problem);
}

TerminalSession::Program TerminalStartForm::program() const
{
    return {QProcess::splitCommand(m_command->currentText()), m_user->text().trimmed(), m_directory->text().trimmed(),
            QProcess::splitCommand(m_environment->text())};
}

void TerminalStartForm::reset()
{
    m_command->setCurrentIndex(0);
    m_user->clear();
    m_directory->clear();
    m_environment->clear();
}

} // namespace Gantry
