// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/ask.h"

#include "look/oneline.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaximumNames = 12;

QMessageBox *makeBox(QWidget *parent, const QString &title, const QString &text)
{
    auto *box = new QMessageBox(parent ? parent->window() : nullptr);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(title);
    box->setTextFormat(Qt::PlainText);
    box->setText(text);
    box->setAccessibleName(text);
    return box;
}

QString listed(const QStringList &names)
{
    QStringList lines;
    for (const QString &name : names.first(qMin(names.size(), MaximumNames)))
        lines.append(u"\u2022 "_s + oneLine(name).left(120));
    if (names.size() > MaximumNames)
        lines.append(QCoreApplication::translate("ask", "and %n more", nullptr, int(names.size() - MaximumNames)));
    return lines.join(u'\n');
}

} // namespace

QMessageBox *ask(QWidget *parent, const Question &question, std::function<void(bool)> accepted)
{
    QMessageBox *box = makeBox(parent, question.title, question.text);
    box->setObjectName(u"question"_s);
    box->setIcon(QMessageBox::Warning);
    QStringList details;
    if (!question.names.isEmpty())
        details.append(listed(question.names));
    if (!question.consequence.isEmpty())
        details.append(question.consequence);
    box->setInformativeText(details.join(u"\n\n"_s));
    if (!question.option.isEmpty()) {
        auto *option = new QCheckBox(question.option, box);
        option->setObjectName(u"questionOption"_s);
        option->setAccessibleName(question.option);
        option->setChecked(question.optionChecked);
        box->setCheckBox(option);
    }
    QPushButton *verb = box->addButton(question.verb, QMessageBox::AcceptRole);
    verb->setObjectName(u"questionVerb"_s);
    verb->setAccessibleName(question.verb);
    verb->setAutoDefault(false);
    QPushButton *cancel = box->addButton(QMessageBox::Cancel);
    cancel->setObjectName(u"questionCancel"_s);
    box->setDefaultButton(cancel);
    box->setEscapeButton(cancel);
    QObject::connect(box, &QMessageBox::buttonClicked, box,
                     [box, verb, accepted = std::move(accepted)](QAbstractButton *button) {
                         if (button == verb && accepted)
                             accepted(box->checkBox() && box->checkBox()->isChecked());
                     });
    box->open();
    cancel->setFocus();
    return box;
}

QMessageBox *tell(QWidget *parent, const QString &title, const QString &text, const QString &details)
{
    QMessageBox *box = makeBox(parent, title, text);
    box->setObjectName(u"message"_s);
    box->setIcon(QMessageBox::Warning);
    box->setInformativeText(details);
    box->setStandardButtons(QMessageBox::Close);
    box->open();
    return box;
}

} // namespace Gantry
