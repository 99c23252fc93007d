// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/settingsdialog.h"

#include "look/label.h"
#include "shell/actionregistry.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

void bind(QAbstractButton *button, QAction *action)
{
    button->setObjectName(action->objectName());
    button->setText(action->text());
    button->setAccessibleName(ActionRegistry::plainText(action->text()));
    button->setChecked(action->isChecked());
    QObject::connect(button, &QAbstractButton::clicked, action, [action](bool checked) {
        if (action->isChecked() != checked)
            action->trigger();
    });
    QObject::connect(action, &QAction::toggled, button, &QAbstractButton::setChecked);
}

} // namespace

SettingsDialog::SettingsDialog(ActionRegistry *actions, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"settings"_s);
    setWindowTitle(tr("Settings"));
    setAccessibleName(tr("Settings"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 20);
    layout->setSpacing(8);
    auto *heading = new Label(tr("Appearance"), this);
    heading->setLook(13, QFont::DemiBold);
    layout->addWidget(heading);
    for (const QString &id : {u"appearance.system"_s, u"appearance.light"_s, u"appearance.dark"_s}) {
        auto *choice = new QRadioButton(this);
        bind(choice, actions->action(id));
        layout->addWidget(choice);
        // From there the arrow keys choose.
        if (choice->isChecked())
            choice->setFocus();
    }
    layout->addSpacing(8);
    const auto addCheck = [&](const QString &id) {
        auto *check = new QCheckBox(this);
        bind(check, actions->action(id));
        layout->addWidget(check);
        return check;
    };
    addCheck(u"appearance.desktopStyle"_s);
    layout->addSpacing(16);
    // Its tooltip is long, and says what one is told.
    QCheckBox *notifications = addCheck(u"shell.notifications"_s);
    notifications->setToolTip(actions->action(u"shell.notifications"_s)->toolTip());
    layout->addSpacing(16);
    layout->addStretch(1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    setMinimumWidth(360);
}

} // namespace Gantry
