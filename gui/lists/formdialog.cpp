// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/formdialog.h"

#include "look/buttonkind.h"
#include "look/fonts.h"
#include "look/label.h"
#include "operations/operation.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr int DialogWidth = 440;

} // namespace

FormDialog::FormDialog(const QString &name, const QString &title, const QString &verb, QWidget *parent)
    : QDialog(parent ? parent->window() : nullptr)
    , m_form(new QWidget(this))
    , m_fields(new QVBoxLayout(m_form))
    , m_problem(new Label(this))
{
    setObjectName(name);
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    m_fields->setContentsMargins(0, 0, 0, 0);
    m_fields->setSpacing(6);
    m_problem->setObjectName(u"problem"_s);
    m_problem->setTone(Tone::Error);
    m_problem->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(QDialogButtonBox::Cancel)->setObjectName(u"cancel"_s);
    m_verb = buttons->addButton(verb, QDialogButtonBox::AcceptRole);
    m_verb->setObjectName(u"verb"_s);
    m_verb->setAccessibleName(verb);
    m_verb->setDefault(true);
    setButtonKind(m_verb, ButtonKind::Primary);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &FormDialog::begin);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(m_form);
    layout->addWidget(m_problem);
    layout->addStretch(1);
    layout->addWidget(buttons);
    setMinimumWidth(Fonts::scaled(DialogWidth));
}

void FormDialog::addField(const QString &name, const QString &caption, QWidget *field)
{
    field->setAccessibleName(name);
    if (m_fields->count() == 0)
        m_form->setFocusProxy(field);
    if (!caption.isEmpty()) {
        auto *label = new Label(caption, m_form);
        label->setBuddy(field);
        label->setWordWrap(true);
        if (m_fields->count() > 0)
            m_fields->addSpacing(6);
        m_fields->addWidget(label);
    }
    m_fields->addWidget(field);
}

void FormDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    m_form->setFocus();
}

void FormDialog::check()
{
    const std::optional<QString> problem = obstacle();
    m_verb->setEnabled(!problem && !m_waiting);
    say(problem.value_or(QString()));
}

void FormDialog::say(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    // A window does not grow with the lines of a text by itself.
    layout()->invalidate();
    resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
}

void FormDialog::begin()
{
    if (m_waiting || obstacle())
        return;
    m_waiting = true;
    m_form->setEnabled(false);
    check();
    Operation *operation = act();
    operation->setTeller(this);
    connect(operation, &Operation::finished, this, [this, operation] {
        if (operation->state() == Operation::State::Succeeded) {
            accept();
            return;
        }
        m_waiting = false;
        m_form->setEnabled(true);
        m_form->setFocus();
        check();
        say(operation->error());
    });
}

} // namespace Gantry
