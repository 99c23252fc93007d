// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/createdialog.h"

#include <QLineEdit>

namespace Gantry {

using namespace Qt::StringLiterals;

CreateDialog::CreateDialog(const Words &words, Workbench *workbench, ObjectCommands *commands, QWidget *parent)
    : FormDialog(words.objectName, words.title, words.title, parent)
    , m_workbench(workbench)
    , m_commands(commands)
    , m_taken(words.taken)
    , m_name(new QLineEdit(this))
{
    m_name->setObjectName(u"name"_s);
    addField(tr("Name"), words.nameCaption, m_name);
    connect(m_name, &QLineEdit::textChanged, this, &CreateDialog::check);
}

QString CreateDialog::name() const
{
    return m_name->text();
}

std::optional<QString> CreateDialog::obstacle() const
{
    if (name().isEmpty())
        return QString();
    if (const QString wrong = problem(); !wrong.isEmpty())
        return wrong;
    return isTaken(name()) ? std::optional(m_taken) : std::nullopt;
}

} // namespace Gantry
