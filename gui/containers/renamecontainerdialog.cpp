// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "containers/renamecontainerdialog.h"

#include "look/buttonkind.h"
#include "look/label.h"
#include "look/oneline.h"
#include "look/verbatim.h"
#include "shell/workbench.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

void RenameContainerDialog::ask(Workbench *workbench, const QString &id, QWidget *parent)
{
    if (!workbench->engine()->containers()->contains(id))
        return;
    auto *dialog = new RenameContainerDialog(workbench, id, parent->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

RenameContainerDialog::RenameContainerDialog(Workbench *workbench, const QString &id, QWidget *parent)
    : QDialog(parent)
    , m_workbench(workbench)
    , m_id(id)
    , m_oldName(workbench->engine()->containers()->container(id).name)
    , m_name(new QLineEdit(oneLine(m_oldName), this))
    , m_problem(new Label(this))
{
    setObjectName(u"renameContainer"_s);
    setWindowTitle(tr("Rename container"));
    auto *caption = new Label(tr("New name of %1:").arg(verbatim(m_oldName)), this);
    caption->setBuddy(m_name);
    m_name->setObjectName(u"name"_s);
    m_name->setAccessibleName(tr("New name"));
    m_name->selectAll();
    m_problem->setObjectName(u"problem"_s);
    m_problem->setTone(Tone::Error);
    m_problem->setWordWrap(true);

    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(QDialogButtonBox::Cancel)->setObjectName(u"cancel"_s);
    m_verb = buttons->addButton(tr("Rename"), QDialogButtonBox::AcceptRole);
    m_verb->setObjectName(u"rename"_s);
    m_verb->setDefault(true);
    setButtonKind(m_verb, ButtonKind::Primary);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &RenameContainerDialog::rename);
    connect(m_name, &QLineEdit::textChanged, this, &RenameContainerDialog::check);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(8);
    layout->addWidget(caption);
    layout->addWidget(m_name);
    layout->addWidget(m_problem);
    layout->addStretch(1);
    layout->addWidget(buttons);
    setMinimumWidth(400);
    check();
}

QString RenameContainerDialog::obstacle(const QString &name) const
{
    // The rule of Docker's names (daemon/names): [a-zA-Z0-9][a-zA-Z0-9_.-]+
    static const QRegularExpression allowed(u"^[a-zA-Z0-9][a-zA-Z0-9_.-]+$"_s);
    if (!allowed.match(name).hasMatch()) {
        return tr("A name has at least two characters: letters without accents, digits, and _ . - after the first "
                  "character.");
    }
    const QHash<QString, ContainerSummary> &containers = m_workbench->engine()->containers()->containers();
    const bool taken = std::any_of(containers.begin(), containers.end(), [&](const ContainerSummary &container) {
        return container.name == name && container.id != m_id;
    });
    return taken ? tr("Another container has this name.") : QString();
}

void RenameContainerDialog::check()
{
    const QString name = m_name->text();
    const bool same = name == m_oldName;
    const QString why = same || name.isEmpty() ? QString() : obstacle(name);
    say(why);
    m_verb->setEnabled(!m_waiting && !same && !name.isEmpty() && why.isEmpty());
}

void RenameContainerDialog::rename()
{
    if (!m_verb->isEnabled())
        return;
    m_waiting = true;
    m_name->setEnabled(false);
    check();
    Operation *operation = m_workbench->containerCommands()->rename(m_id, m_name->text());
    operation->setTeller(this);
    connect(operation, &Operation::finished, this, [this, operation] {
        if (operation->state() == Operation::State::Succeeded) {
            accept();
            return;
        }
        m_waiting = false;
        m_name->setEnabled(true);
        m_name->setFocus();
        check();
        say(operation->error());
    });
}

void RenameContainerDialog::say(const QString &problem)
{
    m_problem->setText(problem);
    // A window does not grow with the lines of a text by itself.
    layout()->invalidate();
    resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
}

} // namespace Gantry
