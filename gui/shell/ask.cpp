// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/ask.h"

#include "look/buttonkind.h"
#include "look/namelist.h"
#include "look/oneline.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

/// A name and what is said of it.
constexpr qsizetype LongestEntry = 2 * LongestInSentence;

/// A message box with a list above its buttons, where there are too many names for its text.
class Box : public QMessageBox
{
public:
    using QMessageBox::QMessageBox;

    /// Only when everything else is set: texts and a check box lay the box out anew.
    void setNames(const QStringList &lines)
    {
        m_names = new NameList(lines, this);
        placeNames();
    }

protected:
    void changeEvent(QEvent *event) override
    {
        QMessageBox::changeEvent(event);
        if (event->type() == QEvent::StyleChange && m_names)
            placeNames();
    }

private:
    void placeNames()
    {
        auto *grid = qobject_cast<QGridLayout *>(layout());
        auto *buttons = findChild<QDialogButtonBox *>();
        if (!grid || !buttons || grid->indexOf(m_names) >= 0)
            return;
        grid->removeWidget(buttons);
        const int row = grid->rowCount();
        grid->addWidget(m_names, row, 0, 1, -1);
        grid->addWidget(buttons, row + 1, 0, 1, -1);
    }

    NameList *m_names = nullptr;
};

Box *makeBox(QWidget *parent, const QString &title, const QString &text)
{
    auto *box = new Box(parent ? parent->window() : nullptr);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(oneLine(title));
    box->setTextFormat(Qt::PlainText);
    box->setText(visible(text));
    box->setAccessibleName(text);
    return box;
}

/// QMessageBox has a format for its text only, and would take names in this one for markup.
void setInformativeText(QMessageBox *box, const QString &text)
{
    box->setInformativeText(visible(text));
    if (auto *label = box->findChild<QLabel *>(u"qt_msgbox_informativelabel"_s))
        label->setTextFormat(Qt::PlainText);
}

QStringList bulleted(const QStringList &names)
{
    QStringList lines;
    for (const QString &name : names)
        lines.append(u"\u2022 "_s + oneLine(name, LongestEntry));
    return lines;
}

/// Names, where they are few, and the consequence.
QString detailsOf(const Question &question)
{
    QStringList details;
    if (!question.names.isEmpty() && question.names.size() <= NameList::Few)
        details.append(bulleted(question.names).join(u'\n'));
    if (!question.consequence.isEmpty())
        details.append(question.consequence);
    return details.join(u"\n\n"_s);
}

} // namespace

QMessageBox *ask(QWidget *parent, const Question &question, std::function<void(bool)> accepted)
{
    Box *box = makeBox(parent, question.title, question.text);
    box->setObjectName(u"question"_s);
    box->setIcon(QMessageBox::Warning);
    const QStringList names = bulleted(question.names);
    const bool few = names.size() <= NameList::Few;
    setInformativeText(box, detailsOf(question));
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
    if (question.destroys)
        setButtonKind(verb, ButtonKind::Danger);
    QPushButton *other = nullptr;
    if (!question.otherVerb.isEmpty()) {
        other = box->addButton(question.otherVerb, QMessageBox::AcceptRole);
        other->setObjectName(u"questionOther"_s);
        other->setAccessibleName(question.otherVerb);
    }
    QPushButton *cancel = box->addButton(QMessageBox::Cancel);
    cancel->setObjectName(u"questionCancel"_s);
    box->setDefaultButton(cancel);
    box->setEscapeButton(cancel);
    if (!few)
        box->setNames(names);
    QObject::connect(
        box, &QMessageBox::buttonClicked, box,
        [box, verb, other, otherwise = question.other, accepted = std::move(accepted)](QAbstractButton *button) {
            if (button == verb && accepted)
                accepted(box->checkBox() && box->checkBox()->isChecked());
            else if (button == other && otherwise)
                otherwise();
        });
    box->open();
    cancel->setFocus();
    return box;
}

void setQuestionNames(QMessageBox *box, const Question &question)
{
    setInformativeText(box, detailsOf(question));
    if (auto *list = box->findChild<NameList *>())
        list->setPlainText(bulleted(question.names).join(u'\n'));
}

QMessageBox *tell(QWidget *parent, const QString &title, const QString &text, const QString &details)
{
    QMessageBox *box = makeBox(parent, title, text);
    box->setObjectName(u"message"_s);
    box->setIcon(QMessageBox::Warning);
    setInformativeText(box, details);
    box->setStandardButtons(QMessageBox::Close);
    box->open();
    return box;
}

} // namespace Gantry
