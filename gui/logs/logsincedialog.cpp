// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/logsincedialog.h"

#include "look/buttonkind.h"
#include "look/label.h"

#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr int tenMinutes = 600; ///< seconds

} // namespace

LogSinceDialog::LogSinceDialog(QWidget *parent)
    : QDialog(parent)
    , m_since(new QDateTimeEdit(this))
{
    setObjectName(u"logSince"_s);
    setWindowTitle(tr("Read the log since"));
    m_since->setObjectName(u"since"_s);
    m_since->setAccessibleName(tr("Since"));
    m_since->setCalendarPopup(true);
    m_since->setDisplayFormat(QLocale().dateFormat(QLocale::ShortFormat) + u" HH:mm:ss"_s);
    const QDateTime now = QDateTime::currentDateTime();
    m_since->setMaximumDateTime(now);
    m_since->setDateTime(now.addSecs(-tenMinutes));
    auto *caption = new Label(tr("Lines that are not older than:"), this);
    caption->setBuddy(m_since);

    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(QDialogButtonBox::Cancel)->setObjectName(u"cancel"_s);
    QPushButton *verb = buttons->addButton(tr("Read"), QDialogButtonBox::AcceptRole);
    verb->setObjectName(u"read"_s);
    verb->setDefault(true);
    setButtonKind(verb, ButtonKind::Primary);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(this, &QDialog::accepted, this, [this] { Q_EMIT chosen(m_since->dateTime()); });

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(8);
    layout->addWidget(caption);
    layout->addWidget(m_since);
    layout->addStretch(1);
    layout->addWidget(buttons);
    setMinimumWidth(320);
}

} // namespace Gantry
