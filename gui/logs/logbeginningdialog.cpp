// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/logbeginningdialog.h"

#include "look/buttonkind.h"
#include "look/label.h"

#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr int tenMinutes = 600; ///< seconds
constexpr int firstTail = 50'000;
constexpr int mostTail = 100'000'000;

} // namespace

void LogBeginningDialog::build(const QString &caption, QWidget *field)
{
    auto *label = new Label(caption, this);
    label->setBuddy(field);
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(QDialogButtonBox::Cancel)->setObjectName(u"cancel"_s);
    QPushButton *verb = buttons->addButton(tr("Read"), QDialogButtonBox::AcceptRole);
    verb->setObjectName(u"read"_s);
    verb->setDefault(true);
    setButtonKind(verb, ButtonKind::Primary);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(8);
    layout->addWidget(label);
    layout->addWidget(field);
    layout->addStretch(1);
    layout->addWidget(buttons);
    setMinimumWidth(320);
}

LogSinceDialog::LogSinceDialog(QWidget *parent)
    : LogBeginningDialog(parent)
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
    build(tr("Lines that are not older than:"), m_since);
    connect(this, &QDialog::accepted, this, [this] { Q_EMIT chosen(m_since->dateTime()); });
}

LogTailDialog::LogTailDialog(QWidget *parent)
    : LogBeginningDialog(parent)
    , m_lines(new QSpinBox(this))
{
    setObjectName(u"logTail"_s);
    setWindowTitle(tr("Read the last lines"));
    m_lines->setObjectName(u"tailLines"_s);
    m_lines->setAccessibleName(tr("Lines"));
    m_lines->setRange(1, mostTail);
    m_lines->setValue(firstTail);
    m_lines->setGroupSeparatorShown(true);
    m_lines->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    m_lines->selectAll();
    build(tr("How many of the last lines, of each container:"), m_lines);
    connect(this, &QDialog::accepted, this, [this] { Q_EMIT chosen(m_lines->value()); });
}

} // namespace Gantry
